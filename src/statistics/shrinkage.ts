import { sum } from 'simple-statistics';

import { gammaQuantile, logGamma } from './gamma';
import { type Estimate, type Interval, LEVEL } from './interval';
import { logSumExp } from './logSumExp';

/** A learned factor on a rate, 1 is average, with the evidence behind it. */
export interface Multiplier extends Estimate {
	/** Hours' worth of evidence, each weighted by its age. */
	readonly effectiveHours: number;
}

/** Evidence on one cell of a pattern. */
export interface Cell {
	/** Results, weighted. */
	readonly events: number;
	/** What the results came from, weighted: clicks, or spend. */
	readonly exposure: number;
	/** Sum of weights. */
	readonly hours: number;
}

/** Prior strengths, in pseudo-events: how alike cells are, from a coefficient of variation of 0.6 between cells to 0.02. */
const STRENGTHS = [3, 6, 12, 25, 50, 100, 200, 400, 1000, 2500] as const;

/**
 * How much each cell's rate differs from the average, shrunk to 1 by as much as the evidence says.
 *
 * Gamma-Poisson: events_c ~ Poisson(exposure_c * rate * m_c) with m_c ~ Gamma(a, a), rate = sum(events) / sum(exposure).
 * Given the strength a, the posterior mean is (a + events_c) / (a + exposure_c * rate); `a` is averaged over a grid by its
 * marginal (negative binomial) likelihood. No results with exposure is evidence of a low rate, but never of a rate of 0; no exposure is no evidence,
 * whatever results came from earlier spend, and leaves 1 with the spread between cells.
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
	return shrunkRatios(events, expected).map((ratio, cell) => ({ ...ratio, effectiveHours: cells[cell]!.hours }));
}

/**
 * How many times more events than expected each cell brings, shrunk to 1: the posterior above, where what is usual is known.
 *
 * @param events   (cells) divided by their dispersion
 * @param expected (cells) likewise; 0 is no evidence
 * @param strongest the strongest prior to consider, in pseudo-events
 * @returns (cells)
 */
export function shrunkRatios(events: readonly number[], expected: readonly number[], strongest = Infinity): Estimate[] {
	const strengths = STRENGTHS.filter((strength) => strength <= strongest);
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

/** Below, nearly all probability is at 0 and quantiles leave the range of numbers. */
const LEAST_SHAPE = 0.01;

/** The central interval of an estimate, as that of the gamma distribution with its mean and deviation. */
export function gammaInterval({ mean, relativeDeviation }: Estimate): Interval {
	if (!(mean > 0) || !(relativeDeviation > 0)) return { mean, low: mean, high: mean, level: LEVEL };
	const shape = Math.max(LEAST_SHAPE, 1 / relativeDeviation ** 2);
	const tail = (1 - LEVEL) / 2;
	return {
		mean,
		low: (gammaQuantile(shape, tail) * mean) / shape,
		high: (gammaQuantile(shape, 1 - tail) * mean) / shape,
		level: LEVEL,
	};
}
