import { mean, sum } from 'simple-statistics';

import { allocate } from '../allocator/allocate';
import { isFiniteThroughout } from '../statistics/isFiniteThroughout';
import { expectedResponse } from './expectedResponse';
import type { CampaignLearning } from './learnCampaigns';
import { DAY_ELASTICITY } from './learnDayValues';
import type { CampaignDelivery } from './learnDelivery';

/** Marginal returns are compared at days this much above and below a usual one. */
const SPAN = 1.5;

/** Where campaigns take so little more that a raise is worth next to nothing, better days still get a little more. */
const LEAST_ELASTICITY = 0.05;

/**
 * Elasticity of the results of a day of all campaigns together to its spend, around a usual day.
 *
 * The results of each campaign go with its spend to the power of 0.76, up to what it can spend unless its budget limits it. Once the better campaigns have what
 * they can take, more on a day goes to the worse ones, so that the marginal return of several campaigns falls faster than that of one. With m(x) the marginal
 * return of the best split of x, e = 1 + ln(m(1.5 x) / m(x / 1.5)) / ln 1.5^2.
 *
 * @returns 0.05 to 0.76; 0.76 where there is one campaign, or nothing is known of their responses
 */
export function dayElasticity({ spends, responses, deliveries }: CampaignLearning): number {
	const usual = sum(spends.map((spend) => spend.usual));
	if (spends.length < 2 || responses === null || usual === 0) return DAY_ELASTICITY;
	const cells = responses.map((response, campaign) => {
		const at = spends[campaign]!.usual || response.referenceSpend;
		return {
			curve: { kind: 'power', a: expectedResponse(response)(at) / at ** DAY_ELASTICITY, s: DAY_ELASTICITY },
			max: ceilingOf(deliveries[campaign]!),
		} as const;
	});
	if (!isFiniteThroughout(cells.map(({ curve }) => curve.a))) return DAY_ELASTICITY;
	const marginalReturn = (amount: number) => allocate(cells, amount).multiplier;
	const [below, above] = [marginalReturn(usual / SPAN), marginalReturn(usual * SPAN)];
	if (below === 0) return DAY_ELASTICITY;
	const elasticity = 1 + Math.log(above / below) / (2 * Math.log(SPAN));
	return Math.min(DAY_ELASTICITY, Math.max(LEAST_ELASTICITY, elasticity));
}

/** What a campaign can spend on a mean weekday, major units; Infinity where its budget limits it, so that this is not known. */
const ceilingOf = ({ ceilings, limitedBy }: CampaignDelivery): number =>
	ceilings === null || limitedBy === 'budget' ? Infinity : Math.exp(mean(ceilings.map((weekday) => weekday.mean)));
