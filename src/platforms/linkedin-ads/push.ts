import { accountOf } from '../../push/accountOf';
import type { BudgetEdit } from '../../push/budgetEdit';
import { jsonRequest, type PushRequest } from '../../push/pushRequest';

/**
 * Sets the daily budget of a campaign; the currency must be the account's.
 *
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-campaigns
 */
export const linkedinCampaignBudget = ({
	target,
	id,
	amount,
	currency,
	apiVersion,
}: Pick<BudgetEdit, 'target' | 'id' | 'amount' | 'currency' | 'apiVersion'>): PushRequest =>
	jsonRequest(
		'POST',
		`https://api.linkedin.com/rest/adAccounts/${accountOf(target, 'ad account ID of LinkedIn')}/adCampaigns/${id}`,
		{ patch: { $set: { dailyBudget: { amount, currencyCode: currency } } } },
		{ 'X-RestLi-Method': 'PARTIAL_UPDATE', 'Linkedin-Version': apiVersion },
	);
