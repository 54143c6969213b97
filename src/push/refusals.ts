import { alertNotes } from '../notes/alertNotes';
import { nextAlerts } from '../pacing/nextAlerts';
import type { Finding, StandingAlert } from '../pacing/standingAlerts';
import type { Confirmation } from './confirmation';
import { objectAndLever } from './pushRecord';

/** A confirmation before it is known whether somebody was told. */
export type Untold = Omit<Confirmation, 'notify' | 'alert'>;

/**
 * Tells a refusal once, however often it is refused again. Prepare Push says when it is in order; of a dry run nothing is recorded, so its
 * alert ends unsaid with the first request that would be accepted.
 */
export function withRefusal(
	confirmation: Untold,
	before: readonly StandingAlert[],
	{ timeZone, nowMs }: { readonly timeZone: string; readonly nowMs: number },
): { confirmation: Confirmation; standing: readonly StandingAlert[] } {
	const { budgetId, dryRun, needsPerson, reason, status, object } = confirmation;
	const about = `${dryRun ? 'dry-run/' : ''}${objectAndLever(confirmation)}`;
	const refusal: Finding = {
		kind: 'push-blocked',
		about,
		severity: 'warning',
		message: reason.message,
		evidence: 'fires',
	};
	const { standing, alerts } = nextAlerts(before, needsPerson ? [refusal] : [], {
		budgetId,
		timeZone,
		nowMs,
		isJudged: (alert) => dryRun && status === 'confirmed' && alert.about === about,
		resolution: () => alertNotes.unblocked(object),
	});
	const alert = alerts.find(({ state }) => state === 'firing') ?? null;
	return { confirmation: { ...confirmation, notify: alert?.notify ?? false, alert }, standing };
}
