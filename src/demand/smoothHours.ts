import {
	factorise,
	HOURS,
	kernelOf,
	posteriorVariance,
	type Roughness,
	solve,
	times,
} from '../statistics/periodicKernel';

/** Effects of the hours of a day, and their variances. */
export interface SmoothHours {
	/** (24) */
	readonly mean: readonly number[];
	/** (24) */
	readonly variance: readonly number[];
}

/**
 * Effects of the hours of a day as a periodic Gaussian process observed with normal noise. Hours with much evidence keep their own mean; hours
 * without any borrow from their neighbours, with the variance of the process.
 *
 * mean = K R (I + R K R)^-1 R y with R = diag(sqrt(precision)) and K the process's covariance
 *
 * @param seen       (24) observed means; ignored where the precision is 0
 * @param precisions (24) 1 / variance of that mean, 0 without observations
 * @see C. E. Rasmussen, C. K. I. Williams, Gaussian Processes for Machine Learning, 2006, 2.2
 */
export function smoothHours(seen: readonly number[], precisions: readonly number[], roughness: Roughness): SmoothHours {
	const kernel = kernelOf(roughness);
	for (let hour = 0; hour < HOURS; hour++) {
		root[hour] = Math.sqrt(precisions[hour]!);
		weighted[hour] = root[hour]! * seen[hour]!;
	}
	factorise(kernel, root, factor);
	solve(factor, weighted);
	for (let hour = 0; hour < HOURS; hour++) weighted[hour]! *= root[hour]!;
	times(kernel, weighted, smoothed);
	return { mean: [...smoothed], variance: posteriorVariance(kernel, root, factor) };
}

/** What one call works with. */
const root = new Float64Array(HOURS);
const weighted = new Float64Array(HOURS);
const smoothed = new Float64Array(HOURS);
const factor = new Float64Array(HOURS * HOURS);
