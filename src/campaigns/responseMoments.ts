import type { CampaignResponse } from './learnResponses';
import { elasticityOf, relativeResponse, SHAPES } from './responseShapes';

/** Expectation and variance of what a campaign's day brings at a spend, over all its shapes and levels. */
export interface ResponseMoments {
	readonly mean: number;
	/** d mean / d ln spend. */
	readonly meanSlope: number;
	/** Of the expected results of a day: what is not known of the curve, without the chance of the day. */
	readonly variance: number;
}

/** Moments of the mixture of gammas that a campaign's response is. @param spend major units, > 0 */
export function responseMoments(
	{ referenceSpend, weights, levels, alpha }: CampaignResponse,
	spend: number,
): ResponseMoments {
	const t = spend / referenceSpend;
	let mean = 0;
	let meanSlope = 0;
	let square = 0;
	SHAPES.forEach(({ shape }, position) => {
		const own = levels[position]! * relativeResponse(shape, t);
		const part = weights[position]! * own;
		mean += part;
		meanSlope += part * elasticityOf(shape, t);
		square += part * own * (1 + 1 / alpha);
	});
	return {
		mean,
		meanSlope,
		variance: Math.max(0, square - mean ** 2),
	};
}
