import { sum } from 'simple-statistics';

import type { LevelPrior } from './campaignModel';
import { hasResult, type ModelPrior, type ResultDay } from './filterDays';
import type { CampaignDay } from './campaignDays';
import { METHOD } from './method';
import { priorNoise } from './noise';

/** Elasticity of results to spend assumed by the prior. */
const ELASTICITY = 0.5;

/** Shape of the gamma prior: the levels of a budget's campaigns have a relative deviation of 70%. */
const LEVEL_SHAPE = 1 / 0.7 ** 2;

/** Prior number of independent results in a usual day, where results are amounts rather than counts. */
const RESULTS_OF_A_DAY = 10;

/**
 * Common prior of campaigns that share a budget, from their days (empirical Bayes); null while there are no results.
 *
 * Levels are gamma distributed about the mean over campaigns of (results + 1) / (sum of (spend / reference spend) ^ 0.5 + 1 / common), where `common` is the level of all campaigns together. The
 * added result, at the common rate, keeps every level above 0. Days are weighted with a half-life of `halfLifeDays`.
 *
 * @param histories (campaigns) full days in order
 * @param isCounted whether results are counts, whose variance is their mean, or amounts such as revenue
 */
export function modelPrior(histories: readonly (readonly CampaignDay[])[], isCounted: boolean): ModelPrior | null {
	const days = histories.map((own) => own.filter(hasResult));
	const all = days.flat();
	const results = sum(all.map(({ result }) => result));
	if (results === 0) return null;
	const usual = results / all.length;
	const unit = isCounted ? 1 : usual / RESULTS_OF_A_DAY;
	const referenceSpend = sum(all.map(({ spend }) => spend)) / all.length;
	return { referenceSpend, level: levelPrior(days, referenceSpend, unit), noise: priorNoise(unit, usual) };
}

function levelPrior(days: readonly (readonly ResultDay[])[], referenceSpend: number, unit: number): LevelPrior {
	const lastDay = Math.max(...days.flat().map(({ day }) => day));
	const weight = (day: number) => 0.5 ** ((lastDay - day) / METHOD.halfLifeDays);
	const sums = days.map((own) => ({
		results: sum(own.map(({ day, result }) => (weight(day) * result) / unit)),
		exposure: sum(
			own.map(({ day, spend, reported }) => weight(day) * reported * (spend / referenceSpend) ** ELASTICITY),
		),
	}));
	const common = sum(sums.map(({ results }) => results)) / sum(sums.map(({ exposure }) => exposure));
	const levels = sums.map(({ results, exposure }) => (results + 1) / (exposure + 1 / common));
	return { mean: (unit * sum(levels)) / levels.length, shape: LEVEL_SHAPE };
}
