import type { CampaignDay } from './campaignDays';
import {
	discounted,
	expectedResults,
	type LevelPrior,
	priorResponse,
	type ResponsePosterior,
	updated,
} from './campaignModel';
import { type DayEffect, dayEffect, type DayTotal } from './dayEffect';
import { type DayError, type Noise, type NoiseEstimate, withDayErrors } from './noise';
import { relativeResponse, SHAPES } from './responseShapes';

/** A full day with results. */
export type ResultDay = CampaignDay & { readonly result: number };

/** Prior of the campaign model. */
export interface ModelPrior {
	/** Spend of a day at which levels are stated, major units. */
	readonly referenceSpend: number;
	readonly level: LevelPrior;
	readonly noise: NoiseEstimate;
}

/** A day of a campaign with its one-step-ahead prediction, which does not use the day's own result. */
export interface FilteredDay {
	readonly day: ResultDay;
	/** Posterior of the response from the days before. */
	readonly before: ResponsePosterior;
	/** (shapes) results of the day for a level of 1, including the day effect. */
	readonly exposures: readonly number[];
	readonly effect: DayEffect;
	readonly noise: Noise;
	/** Variance of the results, given the level, over their mean. */
	readonly dispersion: number;
}

export interface Filtered {
	/** (campaigns, days with results) */
	readonly days: readonly (readonly FilteredDay[])[];
	/** (campaigns) posterior after the last day of each. */
	readonly posteriors: readonly ResponsePosterior[];
	readonly noise: Noise;
}

/** Days with less than this share of their results reported are skipped. */
const MIN_REPORTED = 0.02;

export const hasResult = (day: CampaignDay): day is ResultDay => day.result !== null && day.reported > MIN_REPORTED;

/**
 * Runs the campaign model over the days of all campaigns: each day is first predicted from the days before, then used to update the posterior.
 *
 * The day effect of each campaign is estimated from the other campaigns on that day; the noise of results is estimated from the days before.
 *
 * @param histories (campaigns) full days in order, numbered from the same first day
 * @param excluded  positions of campaigns left out of the day effects because they changed
 */
export function filterDays(
	histories: readonly (readonly CampaignDay[])[],
	{ referenceSpend, level, noise: priorNoise }: ModelPrior,
	excluded: ReadonlySet<number> = new Set(),
): Filtered {
	const posteriors = histories.map(() => priorResponse(level));
	const filtered = histories.map((): FilteredDay[] => []);
	let estimate = priorNoise;
	for (const parts of byDay(histories)) {
		const { noise } = estimate;
		const predicted = parts.map(({ campaign, day }) => {
			const before = discounted(posteriors[campaign]!, level, day);
			const usual = SHAPES.map(({ shape }) => relativeResponse(shape, day.spend / referenceSpend) * day.reported);
			const expected = expectedResults(before, usual);
			return { campaign, day, before, usual, ...expected, total: dayTotal(day.result, expected, noise) };
		});
		const all = sumOf(predicted.filter(({ campaign }) => !excluded.has(campaign)).map(({ total }) => total));
		const errors: DayError[] = [];
		for (const { campaign, day, before, usual, mean, relativeVariance, total } of predicted) {
			const effect = dayEffect(excluded.has(campaign) ? all : without(all, total));
			const exposures = usual.map((exposure) => exposure * effect.effect);
			const ofDay = (1 + noise.ofDay) * (1 + effect.relativeVariance) - 1;
			const dispersion = noise.ofCount + ofDay * mean * effect.effect;
			filtered[campaign]!.push({ day, before, exposures, effect, noise, dispersion });
			posteriors[campaign] = updated(before, exposures, day.result, dispersion);
			errors.push({
				result: day.result,
				mean: mean * effect.effect,
				ofRate: (1 + relativeVariance) * (1 + effect.relativeVariance) - 1,
			});
		}
		estimate = withDayErrors(estimate, errors);
	}
	return { days: filtered, posteriors, noise: estimate.noise };
}

function dayTotal(
	result: number,
	{ mean, relativeVariance }: { readonly mean: number; readonly relativeVariance: number },
	{ ofCount, ofDay }: Noise,
): DayTotal {
	return { result, mean, variance: ofCount * mean + ((1 + relativeVariance) * (1 + ofDay) - 1) * mean ** 2 };
}

const sumOf = (totals: readonly DayTotal[]): DayTotal =>
	totals.reduce(
		(sum, { result, mean, variance }) => ({
			result: sum.result + result,
			mean: sum.mean + mean,
			variance: sum.variance + variance,
		}),
		{ result: 0, mean: 0, variance: 0 },
	);

/** Floating point noise in the difference of two totals: without other campaigns nothing else remains. */
const EPSILON = 1e-9;

const without = (all: DayTotal, own: DayTotal): DayTotal =>
	all.mean - own.mean <= EPSILON * all.mean
		? { result: 0, mean: 0, variance: 0 }
		: { result: all.result - own.result, mean: all.mean - own.mean, variance: all.variance - own.variance };

interface CampaignsDay {
	readonly campaign: number;
	readonly day: ResultDay;
}

/** (days) the campaigns with results on each, in order. */
function byDay(histories: readonly (readonly CampaignDay[])[]): CampaignsDay[][] {
	const days = new Map<number, CampaignsDay[]>();
	histories.forEach((own, campaign) =>
		own.filter(hasResult).forEach((day) => {
			const parts = days.get(day.day) ?? [];
			parts.push({ campaign, day });
			days.set(day.day, parts);
		}),
	);
	return [...days].sort(([a], [b]) => a - b).map(([, parts]) => parts);
}
