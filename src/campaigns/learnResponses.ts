import type { CampaignDay } from './campaignDays';
import { discounted, weightsOf } from './campaignModel';
import { filterDays, hasResult } from './filterDays';
import { modelPrior } from './modelPrior';
import type { Noise } from './noise';

/** Posterior of how the results of a campaign respond to its spend, for the day after the last one. */
export interface CampaignResponse {
	/** Spend of a day at which levels are stated, major units: what the campaigns of the budget spend on average. */
	readonly referenceSpend: number;
	/** (shapes) weights of the mixture, adding up to 1. */
	readonly weights: readonly number[];
	/** (shapes) expected results on a day with the reference spend. */
	readonly levels: readonly number[];
	/** Shape of the gamma distribution of each level: 1 / squared relative deviation. */
	readonly alpha: number;
	/** Full days with spend and results. */
	readonly days: number;
	readonly noise: Noise;
}

/**
 * Learns the responses of campaigns that share a budget from their full days: the model folded over all of them (`filterDays`), from a prior
 * that the campaigns have in common (`modelPrior`).
 *
 * @param histories (campaigns) full days in order, days counted from the same first one; none for a campaign that never spent, whose response is the prior
 * @param isCounted whether results are counts
 * @returns (campaigns), or null while no campaign has a full day with results
 */
export function learnResponses(
	histories: readonly (readonly CampaignDay[])[],
	isCounted: boolean,
): CampaignResponse[] | null {
	const prior = modelPrior(histories, isCounted);
	if (prior === null) return null;
	const { posteriors, noise } = filterDays(histories, prior);
	const next = { day: Math.max(...posteriors.flatMap(({ last }) => last?.day ?? [])) + 1 };
	return posteriors.map((posterior, campaign) => {
		const { alpha, betas, logWeights } = discounted(posterior, prior.level, next);
		return {
			referenceSpend: prior.referenceSpend,
			weights: weightsOf({ logWeights }),
			levels: betas.map((beta) => alpha / beta),
			alpha,
			days: histories[campaign]!.filter(hasResult).length,
			noise,
		};
	});
}
