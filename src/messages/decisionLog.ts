import type { AlertState } from '../alerts/alert';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { CampaignRegime } from '../campaigns/campaignRegime';
import { displayName } from '../format/displayName';
import { formatMoney } from '../format/formatMoney';
import { formatDate, formatInstant } from '../format/formatTime';
import { historyNotes } from '../notes/historyNotes';
import type { SpendPlan } from '../plan/spendPlan';
import type { PushRecord } from '../records/pushRecord';
import type { Regime } from '../results/regime';
import { DAY_MS } from '../time/durations';
import { type HistoryEntry, pushEntries } from './pushHistory';

/** The part of a budget's state that tells what was decided. */
export interface Decided {
	readonly definition: BudgetDefinition;
	readonly plan: SpendPlan | null;
	readonly pushes?: readonly PushRecord[] | undefined;
	readonly regimes: readonly Regime[];
	readonly campaignRegimes?: readonly CampaignRegime[] | undefined;
	readonly alert: AlertState | null;
}

const LOGGED_MS = 90 * DAY_MS;

/**
 * What was decided about a budget and why, the latest first: the plan, pushes with what came of them, values that people set, reallocations and the
 * alert. Only what the state holds, of the last 90 days.
 */
export function decisionLog(
	{ definition, plan, pushes = [], regimes, campaignRegimes = [], alert }: Decided,
	nowMs: number,
): HistoryEntry[] {
	const { currency, timeZone } = definition;
	const changed = (name: string, { sinceMs, actedMs }: Regime | CampaignRegime): HistoryEntry => ({
		atMs: actedMs,
		kind: 'change',
		message: historyNotes.changed(name, formatInstant(sinceMs, timeZone)),
	});
	const planned = (made: SpendPlan): HistoryEntry => ({
		atMs: made.createdMs,
		kind: 'plan',
		message: historyNotes.plan(made.planId, formatMoney(made.dayAmount, currency), formatDate(made.date)),
	});
	const entries = [
		...(plan === null ? [] : [planned(plan)]),
		...pushes.flatMap(pushEntries),
		...regimes.map((regime) => changed(`${regime.localHour}:00`, regime)),
		...campaignRegimes.map((regime) => changed(displayName(regime.campaignId), regime)),
		...(alert === null || alert.state === 'ok'
			? []
			: [{ atMs: alert.sinceMs, kind: 'alert' as const, message: historyNotes.alert(alert.state) }]),
	];
	return entries
		.filter(({ atMs }) => atMs > nowMs - LOGGED_MS && atMs <= nowMs)
		.sort((one, other) => other.atMs - one.atMs);
}
