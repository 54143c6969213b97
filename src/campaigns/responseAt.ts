import { type Estimate, type Interval, LEVEL } from '../statistics/interval';
import type { CampaignResponse } from './learnResponses';
import { responseMoments } from './responseMoments';
import { elasticityOf, SHAPES } from './responseShapes';

/** Expected results of a campaign at a given spend, and the slope of its response curve there. */
export interface ResponseAt {
	/** Results of a day at that spend, including the variation from day to day. */
	readonly results: Estimate;
	/** Expected results of one more unit of spend. */
	readonly marginalReturn: number;
	/** 1 - marginal / average return: 0 where the marginal return equals the average one, 1 where it is 0. */
	readonly saturation: Interval;
	/** Whether the campaign's own days determine the curve: the interval of saturation is narrow. Otherwise the estimate borrows from the other campaigns and the prior. */
	readonly identified: boolean;
}

/** Maximum width of the interval of saturation of an identified curve. */
const MAX_SATURATION_WIDTH = 0.4;

/** Minimum number of days with results of an identified curve. */
const MIN_DAYS = 7;

/**
 * Response of a campaign at a given spend, averaged over all shapes and levels.
 *
 * Results: mean and variance of the mixture of gammas, plus the variance of a day's noise. Saturation is 1 - d ln response / d ln spend, with an interval from the distribution over shapes.
 *
 * @param spend major units, > 0
 */
export function responseAt(campaign: CampaignResponse, spend: number): ResponseAt {
	const { referenceSpend, weights, days, noise } = campaign;
	const { mean, meanSlope, variance } = responseMoments(campaign, spend);
	const whole = variance + noise.ofCount * mean + noise.ofDay * mean ** 2;
	const shapes = SHAPES.map(({ shape }, position) => ({
		weight: weights[position]!,
		saturation: 1 - elasticityOf(shape, spend / referenceSpend),
	}));
	const ranked = [...shapes].sort((a, b) => a.saturation - b.saturation);
	const saturationAt = (probability: number) => {
		let cumulative = 0;
		return (ranked.find(({ weight }) => (cumulative += weight) >= probability) ?? ranked.at(-1)!).saturation;
	};
	const tail = (1 - LEVEL) / 2;
	const saturation = {
		mean: 1 - meanSlope / mean,
		low: saturationAt(tail),
		high: saturationAt(1 - tail),
		level: LEVEL,
	};
	return {
		results: { mean, relativeDeviation: Math.sqrt(whole) / mean },
		marginalReturn: (mean * (1 - saturation.mean)) / spend,
		saturation,
		identified: days >= MIN_DAYS && saturation.high - saturation.low <= MAX_SATURATION_WIDTH,
	};
}
