import type { Interval } from '../statistics/interval';
import { localClock } from '../time/localClock';
import type { RatePattern } from './ratePattern';
import type { Measure } from './measure';
import { gammaInterval, type Multiplier } from '../statistics/shrinkage';

/** A learned multiplier with its interval, for display. */
export interface MultiplierInterval extends Interval {
	/** Effective sample size: hours of evidence, weighted by age. */
	readonly effectiveHours: number;
}

/** A learned rate with intervals, for display. */
export interface LearnedPattern {
	readonly measure: Measure;
	/** Results per unit of exposure; null if never reported. */
	readonly rate: Interval | null;
	/** A change in the hour-of-day pattern within the last ten days. */
	readonly change: {
		readonly probability: number;
		/** Local date of the most likely change; null unless a change is more likely than not. */
		readonly date: string | null;
	};
	/** (24) */
	readonly hourOfDay: readonly MultiplierInterval[];
	/** (7) Monday first. */
	readonly weekday: readonly MultiplierInterval[];
	/** (5) days 1-7, 8-14, 15-21, 22-28, 29-31. */
	readonly weekOfMonth: readonly MultiplierInterval[];
	/** (12) January first. */
	readonly month: readonly MultiplierInterval[];
}

/** Adds intervals to the estimates of a rate. */
export function describeRate(
	measure: Measure,
	{ rate, changeProbability, changedMs, hourOfDay, weekday, weekOfMonth, month }: RatePattern,
	timeZone: string,
): LearnedPattern {
	const described = (multipliers: readonly Multiplier[]) =>
		multipliers.map((multiplier) => ({ ...gammaInterval(multiplier), effectiveHours: multiplier.effectiveHours }));
	return {
		measure,
		rate: rate === null ? null : gammaInterval(rate),
		change: {
			probability: changeProbability,
			date: changedMs === null ? null : localClock(changedMs, timeZone).date,
		},
		hourOfDay: described(hourOfDay),
		weekday: described(weekday),
		weekOfMonth: described(weekOfMonth),
		month: described(month),
	};
}
