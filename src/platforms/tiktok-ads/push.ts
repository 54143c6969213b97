import { accountOf } from '../../push/accountOf';
import type { BudgetEdit } from '../../push/budgetEdit';
import { jsonRequest, type PushRequest } from '../../push/pushRequest';

/**
 * Sets the daily budget of a campaign or an ad group, that of an ad group also from the next midnight on. TikTok answers errors with HTTP 200 too: look at `code`.
 *
 * @see https://github.com/tiktok/tiktok-business-api-sdk, CampaignUpdateBody
 */
export function tiktokBudget({
	target,
	level,
	id,
	amount,
	apiVersion,
	nextDay,
}: Pick<BudgetEdit, 'target' | 'level' | 'id' | 'amount' | 'apiVersion' | 'nextDay'>): PushRequest {
	const api = `https://business-api.tiktok.com/open_api/${apiVersion}`;
	const advertiser_id = accountOf(target, 'advertiser ID of TikTok');
	const budget = Number(amount);
	if (level === 'campaign') {
		return jsonRequest('POST', `${api}/campaign/update/`, { advertiser_id, campaign_id: id, budget });
	}
	const what = nextDay
		? { scheduled_budget: [{ adgroup_id: id, scheduled_budget: budget }] }
		: { budget: [{ adgroup_id: id, budget }] };
	return jsonRequest('POST', `${api}/adgroup/budget/update/`, { advertiser_id, ...what });
}
