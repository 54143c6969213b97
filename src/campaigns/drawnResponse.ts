import { sum } from 'simple-statistics';

import { gammaQuantile } from '../statistics/gamma';
import { expectedResponse, mixture, type ValueFunction } from './expectedResponse';
import type { CampaignResponse } from './learnResponses';
import { METHOD } from './method';
import { isSShaped, SHAPES } from './responseShapes';

/**
 * An S-shape and its level drawn from the posterior (Thompson sampling) with the probability `1 - (1 - p)^drawsOfDay`, where p is that of the S-shapes; null
 * otherwise.
 *
 * An S-shape only shows at a large spend, so it is tested more often than it is likely. All else is learned from the days of the expected split.
 *
 * @param random uniform on [0, 1)
 * @see W. R. Thompson, Biometrika 25, 1933; O. Chapelle and L. Li, An empirical evaluation of Thompson sampling, NIPS 2011
 */
export function drawnSShape(response: CampaignResponse, random: () => number): ValueFunction | null {
	const sShaped = sShapedWeights(response);
	const probability = sum(sShaped);
	const [first, second] = [random(), random()];
	const tested = 1 - (1 - probability) ** METHOD.drawsOfDay;
	if (first >= tested) return null;
	return drawnShape({ ...response, weights: sShaped }, (first / tested) * probability, second);
}

/** The expected response if it has no S-shape. */
export function withoutSShapes(response: CampaignResponse): ValueFunction {
	const sShaped = sShapedWeights(response);
	const probability = 1 - sum(sShaped);
	const weights = response.weights.map((weight, shape) => (weight - sShaped[shape]!) / probability);
	return expectedResponse({ ...response, weights });
}

const sShapedWeights = ({ weights }: CampaignResponse): number[] =>
	weights.map((weight, shape) => (isSShaped(SHAPES[shape]!.shape) ? weight : 0));

/** One shape and level drawn from the posterior (Thompson sampling). */
export const sampledResponse = (response: CampaignResponse, random: () => number): ValueFunction =>
	drawnShape(response, random(), random());

/** @param place position in the cumulative weights, selects the shape @param quantile of the level, [0, 1) */
function drawnShape(
	{ referenceSpend, weights, levels, alpha }: CampaignResponse,
	place: number,
	quantile: number,
): ValueFunction {
	let cumulative = 0;
	const found = weights.findIndex((weight) => (cumulative += weight) > place);
	const drawn = found < 0 ? weights.length - 1 : found;
	const level = (levels[drawn]! / alpha) * gammaQuantile(alpha, Math.max(quantile, Number.EPSILON));
	return mixture(
		weights.map((_, shape) => (shape === drawn ? level : 0)),
		referenceSpend,
	);
}
