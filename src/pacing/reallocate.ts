import type { Strategy } from '../budget/budgetDefinition';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { detectShift, MEAN_DAYS_BETWEEN_FALSE_ALARMS, type ShiftEvidence } from '../pattern/detectShift';
import { learn, measuresOf, withoutChanges } from '../pattern/insight';
import type { Regime } from '../pattern/regime';
import { planDay, type PlanningState, targetOf } from '../plan/optimizeAllocation';
import type { SpendPlan } from '../plan/spendPlan';
import { localClock } from '../time/localClock';
import type { Reallocation } from './reallocation';

/** Strategies whose plans do not depend on results. */
const BLIND: readonly Strategy[] = ['even_distribution', 'front_loading'];

const NO_EVIDENCE: ShiftEvidence = { eValue: 0, shifts: [] };

/**
 * Moves money between the hours left of today when the evidence says that some got better or worse than others (`detectShift`).
 *
 * Both plans have the same total and the same limits: one follows the pattern of all history, the other the one that may have changed
 * (`learnHourPattern`); the moves are their difference. Without enough evidence nothing moves and the state stays as it is.
 *
 * @param strategy of both plans; that of today's plan by default
 */
export function reallocate<State extends PlanningState & { readonly regimes: readonly Regime[] }>(
	state: State,
	{ nowMs, strategy }: { nowMs: number; strategy?: Strategy | undefined },
): { state: State; reallocation: Reallocation } {
	const { definition, ledger, regimes, plan } = state;
	const { currency, timeZone, objective } = definition;
	const chosen = strategy ?? plan?.strategy ?? 'adaptive_ml';
	const { date } = localClock(nowMs, timeZone);
	const insight = learn(ledger, definition);
	const found = measuresOf(objective, insight).map((measure) =>
		detectShift(ledger, timeZone, measure, insight.rate(measure).dispersion, regimes, nowMs),
	);
	const evidence = found.reduce((best, other) => (other.eValue > best.eValue ? other : best), NO_EVIDENCE);
	const target = targetOf(state, insight, chosen, nowMs, date);
	const after = planDay(state, target, insight, chosen, nowMs, date);
	const unchanged = (code: string, message: string) => ({
		state,
		reallocation: describe(plan === null ? null : after, after, evidence, [], code, message),
	});
	if (evidence.shifts.length === 0) {
		const message = `No hour changed for certain: the evidence is ${evidence.eValue.toFixed(1)}, it takes ${MEAN_DAYS_BETWEEN_FALSE_ALARMS}`;
		return unchanged('no-evidence', message);
	}
	if (BLIND.includes(chosen))
		return unchanged('strategy-ignores-results', `The strategy ${chosen} does not depend on results`);

	const changed = new Set(evidence.shifts.map(({ localHour }) => localHour));
	const nextRegimes = [
		...regimes.filter(({ localHour }) => !changed.has(localHour)),
		...evidence.shifts.map(({ localHour, sinceMs }) => ({ localHour, sinceMs, actedMs: nowMs })),
	].sort((a, b) => a.localHour - b.localHour);
	const before = planDay(state, target, withoutChanges(insight), chosen, nowMs, date);
	const moves = movesBetween(before, after, currency);
	const next = { ...state, regimes: nextRegimes, plan: after };
	if (moves.length === 0) {
		const message =
			'The hours that changed are over for today, or the limits hold them; later plans take the change into account';
		return { state: next, reallocation: describe(before, after, evidence, [], 'no-room', message) };
	}
	const hours = [...changed].sort((a, b) => a - b).map((hour) => `${hour}:00`);
	const finding =
		hours.length === 1
			? `The hour ${hours[0]} no longer brings what it did`
			: `The hours ${hours.join(', ')} no longer bring what they did`;
	const message = `${finding}: money follows the evidence`;
	return { state: next, reallocation: describe(before, after, evidence, moves, 'hours-changed', message) };
}

function describe(
	from: SpendPlan | null,
	to: SpendPlan,
	{ eValue, shifts }: ShiftEvidence,
	moves: Reallocation['moves'],
	code: string,
	message: string,
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
			changes: shifts.map(({ localHour, factor }) => ({ localHour, factor })),
		},
		reasons: [{ code, message }],
	};
}

/** What each hour, of each campaign where the plan names them, gains or loses, to the minor unit; what stays as it is is left out. */
function movesBetween(from: SpendPlan, to: SpendPlan, currency: string): Reallocation['moves'] {
	const units = (amount: string) => toMinorUnits(amount, currency, 'nearest');
	const between = (before: readonly string[], after: readonly string[], whose: { readonly campaignId?: string }) =>
		after.flatMap((amount, hourIndex) => {
			const move = units(amount) - units(before[hourIndex]!);
			return move === 0 ? [] : [{ hourIndex, ...whose, amount: fromMinorUnits(move, currency) }];
		});
	const hoursOf = ({ hours }: SpendPlan) => hours.map(({ amount }) => amount);
	if (to.campaigns === undefined) return between(hoursOf(from), hoursOf(to), {});
	return to.campaigns.flatMap(({ campaignId, hours }, position) =>
		between(from.campaigns![position]!.hours, hours, { campaignId }),
	);
}
