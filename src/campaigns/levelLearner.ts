import type { CampaignDay } from './campaignDays';
import type { CommonDay } from './commonDay';
import type { ForeseenDay } from './foreseenDays';
import type { Noise } from './noise';
import type { PredictedDay } from './predictedDay';
import { relativeResponse, SHAPES } from './shapes';

/** Evidence on a level counts half after so many days. */
const HALF_LIFE_DAYS = 28;

/** Before its own days a campaign is believed to bring per money what all did at first, give or take 60%. */
const BELIEF_ALPHA = 1 / 0.6 ** 2;

/** What the days so far taught of a campaign. */
export interface Learner {
	/** Results at the usual spend on a usual day, before any was seen. */
	readonly belief: number;
	/** (shapes) how likely each form of the response is, adding up to 1. */
	readonly weights: readonly number[];
	/** (shapes) results at the usual spend on a usual day: shape and rate of a gamma distribution. */
	readonly levels: readonly { readonly alpha: number; readonly beta: number }[];
	/** The last day it learned from; null before the first. */
	readonly last: Pick<CampaignDay, 'day' | 'isOutdated'> | null;
}

export function newLearner(belief: number): Learner {
	const total = SHAPES.reduce((sum, shape) => sum + shape.belief, 0);
	return {
		belief,
		weights: SHAPES.map((shape) => shape.belief / total),
		levels: SHAPES.map(() => ({ alpha: BELIEF_ALPHA, beta: BELIEF_ALPHA / belief })),
		last: null,
	};
}

/** What is known when a day begins: evidence on the level has faded towards the belief; after a change only the form of the response is known. */
export function untilDay(learner: Learner, today: CampaignDay): Learner {
	const { belief, levels } = learner;
	const last = learner.last ?? today;
	const isNewLevel = last.isOutdated === true && today.isOutdated !== true;
	const share = isNewLevel ? 0 : 0.5 ** ((today.day - last.day) / HALF_LIFE_DAYS);
	const faded = (value: number, towards: number) => towards + share * (value - towards);
	return {
		...learner,
		levels: levels.map(({ alpha, beta }) => ({
			alpha: faded(alpha, BELIEF_ALPHA),
			beta: faded(beta, BELIEF_ALPHA / belief),
		})),
		last: today,
	};
}

/** (shapes) results of a day for a level of 1. @param reported share of the results, 0..1 */
export const exposuresOf = (relativeSpend: number, reported: number): readonly number[] =>
	SHAPES.map(({ shape }) => relativeResponse(shape, relativeSpend) * reported);

/** Mean and relative variance of the rate of results on a day that is as usual for all: level and form of the response are not known for certain. */
export function rateOf(
	{ weights, levels }: Learner,
	exposures: readonly number[],
): { mean: number; relativeVariance: number } {
	let mean = 0;
	let square = 0;
	levels.forEach(({ alpha, beta }, shape) => {
		const own = (alpha / beta) * exposures[shape]!;
		mean += weights[shape]! * own;
		square += weights[shape]! * own * own * (1 + 1 / alpha);
	});
	return { mean, relativeVariance: square / mean ** 2 - 1 };
}

export function predict(
	{ weights, levels }: Learner,
	exposures: readonly number[],
	{ effect, relativeVariance }: CommonDay,
	{ ofCount, ofDay }: Noise,
): PredictedDay {
	return {
		weights,
		means: levels.map(({ alpha, beta }, shape) => ((alpha / beta) * exposures[shape]! * effect) / ofCount),
		steadiness: levels.map(({ alpha }) => 1 / ((1 + 1 / alpha) * (1 + ofDay) * (1 + relativeVariance) - 1)),
	};
}

/** What is known after a day: shapes are weighed by what they foresaw of it, levels learn from its results. */
export function learnDay({ known, weightsAfter, result, exposures, dispersion }: ForeseenDay): Learner {
	return {
		...known,
		weights: weightsAfter,
		levels: known.levels.map(({ alpha, beta }, shape) => ({
			alpha: alpha + result / dispersion,
			beta: beta + exposures[shape]! / dispersion,
		})),
	};
}
