/** What campaigns bring on a day, and what was expected of them. */
export interface DayPart {
	readonly result: number;
	readonly mean: number;
	/** Of the result about the mean, on a day like any other. */
	readonly variance: number;
}

/** How good a day was for all campaigns, 1 as usual. */
export interface CommonDay {
	readonly effect: number;
	readonly relativeVariance: number;
}

/** How much days differ for all campaigns together, as the days so far tell: a weighted mean of squared deviations beyond those by chance. */
export interface DayVariation {
	readonly sum: number;
	readonly weight: number;
}

/** Before any day was seen, days are believed to differ by 10%, with the weight of a week. */
const USUAL_VARIANCE = 0.1 ** 2;
const BELIEF_DAYS = 7;
export const USUAL_VARIATION: DayVariation = { sum: BELIEF_DAYS * USUAL_VARIANCE, weight: BELIEF_DAYS };

/** No day is without effect at all. */
const LEAST_EFFECT = 0.05;

const variance = ({ sum, weight }: DayVariation): number => Math.max(0, sum / weight);

/** What several campaigns bring together. */
export const together = (parts: readonly DayPart[]): DayPart =>
	parts.reduce(
		(sum, part) => ({
			result: sum.result + part.result,
			mean: sum.mean + part.mean,
			variance: sum.variance + part.variance,
		}),
		{ result: 0, mean: 0, variance: 0 },
	);

/**
 * How good a day was, as the siblings of a campaign tell: what they brought over what was expected, shrunk to 1.
 *
 * effect = 1 + t2 / (t2 + v) (R - 1) with R = result / mean, v = variance / mean^2 that R has by chance, and t2 the variance between days: that of
 * the days so far, or what this day alone shows, (R - 1)^2 - v, if that is more. So a day that was bad for all is believed at once.
 * The variance of the effect is t2 v / (t2 + v).
 */
export function commonDay(siblings: DayPart, variation: DayVariation): CommonDay {
	const usual = variance(variation);
	if (siblings.mean <= 0) return { effect: 1, relativeVariance: usual };
	const deviation = siblings.result / siblings.mean - 1;
	const chance = siblings.variance / siblings.mean ** 2;
	const between = Math.max(usual, deviation ** 2 - chance);
	const shrinkage = between / (between + chance);
	const effect = Math.max(LEAST_EFFECT, 1 + shrinkage * deviation);
	return { effect, relativeVariance: (shrinkage * chance) / effect ** 2 };
}

/** What a day adds to what is known of how days differ, by as much as it tells: less the more its total is chance. */
export function withDay({ sum, weight }: DayVariation, all: DayPart): DayVariation {
	if (all.mean <= 0) return { sum, weight };
	const chance = all.variance / all.mean ** 2;
	const excess = (all.result / all.mean - 1) ** 2 - chance;
	const own = (USUAL_VARIANCE / (USUAL_VARIANCE + chance)) ** 2;
	return { sum: sum + own * excess, weight: weight + own };
}
