import { largestOffer } from '../demand/ceiling';
import type { CampaignDelivery } from './learnDelivery';

/**
 * (campaigns) the largest daily budget worth offering on a weekday, major units; Infinity for a campaign whose budgets are not known.
 *
 * @param isLast on the last days of a period
 */
export const largestOffers = (deliveries: readonly CampaignDelivery[], weekday: number, isLast = false): number[] =>
	deliveries.map(({ ceilings, rates }) =>
		ceilings === null ? Infinity : largestOffer(ceilings[weekday]!, rates[weekday]!, isLast),
	);
