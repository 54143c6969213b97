import { sum } from 'simple-statistics';

import type { Estimate, Interval } from '../statistics/interval';
import type { Learning } from '../learning/learning';
import { multiplierAt } from '../results/ratePattern';
import type { Measure } from '../results/measure';
import { gammaInterval } from '../statistics/shrinkage';

/** Expected results of spending planned amounts. */
export interface ExpectedResults {
	/** (hours) */
	readonly byHour: readonly number[];
	/** All hours together, including the uncertainty of the rates and of chance. */
	readonly total: Estimate;
}

/**
 * Expected results of spending amounts in hours: r_h = amount_h * rate * multiplier_h.
 *
 * The variance of the total is dispersion * sum(r_h) for chance, plus sum((r_h * sd_h)^2) for the multipliers and (sum(r_h) * sd)^2 for
 * the rate itself, where sd are relative standard deviations.
 *
 * @param spending (hours) start of the hour, and amount in major units
 * @returns null if the measure was never reported
 */
export function expectedResults(
	{ definition, rate: rateOf }: Pick<Learning, 'definition' | 'rate'>,
	measure: Measure,
	spending: readonly { readonly startMs: number; readonly amount: number }[],
): ExpectedResults | null {
	const pattern = rateOf(measure);
	if (pattern.rate === null) return null;
	const { rate, dispersion } = pattern;
	let variance = 0;
	const byHour = spending.map(({ startMs, amount }) => {
		const multiplier = multiplierAt(pattern, startMs, definition.timeZone);
		const results = amount * rate.mean * multiplier.mean;
		variance += dispersion * results + (results * multiplier.relativeDeviation) ** 2;
		return results;
	});
	const mean = sum(byHour);
	const deviation = Math.hypot(Math.sqrt(variance), mean * rate.relativeDeviation);
	return { byHour, total: { mean, relativeDeviation: mean > 0 ? deviation / mean : 0 } };
}

/** Interval of the day's results: those delivered, which are certain, plus those still expected. */
export function withDelivered(delivered: number | null, { total }: ExpectedResults): Interval {
	const ahead = gammaInterval(total);
	const certain = delivered ?? 0;
	return { mean: certain + ahead.mean, low: certain + ahead.low, high: certain + ahead.high, level: ahead.level };
}
