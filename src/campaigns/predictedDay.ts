import { logGamma } from '../statistics/gamma';

/** Predictive distribution of the events of a day: a mixture of negative binomial distributions, one for each shape of the response. */
export interface PredictedDay {
	/** (shapes) probabilities, adding up to 1. */
	readonly weights: readonly number[];
	/** (shapes) */
	readonly means: readonly number[];
	/** (shapes) sizes of the distributions: 1 / squared relative deviation of the rate about which events are Poisson. */
	readonly sizes: readonly number[];
}

/** (shapes) how likely each is after the day brought these events, adding up to 1. */
export function weightsAfter({ weights, means, sizes }: PredictedDay, events: number): number[] {
	const logs = weights.map(
		(weight, shape) => Math.log(weight) + logNegativeBinomial(events, sizes[shape]!, means[shape]!),
	);
	const total = logSum(logs);
	return logs.map((log) => Math.exp(log - total));
}

/** Logarithm of the probability of a count whose rate is gamma distributed with this mean and size, but for the count's factorial. */
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
 * Logarithm of how much likelier a day's events are when the rate is multiplied by a factor f than when it is not.
 *
 * Each part of the mixture, with mean m and size a, has the ratio f^k ((a + m) / (a + f m))^(a + k); the whole has their mean by the weights after the
 * day. Its expectation over the events predicted is 1.
 *
 * @param after (shapes) weights after the day
 */
export function logChangeRatio(
	{ means, sizes }: PredictedDay,
	after: readonly number[],
	events: number,
	factor: number,
): number {
	return (
		logSum(
			after.map((weight, shape) => {
				const mean = means[shape]!;
				const size = sizes[shape]!;
				return Math.log(weight) + (size + events) * Math.log((size + mean) / (size + factor * mean));
			}),
		) +
		events * Math.log(factor)
	);
}

/** Logarithm of the sum of what these are the logarithms of. */
function logSum(logs: readonly number[]): number {
	const most = Math.max(...logs);
	return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}
