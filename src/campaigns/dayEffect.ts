import { METHOD } from './method';

/** What campaigns brought on a day, and what was predicted of them. */
export interface DayTotal {
	readonly result: number;
	readonly mean: number;
	/** Of the result about the mean, on a day without effect. */
	readonly variance: number;
}

/** How good a day was for all campaigns, 1 as usual. */
export interface DayEffect {
	readonly effect: number;
	readonly relativeVariance: number;
}

/** How much days differ for all campaigns together: a weighted mean of squared relative deviations beyond those by chance. */
export interface DayVariation {
	readonly sum: number;
	readonly weight: number;
}

/** Weight of the prior, in days. */
const PRIOR_DAYS = 7;

export const priorVariation = (): DayVariation => ({ sum: PRIOR_DAYS * METHOD.priorOfCommonDay, weight: PRIOR_DAYS });

/** No day is without results altogether. */
const LEAST_EFFECT = 0.05;

/**
 * The effect that a day had on all campaigns, estimated from the other campaigns: their results over what was predicted, shrunk to 1.
 *
 * effect = 1 + t2 / (t2 + v) (R - 1) with R = result / mean, v = variance / mean^2 that R has by chance, and t2 the variance between days: that of
 * the days so far, or what this day alone shows, (R - 1)^2 - v, if that is more, so that a day that was bad for all counts at once.
 * The variance of the effect is t2 v / (t2 + v).
 */
export function dayEffect(others: DayTotal, variation: DayVariation): DayEffect {
	const usual = Math.max(0, variation.sum / variation.weight);
	if (others.mean <= 0) return { effect: 1, relativeVariance: usual };
	const deviation = others.result / others.mean - 1;
	const chance = others.variance / others.mean ** 2;
	const between = Math.max(usual, deviation ** 2 - chance);
	const shrinkage = between / (between + chance);
	const effect = Math.max(LEAST_EFFECT, 1 + shrinkage * deviation);
	return { effect, relativeVariance: (shrinkage * chance) / effect ** 2 };
}

/** The variation after another day, which counts less the more its total is chance. */
export function withDay({ sum, weight }: DayVariation, all: DayTotal): DayVariation {
	if (all.mean <= 0) return { sum, weight };
	const chance = all.variance / all.mean ** 2;
	const excess = (all.result / all.mean - 1) ** 2 - chance;
	const own = (METHOD.priorOfCommonDay / (METHOD.priorOfCommonDay + chance)) ** 2;
	return { sum: sum + own * excess, weight: weight + own };
}
