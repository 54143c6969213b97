import { logNegativeBinomial } from './shapeFit';

/** Events that are expected of a day: a mixture of negative binomial distributions, one for each shape of the response. */
export interface PredictedDay {
	/** (shapes) probabilities, adding up to 1. */
	readonly weights: readonly number[];
	/** (shapes) */
	readonly means: readonly number[];
	/** (shapes) shape of the gamma distribution of the rate, about which events are Poisson: 1 / squared relative deviation. */
	readonly steadiness: readonly number[];
}

/** (shapes) logarithms of the probability of a count, each with that of its shape, when the rate is multiplied by a factor. */
export const logProbabilities = (
	{ weights, means, steadiness }: PredictedDay,
	events: number,
	factor = 1,
): readonly number[] =>
	weights.map(
		(weight, shape) =>
			Math.log(weight) + logNegativeBinomial(events, steadiness[shape]!, steadiness[shape]!, factor * means[shape]!),
	);

/**
 * Logarithm of how much likelier a count is when the rate is multiplied by a factor than when it is not.
 *
 * The expectation of the ratio over the predicted counts is 1: the sum over counts of p * (p' / p).
 */
export const logChangeRatio = (day: PredictedDay, events: number, factor: number): number =>
	logSum(logProbabilities(day, events, factor)) - logSum(logProbabilities(day, events));

/** Logarithm of the sum of what these are the logarithms of. */
export function logSum(logs: readonly number[]): number {
	const most = Math.max(...logs);
	return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}
