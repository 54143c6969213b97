import type { BudgetEdit } from '../../push/budgetEdit';
import { jsonRequest, type PushRequest } from '../../push/pushRequest';

/** Versioned by its media type. */
const SPONSORED_PRODUCTS = 'application/vnd.spCampaign.v3+json';

/**
 * Sets the daily budget of a Sponsored Products campaign. The profile ID (scope) and client ID are headers of the credential.
 *
 * @see https://github.com/amzn/ads-advanced-tools-docs, PUT /sp/campaigns
 */
export const amazonCampaignBudget = ({ id, amount }: Pick<BudgetEdit, 'id' | 'amount'>): PushRequest =>
	jsonRequest(
		'PUT',
		'https://advertising-api.amazon.com/sp/campaigns',
		{ campaigns: [{ campaignId: id, budget: { budget: Number(amount), budgetType: 'DAILY' } }] },
		{ 'Content-Type': SPONSORED_PRODUCTS, Accept: SPONSORED_PRODUCTS },
	);
