import { sum } from 'simple-statistics';

import { METHOD } from './method';
import { isSShaped, SHAPES } from './responseShapes';

/** Gamma prior of a campaign's level: its results on a day at the reference spend. */
export interface LevelPrior {
	readonly mean: number;
	/** Shape of the gamma distribution: 1 / squared relative deviation. */
	readonly shape: number;
}

/**
 * Posterior of the response of one campaign: a mixture over SHAPES, in which the level is gamma distributed.
 *
 * The results of a day are f(spend) = level * g(spend / reference spend) on average, with g one of SHAPES.
 */
export interface ResponsePosterior {
	/** (shapes) logarithms of the weights, up to a constant. */
	readonly logWeights: readonly number[];
	/** Shape of the gamma distribution of the level, and its rates (shapes). */
	readonly alpha: number;
	readonly betas: readonly number[];
	/** The last day included; null before the first. */
	readonly last: { readonly day: number; readonly isOutdated?: boolean | undefined } | null;
}

export const priorResponse = ({ mean, shape }: LevelPrior): ResponsePosterior => ({
	logWeights: SHAPES.map(({ shape, weight }) => Math.log(isSShaped(shape) ? METHOD.sShapedWeight * weight : weight)),
	alpha: shape,
	betas: SHAPES.map(() => shape / mean),
	last: null,
});

/**
 * The posterior at the start of a day: evidence on the level is discounted toward the prior with a half-life of `halfLifeDays`. After a change the level
 * restarts from the prior and the weights of the shapes are kept.
 *
 * @see M. West and J. Harrison, Bayesian Forecasting and Dynamic Models, 1997 (discounting)
 */
export function discounted(
	posterior: ResponsePosterior,
	prior: LevelPrior,
	today: NonNullable<ResponsePosterior['last']>,
): ResponsePosterior {
	const { last, alpha, betas } = posterior;
	if (last === null) return { ...posterior, last: today };
	const isNewLevel = last.isOutdated === true && today.isOutdated !== true;
	const share = isNewLevel ? 0 : 0.5 ** ((today.day - last.day) / METHOD.halfLifeDays);
	const rate = prior.shape / prior.mean;
	return {
		...posterior,
		alpha: prior.shape + share * (alpha - prior.shape),
		betas: betas.map((beta) => rate + share * (beta - rate)),
		last: today,
	};
}

/** (shapes) normalized weights, adding up to 1. */
export function weightsOf({ logWeights }: Pick<ResponsePosterior, 'logWeights'>): number[] {
	const largest = Math.max(...logWeights);
	const raw = logWeights.map((log) => Math.exp(log - largest));
	const total = sum(raw);
	return raw.map((weight) => weight / total);
}

/**
 * Expected results of a day, and their relative variance due to uncertainty about level and shape.
 *
 * @param exposures (shapes) results of the day for a level of 1
 */
export function expectedResults(
	posterior: ResponsePosterior,
	exposures: readonly number[],
): { mean: number; relativeVariance: number } {
	const { alpha, betas } = posterior;
	let mean = 0;
	let square = 0;
	weightsOf(posterior).forEach((weight, shape) => {
		const own = (alpha * exposures[shape]!) / betas[shape]!;
		mean += weight * own;
		square += weight * own * own * (1 + 1 / alpha);
	});
	return { mean, relativeVariance: mean > 0 ? Math.max(0, square / mean ** 2 - 1) : 0 };
}

/**
 * The posterior after a day: conjugate updating for each shape.
 *
 * Results divided by their dispersion are Poisson with mean level * exposure / dispersion, so the level stays gamma distributed and the marginal likelihood of a
 * shape is negative binomial.
 *
 * @param exposures  (shapes) results of the day for a level of 1
 * @param dispersion variance of the results over their mean
 * @see D. Agarwal, B.-C. Chen and P. Elango, WWW 2009 (discounted gamma-Poisson)
 */
export function updated(
	posterior: ResponsePosterior,
	exposures: readonly number[],
	result: number,
	dispersion: number,
): ResponsePosterior {
	const { alpha, betas, logWeights } = posterior;
	const count = result / dispersion;
	const after = betas.map((beta, shape) => beta + exposures[shape]! / dispersion);
	const logLikelihood = (shape: number) => {
		const none = alpha * Math.log(betas[shape]! / after[shape]!);
		return count > 0 ? none + count * Math.log(exposures[shape]! / after[shape]!) : none;
	};
	return {
		...posterior,
		logWeights: logWeights.map((log, shape) => log + logLikelihood(shape)),
		alpha: alpha + count,
		betas: after,
	};
}
