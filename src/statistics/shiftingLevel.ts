import { logSumExp } from './logSumExp';

/** A level since some observation, and the probability that it is the present one. */
export interface LevelRun {
	readonly mean: number;
	readonly variance: number;
	readonly probability: number;
}

/** What is assumed of a level that may shift. */
export interface ShiftAssumptions {
	/** Variance of an observation around its level. */
	readonly noise: number;
	/** Probability of a shift before an observation. */
	readonly hazard: number;
	/** Variance of levels around 0. */
	readonly spread: number;
	/** Observations for which the present level has held at least. */
	readonly least: number;
}

/** Degrees of freedom of the noise: one odd observation says little. */
const FREEDOM = 5;

/**
 * The present level of observations whose level stays or, now and then, begins anew: every observation at which it may have begun is weighed by the likelihood of
 * all of them. Noise is Student's t with 5 degrees of freedom, so that an odd observation neither moves a level nor begins one.
 *
 * level ~ N(0, spread), x_t ~ level + t_5 noise
 *
 * @param observations in order of time
 * @returns one run for each observation at which the level may have begun
 * @see R. P. Adams, D. J. C. MacKay, Bayesian online changepoint detection, arXiv:0710.3742, 2007
 */
export function shiftingLevel(
	observations: readonly number[],
	{ noise, hazard, spread, least }: ShiftAssumptions,
): LevelRun[] {
	const fresh = { mean: 0, variance: spread };
	let runs = [{ ...fresh, log: 0 }];
	let evidence = 0;
	observations.forEach((observation, position) => {
		if (position > 0 && position <= observations.length - least) {
			runs = [
				...runs.map((run) => ({ ...run, log: run.log + Math.log1p(-hazard) })),
				{ ...fresh, log: evidence + Math.log(hazard) },
			];
		}
		runs = runs.map(({ mean, variance, log }) => {
			const total = variance + noise;
			const squared = (observation - mean) ** 2 / total;
			const precision = (FREEDOM + 1) / (FREEDOM + squared) / noise;
			const next = 1 / (1 / variance + precision);
			return {
				mean: mean + next * precision * (observation - mean),
				variance: next,
				log: log - Math.log(total) / 2 - ((FREEDOM + 1) / 2) * Math.log1p(squared / FREEDOM),
			};
		});
		evidence = logSumExp(runs.map(({ log }) => log));
	});
	return runs.map(({ mean, variance, log }) => ({ mean, variance, probability: Math.exp(log - evidence) }));
}
