import { isMissing } from '../../reports/readNumber';
import { accountOf } from '../../push/accountOf';
import type { PushPlatform } from '../../push/pushPlatform';
import { jsonRequest } from '../../push/pushRequest';
import { statusBy } from '../../push/statusBy';
import { microsoftAdsAnswer } from './answer';
import { microsoftAdsProfile } from './profile';

const statusOf = statusBy('Active', 'Paused');

const BudgetType = 'DailyBudgetStandard';

/**
 * Shared budgets, and daily budgets of campaigns without a shared one.
 *
 * @see https://learn.microsoft.com/en-us/advertising/campaign-management-service/updatebudgets
 * @see https://learn.microsoft.com/en-us/advertising/campaign-management-service/updatecampaigns
 */
export const microsoftAdsPush: PushPlatform = {
	profile: microsoftAdsProfile,
	readAnswer: microsoftAdsAnswer,
	description: 'Daily budgets of campaigns, or shared budgets',
	names: ['accountId'],
	/** A shared budget is daily. That of a campaign has its amount in DailyBudget even if it is for its lifetime. */
	readBudget: ({ Amount, DailyBudget, BudgetType: type }, level) => {
		if (level === 'budget') return { kind: 'daily', amount: Amount };
		const kind = isMissing(type) ? 'unknown' : typeof type === 'string' && type.startsWith('Daily') ? 'daily' : 'total';
		return { kind, amount: DailyBudget };
	},
	budgetTypeField: { campaign: 'BudgetType' },
	readStatus: ({ Status }) => statusOf(Status),
	dailyBudget: ({ target, level, id, amount, apiVersion }) => {
		const service = `https://campaign.api.bingads.microsoft.com/CampaignManagement/${apiVersion}`;
		if (level === 'budget') {
			return jsonRequest('PUT', `${service}/Budgets`, { Budgets: [{ Id: id, Amount: Number(amount), BudgetType }] });
		}
		return jsonRequest('PUT', `${service}/Campaigns`, {
			AccountId: accountOf(target, 'account ID of Microsoft Advertising'),
			Campaigns: [{ Id: id, DailyBudget: Number(amount), BudgetType }],
		});
	},
};
