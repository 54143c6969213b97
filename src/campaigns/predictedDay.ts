import { logGamma } from '../statistics/gamma';
import { logSumExp } from '../statistics/logSumExp';

/** Predictive distribution of the events of a day: a mixture of negative binomial distributions, one for each shape of the response. */
export interface PredictedDay {
	/** (shapes) probabilities, adding up to 1. */
	readonly weights: readonly number[];
	/** (shapes) */
	readonly means: readonly number[];
	/** (shapes) sizes of the distributions: 1 / squared relative deviation of the rate about which events are Poisson. */
	readonly sizes: readonly number[];
}

/** (shapes) posterior probabilities after the day's events, adding up to 1. */
export function weightsAfter({ weights, means, sizes }: PredictedDay, events: number): number[] {
	const logs = weights.map(
		(weight, shape) => Math.log(weight) + logNegativeBinomial(events, sizes[shape]!, means[shape]!),
	);
	const total = logSumExp(logs);
	return logs.map((log) => Math.exp(log - total));
}

/** Log probability of a count under a negative binomial distribution of this mean and size, without the factorial of the count. */
function logNegativeBinomial(count: number, size: number, mean: number): number {
	const total = size + mean;
	return (
		logGamma(size + count) -
		logGamma(size) +
		size * Math.log(size / total) +
		(count > 0 ? count * Math.log(mean / total) : 0)
	);
}

/**
 * Log likelihood ratio of a day's events for a change of the rate by a factor f.
 *
 * A component with mean m and size a has the ratio f^k ((a + m) / (a + f m))^(a + k); the mixture has the mean of these, weighted by the probabilities after
 * the day. Its expectation under the prediction is 1.
 *
 * @param after (shapes) probabilities after the day
 */
export function logChangeRatio(
	{ means, sizes }: PredictedDay,
	after: readonly number[],
	events: number,
	factor: number,
): number {
	return (
		logSumExp(
			after.map((weight, shape) => {
				const mean = means[shape]!;
				const size = sizes[shape]!;
				return Math.log(weight) + (size + events) * Math.log((size + mean) / (size + factor * mean));
			}),
		) +
		events * Math.log(factor)
	);
}
