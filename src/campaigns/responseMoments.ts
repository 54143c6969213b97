import type { CampaignResponse } from './learnResponses';
import { elasticityOf, relativeResponse, SHAPES } from './responseShapes';

/** Mean and variance of a campaign's expected daily results at a given spend, over all shapes and levels. */
export interface ResponseMoments {
	readonly mean: number;
	/** d mean / d ln spend. */
	readonly meanSlope: number;
	/** Variance of the expected results due to uncertainty about the curve, without the noise of a day. */
	readonly variance: number;
}

/** Moments of a campaign's response, a mixture of gamma distributions. @param spend major units, > 0 */
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
