import { accountOf } from '../../push/accountOf';
import type { PushPlatform } from '../../push/pushPlatform';
import { jsonRequest } from '../../push/pushRequest';
import { pinterestAdsProfile } from './profile';

/**
 * Daily spend caps of campaigns with campaign budget optimization, and daily budgets of ad groups without it, in micros.
 *
 * @see https://github.com/pinterest/api-description, PATCH /ad_accounts/{ad_account_id}/campaigns and /ad_groups
 */
export const pinterestAdsPush: PushPlatform = {
	profile: pinterestAdsProfile,
	description: 'Daily spend caps of campaigns, or daily budgets of ad groups',
	names: ['accountId'],
	dailyBudget: ({ target, level, id, amount, apiVersion }) => {
		const ad_account_id = accountOf(target, 'ad account ID of Pinterest');
		const account = `https://api.pinterest.com/${apiVersion}/ad_accounts/${ad_account_id}`;
		const micros = Number(amount);
		return level === 'campaign'
			? jsonRequest('PATCH', `${account}/campaigns`, [{ id, ad_account_id, daily_spend_cap: micros }])
			: jsonRequest('PATCH', `${account}/ad_groups`, [{ id, budget_in_micro_currency: micros }]);
	},
};
