import { type Estimate, productOf } from '../statistics/interval';
import type { Multiplier } from '../statistics/shrinkage';
import { localClock, weekOfMonth } from '../time/localClock';

/** A learned rate: its level, and how it varies by time. Each multiplier is relative to the average, 1. */
export interface RatePattern {
	/** Results per unit of exposure; null if the measure was never reported with exposure. */
	readonly rate: Estimate | null;
	/** Variance of a result count over its mean; 1 for Poisson counts. */
	readonly dispersion: number;
	/** Probability of a change in the hour-of-day pattern within the last ten days. */
	readonly changeProbability: number;
	/** Instant of the most likely change; null unless a change is more likely than not. */
	readonly changedMs: number | null;
	/** (24) */
	readonly hourOfDay: readonly Multiplier[];
	/** (24) assuming no change. */
	readonly unchangedHourOfDay: readonly Multiplier[];
	/** (7) Monday first. */
	readonly weekday: readonly Multiplier[];
	/** (5) days 1-7, 8-14, 15-21, 22-28, 29-31. */
	readonly weekOfMonth: readonly Multiplier[];
	/** (12) January first. */
	readonly month: readonly Multiplier[];
}

/** The multiplier of the rate at an instant, with the uncertainty of all its factors. */
export function multiplierAt(pattern: RatePattern, instantMs: number, timeZone: string): Estimate {
	const { hour } = localClock(instantMs, timeZone);
	return productOf([pattern.hourOfDay[hour]!, ...dayParts(pattern, instantMs, timeZone)]);
}

/** The multiplier of the rate of a whole day: weekday, week of month and month. */
export const dayMultiplier = (pattern: RatePattern, instantMs: number, timeZone: string): number =>
	productOf(dayParts(pattern, instantMs, timeZone)).mean;

function dayParts(pattern: RatePattern, instantMs: number, timeZone: string): readonly Multiplier[] {
	const { weekday, dayOfMonth, month } = localClock(instantMs, timeZone);
	return [pattern.weekday[weekday]!, pattern.weekOfMonth[weekOfMonth(dayOfMonth)]!, pattern.month[month]!];
}

/** The pattern of the product of two rates: dispersion and change of the first, uncertainties of both. */
export function productOfRates(results: RatePattern, exposure: RatePattern): RatePattern {
	const both = (one: readonly Multiplier[], other: readonly Multiplier[]) =>
		one.map((multiplier, position) => ({ ...multiplier, ...productOf([multiplier, other[position]!]) }));
	return {
		...results,
		rate: results.rate && exposure.rate && productOf([results.rate, exposure.rate]),
		hourOfDay: both(results.hourOfDay, exposure.hourOfDay),
		unchangedHourOfDay: both(results.unchangedHourOfDay, exposure.unchangedHourOfDay),
		weekday: both(results.weekday, exposure.weekday),
		weekOfMonth: both(results.weekOfMonth, exposure.weekOfMonth),
		month: both(results.month, exposure.month),
	};
}
