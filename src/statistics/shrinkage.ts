import { sum } from 'simple-statistics';

import { gammaQuantile, logGamma } from './gamma';
import { type Estimate, type Interval, LEVEL } from './interval';
import { logSumExp } from './logSumExp';

/** A learned multiplier of a rate, relative to the average, 1, with the amount of evidence. */
export interface Multiplier extends Estimate {
	/** Effective sample size: hours of evidence, weighted by age. */
	readonly effectiveHours: number;
}

/** Evidence on one cell of a pattern. */
export interface Cell {
	/** Results, weighted. */
	readonly events: number;
	/** Clicks or spend that generated the results, weighted. */
	readonly exposure: number;
	/** Sum of weights. */
	readonly hours: number;
}

/** Grid of prior strengths, in pseudo-events: a coefficient of variation between cells from 0.6 down to 0.02. */
const STRENGTHS = [3, 6, 12, 25, 50, 100, 200, 400, 1000, 2500] as const;

/**
 * Each cell's rate relative to the average, shrunk to 1 according to the evidence.
 *
 * Gamma-Poisson: events_c ~ Poisson(exposure_c * rate * m_c) with m_c ~ Gamma(a, a), rate = sum(events) / sum(exposure).
 * Given the strength a, the posterior mean is (a + events_c) / (a + exposure_c * rate); `a` is averaged over a grid by its
 * marginal (negative binomial) likelihood. Exposure without results is evidence of a low rate, but never of a rate of 0. A cell without exposure has no
 * evidence, even if it has results of earlier spend; its multiplier is 1 with the spread between cells.
 *
 * @param cells      (cells)
 * @param dispersion variance of a result count over its mean: 1 for Poisson counts
 * @returns (cells)
 * @see B. Efron and C. Morris, JASA 70, 1975; negative binomial marginal: A. Gelman et al., Bayesian Data Analysis, 3rd edition, 2013, 2.6
 */
export function shrunkMultipliers(cells: readonly Cell[], dispersion: number): Multiplier[] {
	const events = cells.map((cell) => (cell.exposure > 0 ? cell.events / dispersion : 0));
	const total = sum(events);
	const exposure = sum(cells.map((cell) => cell.exposure));
	const expected = cells.map((cell) => (exposure > 0 ? (cell.exposure * total) / exposure : 0));
	return shrunkRatios(events, expected).map(({ mean, relativeDeviation }, cell) => ({
		mean,
		relativeDeviation,
		effectiveHours: cells[cell]!.hours,
	}));
}

/**
 * Ratio of events to expected events of each cell, shrunk to 1: the posterior of `shrunkMultipliers` with known expectations.
 *
 * @param events   (cells) divided by their dispersion
 * @param expected (cells) likewise; 0 is no evidence
 * @param priors    the strongest and the weakest prior to consider, in pseudo-events
 * @returns (cells)
 */
export function shrunkRatios(
	events: readonly number[],
	expected: readonly number[],
	{ strongest = Infinity, weakest = 0 }: { strongest?: number; weakest?: number } = {},
): Estimate[] {
	const strengths = STRENGTHS.filter((strength) => strength <= strongest && strength >= weakest);
	const posterior = strengthPosterior(events, expected, strengths);
	return events.map((_, cell) => {
		let mean = 0;
		let square = 0;
		strengths.forEach((strength, position) => {
			const shape = strength + events[cell]!;
			const rate = strength + expected[cell]!;
			mean += (posterior[position]! * shape) / rate;
			square += (posterior[position]! * shape * (shape + 1)) / (rate * rate);
		});
		return { mean, relativeDeviation: Math.sqrt(Math.max(0, square - mean * mean)) / mean };
	});
}

/** Posterior probability of each strength given the cells; the prior is uniform over the grid. */
function strengthPosterior(
	events: readonly number[],
	expected: readonly number[],
	strengths: readonly number[],
): number[] {
	const logLikelihood = strengths.map((strength) =>
		sum(
			events.map((count, cell) => {
				const mean = expected[cell]!;
				const logRatio =
					count > 0 ? logGamma(strength + count) - logGamma(strength) + count * Math.log(mean / (strength + mean)) : 0;
				return logRatio + strength * Math.log(strength / (strength + mean));
			}),
		),
	);
	const total = logSumExp(logLikelihood);
	return logLikelihood.map((value) => Math.exp(value - total));
}

/** Below this shape nearly all probability is at 0 and quantiles underflow. */
const MIN_SHAPE = 0.01;

/** Central interval of an estimate, from the gamma distribution with its mean and deviation. */
export function gammaInterval({ mean, relativeDeviation }: Estimate): Interval {
	if (!(mean > 0) || !(relativeDeviation > 0)) return { mean, low: mean, high: mean, level: LEVEL };
	const shape = Math.max(MIN_SHAPE, 1 / relativeDeviation ** 2);
	const tail = (1 - LEVEL) / 2;
	return {
		mean,
		low: (gammaQuantile(shape, tail) * mean) / shape,
		high: (gammaQuantile(shape, 1 - tail) * mean) / shape,
		level: LEVEL,
	};
}
