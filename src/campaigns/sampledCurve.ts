import { gammaQuantile } from '../statistics/gamma';
import type { ResponseCurve } from '../allocator/responseCell';
import type { CampaignResponse } from './learnResponses';
import { SIBLING_SHAPES } from './siblingShapes';

/**
 * One curve that the campaign may have, as likely to be drawn as it is to be true: what Thompson sampling decides by.
 *
 * @param random uniform on [0, 1)
 * @see W. R. Thompson, Biometrika 25, 1933; O. Chapelle and L. Li, An empirical evaluation of Thompson sampling, NIPS 2011
 */
export function sampledCurve(
	{ siblingSpend, weights, levels, certainty }: CampaignResponse,
	random: () => number,
): ResponseCurve {
	const drawn = random();
	let cumulative = 0;
	const found = weights.findIndex((weight) => (cumulative += weight) > drawn);
	const position = found < 0 ? weights.length - 1 : found;
	const level = (levels[position]! / certainty) * gammaQuantile(certainty, Math.max(random(), Number.EPSILON));
	const { shape } = SIBLING_SHAPES[position]!;
	if (shape.kind === 'power') return { kind: 'power', a: level / siblingSpend ** shape.s, s: shape.s };
	return { kind: 'hill', a: level * (1 + shape.k ** shape.s), k: shape.k * siblingSpend, s: shape.s };
}
