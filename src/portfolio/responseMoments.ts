import type { CampaignResponse } from './learnResponses';
import { elasticityOf, relativeResponse, SHAPES } from './shapes';

/** Expectation and variance of what a campaign's day brings at a spend, over all its shapes and levels, and how they change with spend. */
export interface ResponseMoments {
	readonly mean: number;
	/** d mean / d ln spend. */
	readonly meanSlope: number;
	/** Of the expected results of a day: what is not known of the curve, without the chance of the day. */
	readonly variance: number;
	/** d variance / d ln spend. */
	readonly varianceSlope: number;
}

/** Moments of the mixture of gammas that a campaign's response is. @param spend major units, > 0 */
export function responseMoments({ usualSpend, weights, levels }: CampaignResponse, spend: number): ResponseMoments {
	const t = spend / usualSpend;
	let mean = 0;
	let meanSlope = 0;
	let square = 0;
	let squareSlope = 0;
	SHAPES.forEach(({ shape }, position) => {
		const { mean: level, shape: certainty } = levels[position]!;
		const own = level * relativeResponse(shape, t);
		const elasticity = elasticityOf(shape, t);
		const part = weights[position]! * own;
		const squarePart = part * own * (1 + 1 / certainty);
		mean += part;
		meanSlope += part * elasticity;
		square += squarePart;
		squareSlope += 2 * squarePart * elasticity;
	});
	return {
		mean,
		meanSlope,
		variance: Math.max(0, square - mean ** 2),
		varianceSlope: squareSlope - 2 * mean * meanSlope,
	};
}
