import { accountOf } from '../../levers/accountOf';
import type { PlatformEdit } from '../../levers/budgetEdit';
import { jsonRequest, type PushRequest } from '../../levers/pushRequest';
import type { PushPlatform } from '../../push/pushPlatform';
import { statusBy } from '../../push/statusBy';
import { isMissing } from '../../reports/readNumber';
import { tiktokAdsAnswer } from './answer';
import { tiktokAdsProfile } from './profile';

const ORIGIN = 'https://business-api.tiktok.com';

const statusOf = statusBy('ENABLE', 'DISABLE');

/** A dynamic daily budget is the mean of a week. */
const DAILY_MODES: ReadonlySet<unknown> = new Set(['BUDGET_MODE_DAY', 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET']);

const isTotal = (mode: unknown): boolean => mode === 'BUDGET_MODE_TOTAL';

/**
 * Daily budgets and pauses of campaigns and ad groups; budgets of ad groups also from the next midnight on. TikTok returns errors with
 * HTTP 200: check `code`.
 *
 * @see https://github.com/tiktok/tiktok-business-api-sdk, CampaignUpdateBody, CampaignStatusUpdateBody, AdgroupStatusUpdateBody
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
	dailyBudget: ({ level, id, amount, nextDay, ...edit }) => {
		const budget = Number(amount);
		if (level === 'campaign') return post('campaign/update/', edit, { campaign_id: id, budget });
		const what = nextDay
			? { scheduled_budget: [{ adgroup_id: id, scheduled_budget: budget }] }
			: { budget: [{ adgroup_id: id, budget }] };
		return post('adgroup/budget/update/', edit, what);
	},
	setStatus: ({ level, id, status, ...edit }) => {
		const operation_status = status === 'paused' ? 'DISABLE' : 'ENABLE';
		return level === 'campaign'
			? post('campaign/status/update/', edit, { campaign_ids: [id], operation_status })
			: post('adgroup/status/update/', edit, { adgroup_ids: [id], operation_status });
	},
};

const post = (path: string, { target, apiVersion }: PlatformEdit, what: object): PushRequest =>
	jsonRequest('POST', `${ORIGIN}/open_api/${apiVersion}/${path}`, {
		advertiser_id: accountOf(target, 'advertiser ID of TikTok'),
		...what,
	});
