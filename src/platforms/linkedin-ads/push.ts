import { isRow } from '../../reports/row';
import { accountOf } from '../../push/accountOf';
import type { PushPlatform } from '../../push/pushPlatform';
import { jsonRequest } from '../../push/pushRequest';
import { statusBy } from '../../push/statusBy';
import { linkedinAdsAnswer } from './answer';
import { linkedinAdsProfile } from './profile';

const statusOf = statusBy('ACTIVE', 'PAUSED');

/**
 * Daily budgets of campaigns; the currency must be the account's.
 *
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-campaigns
 */
export const linkedinAdsPush: PushPlatform = {
	profile: linkedinAdsProfile,
	readAnswer: linkedinAdsAnswer,
	description: 'Daily budgets of campaigns',
	names: ['accountId'],
	/** A campaign may have both: then the total limits its lifetime, and the daily budget its days. */
	readBudget: ({ dailyBudget, totalBudget }) => {
		if (isRow(dailyBudget)) return { kind: 'daily', amount: dailyBudget['amount'] };
		return { kind: isRow(totalBudget) ? 'total' : 'unknown', amount: undefined };
	},
	readStatus: ({ status }) => statusOf(status),
	dailyBudget: ({ target, id, amount, currency, apiVersion }) =>
		jsonRequest(
			'POST',
			`https://api.linkedin.com/rest/adAccounts/${accountOf(target, 'ad account ID of LinkedIn')}/adCampaigns/${id}`,
			{ patch: { $set: { dailyBudget: { amount, currencyCode: currency } } } },
			{ 'X-RestLi-Method': 'PARTIAL_UPDATE', 'Linkedin-Version': apiVersion },
		),
};
