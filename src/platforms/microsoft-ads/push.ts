import { accountOf } from '../../push/accountOf';
import type { BudgetEdit } from '../../push/budgetEdit';
import { jsonRequest, type PushRequest } from '../../push/pushRequest';

/**
 * Sets a shared budget, or the daily budget of a campaign that has its own.
 *
 * @see https://learn.microsoft.com/en-us/advertising/campaign-management-service/updatebudgets
 * @see https://learn.microsoft.com/en-us/advertising/campaign-management-service/updatecampaigns
 */
export function microsoftBudget({
	target,
	level,
	id,
	amount,
	apiVersion,
}: Pick<BudgetEdit, 'target' | 'level' | 'id' | 'amount' | 'apiVersion'>): PushRequest {
	const service = `https://campaign.api.bingads.microsoft.com/CampaignManagement/${apiVersion}`;
	const BudgetType = 'DailyBudgetStandard';
	if (level === 'budget') {
		return jsonRequest('PUT', `${service}/Budgets`, { Budgets: [{ Id: id, Amount: Number(amount), BudgetType }] });
	}
	return jsonRequest('PUT', `${service}/Campaigns`, {
		AccountId: accountOf(target, 'account ID of Microsoft Advertising'),
		Campaigns: [{ Id: id, DailyBudget: Number(amount), BudgetType }],
	});
}
