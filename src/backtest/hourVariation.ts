import { sum } from 'simple-statistics';

/**
 * Variation between hours of the day: mean and standard deviation of their log effects. The standard deviation excludes noise, by the method of
 * moments. Without results the mean effect is 0.
 *
 * @param hours   (24) effects
 * @param results (24) results that they were learned from
 */
export function hourVariation(
	hours: readonly number[],
	results: readonly number[],
	dispersion: number,
): { mean: number; spread: number } {
	const weights = results.map((count) => count / (count + HALF_WEIGHT_RESULTS * dispersion));
	if (sum(weights) === 0) return { mean: -Infinity, spread: MIN_SPREAD };
	const weighted = (of: (hour: number) => number) =>
		sum(weights.map((weight, hour) => (weight > 0 ? weight * of(hour) : 0))) / sum(weights);
	const mean = weighted((hour) => Math.log(hours[hour]!));
	const variance = weighted((hour) => (Math.log(hours[hour]!) - mean) ** 2 - dispersion / results[hour]!);
	return { mean, spread: Math.sqrt(Math.max(MIN_SPREAD ** 2, variance)) };
}

/** Results at which an hour has half its maximum weight. */
const HALF_WEIGHT_RESULTS = 10;

/** Lower bound on the spread, because hours without results may differ more than the observed ones. */
const MIN_SPREAD = 0.2;
