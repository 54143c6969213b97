import { sum } from 'simple-statistics';

import type { Estimate, Interval } from '../statistics/interval';
import type { Learning } from '../learning/learning';
import { multiplierAt } from '../results/ratePattern';
import type { Measure } from '../results/measure';
import { gammaInterval } from '../statistics/shrinkage';

/** What amounts of money are expected to bring. */
export interface ExpectedResults {
	/** (hours) */
	readonly byHour: readonly number[];
	/** Of the hours together, with the uncertainty of the rates and of chance. */
	readonly total: Estimate;
}

/**
 * Results of spending amounts in hours: r_h = amount_h * rate * multiplier_h.
 *
 * The variance of the total is dispersion * sum(r_h) for chance, plus sum((r_h * sd_h)^2) for the multipliers and (sum(r_h) * sd)^2 for
 * the rate itself, sd being relative standard deviations.
 *
 * @param spending (hours) major units, and the instants they begin
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

/** The interval of results so far, which are certain, and of those to come. */
export function withDelivered(delivered: number | null, { total }: ExpectedResults): Interval {
	const ahead = gammaInterval(total);
	const done = delivered ?? 0;
	return { mean: done + ahead.mean, low: done + ahead.low, high: done + ahead.high, level: ahead.level };
}
