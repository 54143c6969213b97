import { isMissing } from '../../reports/readNumber';
import { accountOf } from '../../push/accountOf';
import type { PushPlatform } from '../../push/pushPlatform';
import { jsonRequest } from '../../push/pushRequest';
import { statusBy } from '../../push/statusBy';
import { tiktokAdsAnswer } from './answer';
import { tiktokAdsProfile } from './profile';

const statusOf = statusBy('ENABLE', 'DISABLE');

/** A dynamic daily budget is the mean of a week. */
const DAILY_MODES: ReadonlySet<unknown> = new Set(['BUDGET_MODE_DAY', 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET']);

const isTotal = (mode: unknown): boolean => mode === 'BUDGET_MODE_TOTAL';

/**
 * Daily budgets of campaigns and ad groups; of ad groups also from the next midnight on. TikTok returns errors with HTTP 200: check `code`.
 *
 * @see https://github.com/tiktok/tiktok-business-api-sdk, CampaignUpdateBody
 */
export const tiktokAdsPush: PushPlatform = {
	profile: tiktokAdsProfile,
	readAnswer: tiktokAdsAnswer,
	description: 'Daily budgets of campaigns or ad groups',
	names: ['accountId'],
	readBudget: ({ budget: amount, budget_mode: mode }) => {
		if (isMissing(mode)) return { kind: 'unknown', amount };
		return DAILY_MODES.has(mode)
			? { kind: 'daily', amount }
			: { kind: isTotal(mode) ? 'total' : 'none', amount: undefined };
	},
	budgetTypeField: { campaign: 'budget_mode', adGroup: 'budget_mode' },
	readStatus: ({ operation_status: status }) => statusOf(status),
	dailyBudget: ({ target, level, id, amount, apiVersion, nextDay }) => {
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
	},
};
