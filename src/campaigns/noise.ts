import { METHOD } from './method';

/** Variance of a day's results about their mean: variance = ofCount * mean + ofDay * mean^2. */
export interface Noise {
	/** 1 for Poisson counts. */
	readonly ofCount: number;
	/** Squared relative deviation of a campaign's own day effect, beyond the shared one. */
	readonly ofDay: number;
}

/** A result with its one-step-ahead prediction. */
export interface DayError {
	readonly result: number;
	readonly mean: number;
	/** Relative variance of the predicted rate, from the uncertainty of level, shape and day effect. */
	readonly ofRate: number;
}

/** Noise estimated by weighted least squares, with its sums. */
export interface NoiseEstimate {
	readonly noise: Noise;
	readonly sums: Sums;
	/** Lower bound of ofCount. */
	readonly minOfCount: number;
}

/** Sums of weight * regressor * regressor and weight * regressor * squared error, with the regressors a of ofCount and b of ofDay. */
interface Sums {
	readonly aa: number;
	readonly ab: number;
	readonly bb: number;
	readonly ay: number;
	readonly by: number;
}

/** Lower bound of ofCount as a fraction of its prior: one result counts as at most twenty independent ones. */
const MIN_FRACTION = 0.05;

/**
 * Prior of the noise: Poisson counts in pieces of `unit`, day effects of variance `priorOfDay`, and the weight of `noisePriorDays` usual days.
 *
 * @param unit  variance of a result over its mean where results come in independent pieces: 1 for counts
 * @param usual results of a usual day
 */
export function priorNoise(unit: number, usual: number): NoiseEstimate {
	const noise = { ofCount: unit, ofDay: METHOD.priorOfDay };
	const weight = METHOD.noisePriorDays * weightOf(noise, usual, 1);
	const sums = {
		aa: weight,
		ab: 0,
		bb: weight * usual * usual,
		ay: weight * unit,
		by: weight * usual * usual * noise.ofDay,
	};
	return { noise, sums, minOfCount: MIN_FRACTION * unit };
}

/**
 * The noise after another day: (result - mean)^2 / mean has the expectation ofCount + (ofDay + ofRate) mean. Each error is weighted by its precision under the
 * previous noise.
 *
 * @param errors (campaigns) in any order
 * @see P. McCullagh and J. Nelder, Generalized Linear Models, 1989, 9.2
 */
export function withDayErrors({ noise, sums, minOfCount }: NoiseEstimate, errors: readonly DayError[]): NoiseEstimate {
	const after = errors.reduce((total, error) => withError(total, error, noise), sums);
	return { noise: solved(after, minOfCount), sums: after, minOfCount };
}

function withError(sums: Sums, { result, mean, ofRate }: DayError, noise: Noise): Sums {
	const a = 1 + (ofRate * mean) / noise.ofCount;
	const weight = weightOf(noise, mean, a);
	const error = (result - mean) ** 2 / mean;
	return {
		aa: sums.aa + weight * a * a,
		ab: sums.ab + weight * a * mean,
		bb: sums.bb + weight * mean * mean,
		ay: sums.ay + weight * a * error,
		by: sums.by + weight * mean * error,
	};
}

/** 1 / variance of the squared error over the mean, up to a constant: 2 v^2 for a normal error, plus the kurtosis of counts. @param a regressor of ofCount */
const weightOf = ({ ofCount, ofDay }: Noise, mean: number, a: number): number =>
	1 / ((ofCount * a + ofDay * mean) ** 2 + ofCount ** 3 / (2 * mean));

/** The least squares solution within its bounds. */
function solved({ aa, ab, bb, ay, by }: Sums, minOfCount: number): Noise {
	const determinant = aa * bb - ab * ab;
	const ofDay = (aa * by - ab * ay) / determinant;
	if (!(ofDay > 0)) return { ofCount: Math.max(minOfCount, ay / aa), ofDay: 0 };
	const ofCount = (ay - ofDay * ab) / aa;
	return ofCount >= minOfCount
		? { ofCount, ofDay }
		: { ofCount: minOfCount, ofDay: Math.max(0, (by - minOfCount * ab) / bb) };
}
