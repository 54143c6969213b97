import type { ResponseCurve } from '../response/responseCell';
import type { CampaignResponse } from './learnResponses';
import { matchedCurve, type ResponsePoint } from './matchedCurve';
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
export function hopefulResponse(campaign: CampaignResponse, spend: number): ResponsePoint {
	const { mean, meanSlope, variance, varianceSlope } = responseMoments(campaign, spend);
	const deviation = Math.sqrt(variance);
	const results = mean + HOPE * deviation;
	const slope = meanSlope + (deviation > 0 ? (HOPE * varianceSlope) / (2 * deviation) : 0);
	return { results, elasticity: results > 0 ? slope / results : 0 };
}

/** The hopeful curve of a campaign around a spend in major units, > 0. */
export const hopefulCurve = (campaign: CampaignResponse, spend: number): ResponseCurve =>
	matchedCurve((amount) => hopefulResponse(campaign, amount), spend);
