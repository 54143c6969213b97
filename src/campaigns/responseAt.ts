import { type Estimate, type Interval, LEVEL } from '../statistics/interval';
import type { CampaignResponse } from './learnResponses';
import { responseMoments } from './responseMoments';
import { elasticityOf, SHAPES } from './responseShapes';

/** What a campaign is expected to bring at a spend, and how its curve runs there. */
export interface ResponseAt {
	/** Results of a day at that spend, the chance of the day included. */
	readonly results: Estimate;
	/** Results that one more unit of spend is expected to bring. */
	readonly marginalReturn: number;
	/** 1 - marginal / average return: 0 where the next unit brings what the average one does, 1 where nothing more comes back. */
	readonly saturation: Interval;
	/** Whether the days say how the curve runs: the interval of saturation is narrow. Else the other campaigns and the prior do. */
	readonly identified: boolean;
}

/** An interval of saturation as wide as this says little about what the next unit brings. */
const WIDE_SATURATION = 0.4;

/** With fewer days with results a curve is that of the prior. */
const FEWEST_DAYS = 7;

/**
 * Response of a campaign at a spend, over all its shapes and levels.
 *
 * Results: mean and variance of the mixture of gammas, plus that of the chance of a day. Saturation is 1 - d ln response / d ln spend, its interval from the distribution over shapes.
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
		identified: days >= FEWEST_DAYS && saturation.high - saturation.low <= WIDE_SATURATION,
	};
}
