import { METHOD } from './method';

/** Results of campaigns on a day, with their prediction. */
export interface DayTotal {
	readonly result: number;
	readonly mean: number;
	/** Predictive variance of the result on a day without an effect. */
	readonly variance: number;
}

/** Shared day effect: the factor on the results of all campaigns, 1 on a usual day. */
export interface DayEffect {
	readonly effect: number;
	readonly relativeVariance: number;
}

/** Variance between days, shared by all campaigns: a weighted mean of squared relative deviations in excess of chance. */
export interface DayVariation {
	readonly sum: number;
	readonly weight: number;
}

/** Weight of the prior, in days. */
const PRIOR_DAYS = 7;

export const priorVariation = (): DayVariation => ({ sum: PRIOR_DAYS * METHOD.priorOfCommonDay, weight: PRIOR_DAYS });

/** Lower bound of the effect: no day is entirely without results. */
const MIN_EFFECT = 0.05;

/**
 * Shared day effect, estimated from the other campaigns: their results over their prediction, shrunk to 1.
 *
 * effect = 1 + t2 / (t2 + v) (R - 1) with R = result / mean, v = variance / mean^2 the chance variance of R, and t2 the variance between days: the larger
 * of that of the days so far and that of this day alone, (R - 1)^2 - v. A day that is bad for all campaigns is therefore recognized at once.
 * The variance of the effect is t2 v / (t2 + v).
 */
export function dayEffect(others: DayTotal, variation: DayVariation): DayEffect {
	const usual = Math.max(0, variation.sum / variation.weight);
	if (others.mean <= 0) return { effect: 1, relativeVariance: usual };
	const deviation = others.result / others.mean - 1;
	const chance = others.variance / others.mean ** 2;
	const between = Math.max(usual, deviation ** 2 - chance);
	const shrinkage = between / (between + chance);
	const effect = Math.max(MIN_EFFECT, 1 + shrinkage * deviation);
	return { effect, relativeVariance: (shrinkage * chance) / effect ** 2 };
}

/** The variation after another day; the more of its total is chance, the lower its weight. */
export function withDay({ sum, weight }: DayVariation, all: DayTotal): DayVariation {
	if (all.mean <= 0) return { sum, weight };
	const chance = all.variance / all.mean ** 2;
	const excess = (all.result / all.mean - 1) ** 2 - chance;
	const own = (METHOD.priorOfCommonDay / (METHOD.priorOfCommonDay + chance)) ** 2;
	return { sum: sum + own * excess, weight: weight + own };
}
