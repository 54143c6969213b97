import type { Strategy } from '../budget/budgetDefinition';
import { MEAN_DAYS_BETWEEN_FALSE_ALARMS } from '../statistics/eDetector';
import { learn, withoutChanges } from '../learning/insight';
import { planDay, targetOf } from '../plan/optimizeAllocation';
import type { SpendPlan } from '../plan/spendPlan';
import { localClock } from '../time/localClock';
import { type ChangeEvidence, changeEvidence, type WatchedState } from './changeEvidence';
import { changeReasons } from './changeReasons';
import { movesBetween } from './movesBetween';
import type { Reallocation } from './reallocation';

/** Strategies whose hours do not depend on results. */
const BLIND: readonly Strategy[] = ['even_distribution', 'front_loading'];

/**
 * Moves money between the hours left of today, and between the campaigns of the budget, when the evidence says that some got better or worse than
 * others (`changeEvidence`).
 *
 * Both plans have the same day's amount and the same limits. One follows what was known, the other believes the changes: its hours follow the pattern that may
 * have changed (`learnHourPattern`), and the campaigns that changed are known by their level since then (`portfolioOf`). The moves are their difference; they add up to 0,
 * less what a campaign's target newly leaves no room for. Without enough evidence nothing moves and the state stays as it is.
 *
 * @param strategy of both plans; that of today's plan by default
 */
export function reallocate<State extends WatchedState>(
	state: State,
	{ nowMs, strategy }: { nowMs: number; strategy?: Strategy | undefined },
): { state: State; reallocation: Reallocation } {
	const { definition, ledger, plan } = state;
	const { currency, timeZone } = definition;
	const chosen = strategy ?? plan?.strategy ?? 'adaptive_ml';
	const isBlind = BLIND.includes(chosen);
	const { date } = localClock(nowMs, timeZone);
	const insight = learn(ledger, definition);
	const evidence = changeEvidence(state, insight, nowMs, !isBlind);
	const target = targetOf(state, insight, chosen, nowMs, date);
	const hours = isBlind ? [] : evidence.hours;
	const { campaigns } = evidence;
	if (hours.length + campaigns.length === 0) {
		const after = planDay(state, target, insight, chosen, nowMs, date);
		const reason =
			isBlind && evidence.hours.length > 0
				? { code: 'strategy-ignores-results', message: `The strategy ${chosen} does not depend on results` }
				: noEvidence(state, evidence);
		return { state, reallocation: describe(plan === null ? null : after, after, evidence, [], [reason]) };
	}
	const believing = { ...state, ...believed(state, { hours, campaigns }, nowMs) };
	const from = planDay(state, target, hours.length > 0 ? withoutChanges(insight) : insight, chosen, nowMs, date);
	const to = planDay(believing, target, insight, chosen, nowMs, date);
	const moves = movesBetween(from, to, currency);
	const reasons = changeReasons({ hours, campaigns }, moves.length > 0);
	return { state: { ...believing, plan: to }, reallocation: describe(from, to, evidence, moves, reasons) };
}

/** The state with the changes on record: evidence for others is collected anew. */
function believed(
	{ regimes, campaignRegimes = [] }: WatchedState,
	{ hours, campaigns }: Pick<ChangeEvidence, 'hours' | 'campaigns'>,
	nowMs: number,
): Pick<WatchedState, 'regimes' | 'campaignRegimes'> {
	const changedHours = new Set(hours.map(({ localHour }) => localHour));
	const changedCampaigns = new Set(campaigns.map(({ campaignId }) => campaignId));
	return {
		regimes: [
			...regimes.filter(({ localHour }) => !changedHours.has(localHour)),
			...hours.map(({ localHour, sinceMs }) => ({ localHour, sinceMs, actedMs: nowMs })),
		].sort((a, b) => a.localHour - b.localHour),
		...(campaigns.length > 0 && {
			campaignRegimes: [
				...campaignRegimes.filter(({ campaignId }) => !changedCampaigns.has(campaignId)),
				...campaigns.map(({ campaignId, sinceMs }) => ({ campaignId, sinceMs, actedMs: nowMs })),
			],
		}),
	};
}

function noEvidence({ definition: { campaigns = [] } }: WatchedState, { eValue }: ChangeEvidence) {
	const watched = campaigns.length > 1 ? 'No hour and no campaign' : 'No hour';
	const evidence = `the evidence is ${eValue.toFixed(1)}, it takes ${MEAN_DAYS_BETWEEN_FALSE_ALARMS}`;
	const message =
		eValue < MEAN_DAYS_BETWEEN_FALSE_ALARMS
			? `${watched} changed for certain: ${evidence}`
			: `Something changed, and nothing stands out yet: ${evidence}`;
	return { code: 'no-evidence', message };
}

function describe(
	from: SpendPlan | null,
	to: SpendPlan,
	{ eValue, hours, campaigns }: ChangeEvidence,
	moves: Reallocation['moves'],
	reasons: Reallocation['reasons'],
): Reallocation {
	return {
		changed: moves.length > 0,
		from,
		to,
		moves,
		evidence: {
			eValue,
			threshold: MEAN_DAYS_BETWEEN_FALSE_ALARMS,
			meanDaysBetweenFalseAlarms: MEAN_DAYS_BETWEEN_FALSE_ALARMS,
			changes: [
				...hours.map(({ localHour, factor }) => ({ localHour, factor })),
				...campaigns.map(({ campaignId, factor }) => ({ campaignId, factor })),
			],
		},
		reasons,
	};
}
