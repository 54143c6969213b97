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
	readonly mean: Float64Array;
	/** (24) */
	readonly variance: Float64Array;
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
export function smoothHours(seen: Float64Array, precisions: Float64Array, roughness: Roughness): SmoothHours {
	const kernel = kernelOf(roughness);
	const root = precisions.map(Math.sqrt);
	const factor = new Float64Array(HOURS * HOURS);
	factorise(kernel, root, factor);
	const weighted = root.map((value, hour) => value * seen[hour]!);
	solve(factor, weighted);
	return {
		mean: times(
			kernel,
			weighted.map((value, hour) => value * root[hour]!),
		),
		variance: posteriorVariance(kernel, root, factor),
	};
}
