import type { CampaignDay } from './campaignDays';
import { discounted, weightsOf } from './campaignModel';
import { filterDays, hasResult } from './filterDays';
import { modelPrior } from './modelPrior';
import type { Noise } from './noise';

/** Posterior of a campaign's response to spend, for the day after the last one. */
export interface CampaignResponse {
	/** Daily spend at which levels are stated, major units: the average over the budget's campaigns. */
	readonly referenceSpend: number;
	/** (shapes) weights of the mixture, adding up to 1. */
	readonly weights: readonly number[];
	/** (shapes) expected results of a day at the reference spend. */
	readonly levels: readonly number[];
	/** Shape of the gamma distribution of each level: 1 / squared relative deviation. */
	readonly alpha: number;
	/** Full days with spend and results. */
	readonly days: number;
	readonly noise: Noise;
}

/**
 * Learns the responses of campaigns that share a budget from their full days: the campaign model run over all days (`filterDays`), with a common prior
 * (`modelPrior`).
 *
 * @param histories (campaigns) full days in order, numbered from the same first day; empty for a campaign that never spent, whose response is the prior
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
