import { accountOf } from '../../levers/accountOf';
import { jsonRequest } from '../../levers/pushRequest';
import { type BudgetObject, isZero, type ReadBudget } from '../../levers/readBudget';
import type { PushPlatform } from '../../push/pushPlatform';
import { statusBy } from '../../push/statusBy';
import { isMissing } from '../../reports/readNumber';
import { pinterestAdsAnswer } from './answer';
import { pinterestAdsProfile } from './profile';

const statusOf = statusBy('ACTIVE', 'PAUSED');

/**
 * Daily spend caps of campaigns with campaign budget optimization, and daily budgets of ad groups without it, in micros.
 *
 * @see https://github.com/pinterest/api-description, PATCH /ad_accounts/{ad_account_id}/campaigns and /ad_groups
 */
export const pinterestAdsPush: PushPlatform = {
	profile: pinterestAdsProfile,
	readAnswer: pinterestAdsAnswer,
	description: 'Daily spend caps of campaigns, or daily budgets of ad groups',
	names: ['accountId'],
	readBudget: (read, level) => (level === 'campaign' ? campaignBudget(read) : adGroupBudget(read)),
	budgetTypeField: { adGroup: 'budget_type' },
	readStatus: ({ status }) => statusOf(status),
	dailyBudget: ({ target, level, id, amount, apiVersion }) => {
		const ad_account_id = accountOf(target, 'ad account ID of Pinterest');
		const account = `https://api.pinterest.com/${apiVersion}/ad_accounts/${ad_account_id}`;
		const micros = Number(amount);
		return level === 'campaign'
			? jsonRequest('PATCH', `${account}/campaigns`, [{ id, ad_account_id, daily_spend_cap: micros }])
			: jsonRequest('PATCH', `${account}/ad_groups`, [{ id, budget_in_micro_currency: micros }]);
	},
};

/** A campaign has a daily or a lifetime cap, or leaves budgets to its ad groups. */
function campaignBudget({ daily_spend_cap, lifetime_spend_cap }: BudgetObject): ReadBudget {
	if (!isZero(lifetime_spend_cap)) return { kind: 'total', amount: undefined };
	return isZero(daily_spend_cap) ? { kind: 'none', amount: undefined } : { kind: 'daily', amount: daily_spend_cap };
}

function adGroupBudget({ budget_in_micro_currency: amount, budget_type: type }: BudgetObject): ReadBudget {
	if (isMissing(type)) return { kind: 'unknown', amount };
	if (type === 'DAILY') return { kind: 'daily', amount };
	return { kind: type === 'LIFETIME' ? 'total' : 'none', amount: undefined };
}
