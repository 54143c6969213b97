import { sum } from 'simple-statistics';

/**
 * How alike hours of the day are: mean and standard deviation of the logarithms of their effects, the latter without what is chance in them, by the
 * method of moments. Without any results, nothing is worth anything.
 *
 * @param hours   (24) effects
 * @param results (24) that they were learned from
 */
export function hourLikeness(
	hours: readonly number[],
	results: readonly number[],
	dispersion: number,
): { mean: number; spread: number } {
	const weights = results.map((count) => count / (count + HALF_WEIGHT_RESULTS * dispersion));
	if (sum(weights) === 0) return { mean: -Infinity, spread: LEAST_SPREAD };
	const weighted = (of: (hour: number) => number) =>
		sum(weights.map((weight, hour) => (weight > 0 ? weight * of(hour) : 0))) / sum(weights);
	const mean = weighted((hour) => Math.log(hours[hour]!));
	const variance = weighted((hour) => (Math.log(hours[hour]!) - mean) ** 2 - dispersion / results[hour]!);
	return { mean, spread: Math.sqrt(Math.max(LEAST_SPREAD ** 2, variance)) };
}

/** An hour with so many results weighs half as much as one with very many. */
const HALF_WEIGHT_RESULTS = 10;

/** Hours of which nothing is known are not believed to be alike to more than this. */
const LEAST_SPREAD = 0.2;
