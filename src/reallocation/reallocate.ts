import type { Strategy } from '../budget/budgetDefinition';
import { learn, withCampaignRegimes, withoutHourChanges } from '../learning/learn';
import { changeNotes } from '../notes/changeNotes';
import { assertFinite } from '../plan/assertFinite';
import type { PlanningState } from '../plan/optimizeAllocation';
import { planContext } from '../plan/planContext';
import { planDay } from '../plan/planDay';
import type { SpendPlan } from '../plan/spendPlan';
import { targetOf } from '../plan/targetOf';
import type { Regime } from '../results/regime';
import { MEAN_DAYS_BETWEEN_FALSE_ALARMS } from '../statistics/eDetector';
import { type ChangeEvidence, changeEvidence } from './changeEvidence';
import { changeReasons } from './changeReasons';
import { movesBetween } from './movesBetween';
import type { Reallocation } from './reallocation';

/** Strategies whose hours do not depend on results. */
const STRATEGIES_WITHOUT_RESULTS: readonly Strategy[] = ['even_distribution', 'front_loading'];

/** What a reallocation reads and writes of a budget's state. */
export interface ReallocationState extends PlanningState {
	/** Hours with a detected change. */
	readonly regimes: readonly Regime[];
}

/**
 * Moves budget between the remaining hours of today, and between the budget's campaigns, if there is enough evidence that some have become better or worse than
 * others (`changeEvidence`).
 *
 * Both plans have the same day's amount and the same limits. One ignores the changes, the other uses them: its hours follow the pattern that may
 * have changed (`learnHourPattern`), and the campaigns that changed are known by their level since then (`learnCampaigns`). The moves are their difference; they add up to 0,
 * less the amount that a campaign's target newly leaves unallocated. Without enough evidence nothing moves and the state does not change.
 *
 * @param strategy of both plans; that of today's plan by default
 */
export function reallocate<State extends ReallocationState>(
	state: State,
	{ nowMs, strategy }: { nowMs: number; strategy?: Strategy | undefined },
): { state: State; reallocation: Reallocation } {
	const { definition, plan, regimes, pushes } = state;
	const { currency } = definition;
	const learning = learn(state);
	const context = planContext(learning, { strategy: strategy ?? plan?.strategy ?? 'adaptive_ml', nowMs, pushes });
	const ignoresResults = STRATEGIES_WITHOUT_RESULTS.includes(context.strategy);
	const evidence = changeEvidence(learning, { regimes, nowMs, monitorsHours: !ignoresResults });
	assertFinite('evidence', evidence);
	const target = targetOf(context);
	const hours = ignoresResults ? [] : evidence.hours;
	const { campaigns } = evidence;
	if (hours.length + campaigns.length === 0) {
		const after = planDay(context, target, plan);
		const monitored = (definition.campaigns ?? []).length > 1 ? 'hour or campaign' : 'hour';
		const reason =
			ignoresResults && evidence.hours.length > 0
				? changeNotes.strategyIgnoresResults(context.strategy)
				: changeNotes.noEvidence(monitored, evidence.eValue, MEAN_DAYS_BETWEEN_FALSE_ALARMS);
		return { state, reallocation: describe(plan === null ? null : after, after, evidence, [], [reason]) };
	}
	const actedMs = Math.min(nowMs, learning.dataUntilMs ?? nowMs);
	const changed = { ...state, ...withChanges(state, { hours, campaigns }, actedMs) };
	const before = hours.length > 0 ? withoutHourChanges(learning) : learning;
	const from = planDay({ ...context, learning: before }, target, plan);
	const after = withCampaignRegimes(learning, changed.campaignRegimes);
	const to = planDay({ ...context, learning: after }, target, plan);
	const moves = movesBetween(from, to, currency);
	const reasons = changeReasons({ hours, campaigns }, moves.length > 0);
	return { state: { ...changed, plan: to }, reallocation: describe(from, to, evidence, moves, reasons) };
}

/**
 * The state with the changes recorded: evidence for further changes starts again.
 *
 * @param actedMs never after the data, so that a clock that is ahead does not silence later evidence
 */
function withChanges(
	{ regimes, campaignRegimes = [] }: ReallocationState,
	{ hours, campaigns }: Pick<ChangeEvidence, 'hours' | 'campaigns'>,
	actedMs: number,
): Pick<ReallocationState, 'regimes' | 'campaignRegimes'> {
	const changedHours = new Set(hours.map(({ localHour }) => localHour));
	const changedCampaigns = new Set(campaigns.map(({ campaignId }) => campaignId));
	return {
		regimes: [
			...regimes.filter(({ localHour }) => !changedHours.has(localHour)),
			...hours.map(({ localHour, sinceMs }) => ({ localHour, sinceMs, actedMs })),
		].sort((a, b) => a.localHour - b.localHour),
		...(campaigns.length > 0 && {
			campaignRegimes: [
				...campaignRegimes.filter(({ campaignId }) => !changedCampaigns.has(campaignId)),
				...campaigns.map(({ campaignId, sinceMs }) => ({ campaignId, sinceMs, actedMs })),
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
