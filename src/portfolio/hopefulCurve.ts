import type { ResponseCurve } from '../response/responseCell';
import type { CampaignResponse } from './learnResponses';
import { responseMoments } from './responseMoments';

/** So many standard deviations are hoped for beyond what is expected: chosen on simulated accounts (docs/decisions/0009). */
const HOPE = 0.6;

/**
 * What a campaign may bring at a spend if things are somewhat better than expected, and the elasticity of that, d ln response / d ln spend.
 *
 * hopeful = mean + HOPE * deviation, over all that its curve may be. Where a campaign was never spent on enough to know, the deviation is wide: money goes there, what it
 * brings is seen, and the deviation closes. Expectation alone would never try, and stay with a split that looks best because it is the only one known.
 *
 * @param spend major units, > 0
 * @see T. L. Lai and H. Robbins, Adv. Appl. Math. 6, 1985; P. Auer, N. Cesa-Bianchi and P. Fischer, Machine Learning 47, 2002 (upper confidence bounds)
 */
export function hopefulResponse(
	campaign: CampaignResponse,
	spend: number,
): { readonly results: number; readonly elasticity: number } {
	const { mean, meanSlope, variance, varianceSlope } = responseMoments(campaign, spend);
	const deviation = Math.sqrt(variance);
	const results = mean + HOPE * deviation;
	const slope = meanSlope + (deviation > 0 ? (HOPE * varianceSlope) / (2 * deviation) : 0);
	return { results, elasticity: results > 0 ? slope / results : 0 };
}

/** The curve is matched at this factor below and above the spend it is made for. */
const SPAN = 1.5;

/** Elasticity is at least and, for a curve without saturation, at most so much: neither nothing nor no diminishing at all. */
const LEAST_ELASTICITY = 0.02;
const LARGEST_ELASTICITY = 0.98;

/**
 * A single curve with the hopeful response at a spend and its elasticity a little below and above it: Hill where elasticity falls with spend,
 * else a power.
 *
 * A mixture of shapes has no closed form that the allocator knows. With s and u = (x/k)^s the elasticity of Hill is s / (1 + u), so two
 * elasticities e1 > e2 at x1 < x2 give s as the root of e2 (1 + (s/e1 - 1) (x2/x1)^s) = s above e1.
 *
 * @param spend major units, > 0, around which the curve is needed
 */
export function hopefulCurve(campaign: CampaignResponse, spend: number): ResponseCurve {
	const at = hopefulResponse(campaign, spend);
	const ratio = SPAN ** 2;
	const e1 = clampElasticity(hopefulResponse(campaign, spend / SPAN).elasticity);
	const e2 = clampElasticity(hopefulResponse(campaign, spend * SPAN).elasticity);
	const excess = (s: number) => e2 * (1 + (s / e1 - 1) * ratio ** s) - s;
	let low = e1;
	let high = MOST_STEEP;
	if (e2 >= e1 - NEARLY || excess(high) <= 0) {
		const s = Math.min(LARGEST_ELASTICITY, clampElasticity(at.elasticity));
		return { kind: 'power', a: at.results / spend ** s, s };
	}
	for (let step = 0; step < BISECTIONS; step++) {
		const middle = (low + high) / 2;
		if (excess(middle) > 0) high = middle;
		else low = middle;
	}
	const s = (low + high) / 2;
	const k = spend / SPAN / (s / e1 - 1) ** (1 / s);
	return { kind: 'hill', a: at.results * (1 + (k / spend) ** s), k, s };
}

const clampElasticity = (elasticity: number): number => Math.max(LEAST_ELASTICITY, elasticity);

/** No shape rises more steeply; a Hill curve that would have to is a power over the range that matters. */
const MOST_STEEP = 8;

/** Elasticities closer than this are one. */
const NEARLY = 1e-3;

const BISECTIONS = 50;
