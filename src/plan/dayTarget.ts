import { spendBetween } from '../ledger/dayTotals';
import { fromMinorUnits, minorUnitsOfMicros, toMinorUnits } from '../money/minorUnits';
import { splitMoney } from '../money/splitMoney';
import { datesOf } from '../time/period';
import { type Horizon, targetAmount, type PeriodTarget, periodTargets } from './periodTargets';
import type { TargetContext } from './targetContext';

/** What a local day may spend, and which amount of the budget sets it. */
export interface DayTarget {
	/** Minor units. */
	readonly amount: number;
	readonly from: 'day' | 'maximum' | Horizon | 'outside-flight';
	readonly periods: readonly PeriodTarget[];
	/** Whether the weights of all days were finite; days count alike where they were not, and nothing may be decided from the amount. */
	readonly isFinite: boolean;
}

/** Relative weights of local dates when a longer target is spread over its days. */
export interface DayWeights {
	readonly of: (date: string) => number;
	/** Weight of the rest of today. If set, the target is spread again every hour; otherwise a day keeps the amount it began with. */
	readonly restOfToday?: () => number;
}

/**
 * The day target: the tightest of what the budget's amounts and its maximum per day allow.
 *
 * A daily amount allows itself. A week, month or flight allows what remains of it, spread over its remaining days in
 * proportion to their weights. Underspend of earlier days is therefore carried over, and overspend is recovered. With a weight
 * for the rest of today, today gets what it has spent and its part of what remains now. Each amount is first multiplied by the
 * utilization target. A week or month may add part of what the one before left unspent. A day outside the flight may spend nothing.
 */
export function dayTarget(context: TargetContext, weights: DayWeights): DayTarget {
	const { definition, date } = context;
	const { flight, dailyAmount, limits } = definition;
	const periods = periodTargets(context);
	if (flight !== undefined && (date < flight.start || date > flight.end)) {
		return { amount: 0, from: 'outside-flight', periods, isFinite: true };
	}
	const parts = periods.map((target) => amountOfPeriod(target, context, weights));
	const candidates = periods.map(({ horizon }, position): { amount: number; from: DayTarget['from'] } => ({
		amount: parts[position]!.amount,
		from: horizon,
	}));
	if (dailyAmount !== undefined) candidates.unshift({ amount: targetAmount(dailyAmount, definition), from: 'day' });
	if (limits.maxDailyAmount !== undefined) {
		candidates.push({ amount: toMinorUnits(limits.maxDailyAmount, definition.currency, 'down'), from: 'maximum' });
	}
	const tightest = candidates.reduce((best, candidate) => (candidate.amount < best.amount ? candidate : best));
	return { ...tightest, periods, isFinite: parts.every((part) => part.isFinite) };
}

/** Above 0, so that days get equal parts if none of them has a weight. */
const MIN_WEIGHT = 1e-300;

/** What a longer target allows a date, in minor units. */
function amountOfPeriod(
	{ period, target, spreadFrom, spentBefore }: PeriodTarget,
	{ definition: { currency }, days, date, today }: TargetContext,
	{ of, restOfToday }: DayWeights,
): { amount: number; isFinite: boolean } {
	const dates = datesOf({ start: spreadFrom, end: period.end });
	const isSpreadNow = spreadFrom === today && restOfToday !== undefined;
	const spentToday = isSpreadNow ? minorUnitsOfMicros(spendBetween(days, today, today), currency) : 0;
	const left = Math.max(0, target - spentBefore - spentToday);
	const weights = dates.map((other) =>
		Math.max(MIN_WEIGHT, isSpreadNow && other === today ? restOfToday() : of(other)),
	);
	const isFinite = weights.every(Number.isFinite);
	const shares = isFinite ? weights : weights.map(() => 1);
	const part = splitMoney(fromMinorUnits(left, currency), shares, currency)[dates.indexOf(date)]!;
	return { amount: toMinorUnits(part, currency, 'nearest') + (date === today ? spentToday : 0), isFinite };
}
