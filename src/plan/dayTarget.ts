import { spendBetween } from '../ledger/dayTotals';
import { fromMicros } from '../money/micros';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { splitMoney } from '../money/splitMoney';
import { datesOf } from '../time/period';
import { type Horizon, meantToSpend, type PeriodTarget, periodTargets } from './periodTargets';
import type { TargetContext } from './targetContext';

/** What a local day may spend, and which amount says so. */
export interface DayTarget {
	/** Minor units. */
	readonly amount: number;
	readonly from: 'day' | Horizon | 'outside-flight';
	readonly periods: readonly PeriodTarget[];
}

/** Relative weights of local dates when a longer target is spread over its days. */
export interface DayWeights {
	readonly of: (date: string) => number;
	/** Weight of what is left of today: then the target is spread anew every hour. Without it a day keeps what it began with. */
	readonly restOfToday?: number;
}

/**
 * What a day may spend: the least of what its amounts allow.
 *
 * A daily amount allows itself. A week, month or flight allows what it has left, spread over the days it has left in
 * proportion to their weights, so what earlier days did not spend is carried over, and what they overspent is saved. With a weight
 * for the rest of today, today may have what it spent and its part of what is left now. Each amount is first multiplied by the
 * utilization target; a week or month may take over some of what the one before left unspent. A day outside the flight may spend nothing.
 *
 */
export function dayTarget(context: TargetContext, weights: DayWeights): DayTarget {
	const { definition, date } = context;
	const { flight, dailyAmount } = definition;
	const periods = periodTargets(context);
	if (flight !== undefined && (date < flight.start || date > flight.end)) {
		return { amount: 0, from: 'outside-flight', periods };
	}
	const candidates = periods.map((target): { amount: number; from: DayTarget['from'] } => ({
		amount: partOfPeriod(target, context, weights),
		from: target.horizon,
	}));
	if (dailyAmount !== undefined) candidates.unshift({ amount: meantToSpend(dailyAmount, definition), from: 'day' });
	const least = candidates.reduce((best, candidate) => (candidate.amount < best.amount ? candidate : best));
	return { ...least, periods };
}

/** Days on which nothing was ever spent count alike if there are no others. */
const LEAST_WEIGHT = 1e-300;

/** What a date may have of a longer target, in minor units. */
function partOfPeriod(
	{ period, target, spreadFrom, spentBefore }: PeriodTarget,
	{ definition: { currency }, days, date, today }: TargetContext,
	{ of, restOfToday }: DayWeights,
): number {
	const dates = datesOf({ start: spreadFrom, end: period.end });
	const isAnew = spreadFrom === today && restOfToday !== undefined;
	const spentToday = isAnew ? toMinorUnits(fromMicros(spendBetween(days, today, today)), currency, 'nearest') : 0;
	const left = Math.max(0, target - spentBefore - spentToday);
	const weights = dates.map((other) => Math.max(LEAST_WEIGHT, isAnew && other === today ? restOfToday : of(other)));
	const part = splitMoney(fromMinorUnits(left, currency), weights, currency)[dates.indexOf(date)]!;
	return toMinorUnits(part, currency, 'nearest') + (date === today ? spentToday : 0);
}
