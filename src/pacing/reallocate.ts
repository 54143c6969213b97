import type { Strategy } from '../budget/budgetDefinition';
import { MEAN_DAYS_BETWEEN_FALSE_ALARMS } from '../statistics/eDetector';
import { learn, withCampaignRegimes, withoutHourChanges } from '../learning/learn';
import { changeNotes } from '../notes/changeNotes';
import type { PlanningState } from '../plan/optimizeAllocation';
import { planDay } from '../plan/planDay';
import type { SpendPlan } from '../plan/spendPlan';
import { targetOf } from '../plan/targetOf';
import type { Regime } from '../results/regime';
import { localClock } from '../time/localClock';
import { type ChangeEvidence, changeEvidence } from './changeEvidence';
import { changeReasons } from './changeReasons';
import { movesBetween } from './movesBetween';
import type { Reallocation } from './reallocation';

/** Strategies whose hours do not depend on results. */
const STRATEGIES_WITHOUT_RESULTS: readonly Strategy[] = ['even_distribution', 'front_loading'];

/** The part of a budget's state that a reallocation reads and writes. */
export interface WatchedState extends PlanningState {
	/** Hours that were found to have changed. */
	readonly regimes: readonly Regime[];
}

/**
 * Moves money between the hours left of today, and between the campaigns of the budget, when the evidence says that some got better or worse than
 * others (`changeEvidence`).
 *
 * Both plans have the same day's amount and the same limits. One follows what was known, the other believes the changes: its hours follow the pattern that may
 * have changed (`learnHourPattern`), and the campaigns that changed are known by their level since then (`learnCampaigns`). The moves are their difference; they add up to 0,
 * less what a campaign's target newly leaves no room for. Without enough evidence nothing moves and the state stays as it is.
 *
 * @param strategy of both plans; that of today's plan by default
 */
export function reallocate<State extends WatchedState>(
	state: State,
	{ nowMs, strategy }: { nowMs: number; strategy?: Strategy | undefined },
): { state: State; reallocation: Reallocation } {
	const { definition, plan, regimes } = state;
	const { currency, timeZone } = definition;
	const learning = learn(state);
	const context = {
		learning,
		strategy: strategy ?? plan?.strategy ?? 'adaptive_ml',
		nowMs,
		date: localClock(nowMs, timeZone).date,
	};
	const ignoresResults = STRATEGIES_WITHOUT_RESULTS.includes(context.strategy);
	const evidence = changeEvidence(learning, { regimes, nowMs, watchesHours: !ignoresResults });
	const target = targetOf(context);
	const hours = ignoresResults ? [] : evidence.hours;
	const { campaigns } = evidence;
	if (hours.length + campaigns.length === 0) {
		const after = planDay(context, target, plan);
		const watched = (definition.campaigns ?? []).length > 1 ? 'hour or campaign' : 'hour';
		const reason =
			ignoresResults && evidence.hours.length > 0
				? changeNotes.strategyIgnoresResults(context.strategy)
				: changeNotes.noEvidence(watched, evidence.eValue, MEAN_DAYS_BETWEEN_FALSE_ALARMS);
		return { state, reallocation: describe(plan === null ? null : after, after, evidence, [], [reason]) };
	}
	const changed = { ...state, ...withChanges(state, { hours, campaigns }, nowMs) };
	const before = hours.length > 0 ? withoutHourChanges(learning) : learning;
	const from = planDay({ ...context, learning: before }, target, plan);
	const after = withCampaignRegimes(learning, changed.campaignRegimes);
	const to = planDay({ ...context, learning: after }, target, plan);
	const moves = movesBetween(from, to, currency);
	const reasons = changeReasons({ hours, campaigns }, moves.length > 0);
	return { state: { ...changed, plan: to }, reallocation: describe(from, to, evidence, moves, reasons) };
}

/** The state with the changes on record: evidence for others is collected anew. */
function withChanges(
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
