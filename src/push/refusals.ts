import { nextAlerts } from '../alerts/nextAlerts';
import type { Finding, StandingAlert } from '../alerts/standingAlerts';
import { untilMarked } from '../alerts/telling';
import { alertNotes } from '../notes/alertNotes';
import { objectAndLever } from '../records/pushRecord';
import type { Confirmation } from './confirmation';

/** The run that answers are read in. */
export interface AnswersRun {
	readonly nowMs: number;
	/** Whether a refusal is told whenever it comes, until it is marked as told; not by default. */
	readonly tellUntilMarked?: boolean | undefined;
}

/** A confirmation before it is known whether somebody was told. */
export type Untold = Omit<Confirmation, 'notify' | 'alert'>;

/**
 * Tells a refusal once, however often it is refused again, or until it is marked as told. Prepare Push says when it is in order; of a dry run
 * nothing is recorded, so its alert ends unsaid with the first request that would be accepted.
 */
export function withRefusal(
	confirmation: Untold,
	before: readonly StandingAlert[],
	{ timeZone, nowMs, tellUntilMarked = false }: AnswersRun & { readonly timeZone: string },
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
		retells: () => false,
		resolution: () => alertNotes.unblocked(object),
		telling: untilMarked(needsPerson && tellUntilMarked),
	});
	const alert = alerts.find(({ state }) => state === 'firing') ?? null;
	return { confirmation: { ...confirmation, notify: alert?.notify ?? false, alert }, standing };
}
