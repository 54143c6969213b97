import type { Interval } from '../statistics/interval';
import { localClock } from '../time/localClock';
import type { RatePattern } from './ratePattern';
import type { Measure } from './measure';
import { gammaInterval, type Multiplier } from '../statistics/shrinkage';

/** A learned factor with its interval, for people. */
export interface MultiplierInterval extends Interval {
	/** Hours' worth of evidence, each weighted by its age. */
	readonly effectiveHours: number;
}

/** What was learned of a rate, every number with its interval. */
export interface LearnedPattern {
	readonly measure: Measure;
	/** Results per unit of exposure; null if never reported. */
	readonly rate: Interval | null;
	/** Whether the hours of the day changed within the last ten days. */
	readonly change: {
		readonly probability: number;
		/** Local date on which it most likely happened; null if it is likelier that nothing did. */
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

/** Puts intervals to the estimates of a rate. */
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
