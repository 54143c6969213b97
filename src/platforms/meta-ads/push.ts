import type { PushPlatform } from '../../push/pushPlatform';
import { queryRequest } from '../../push/pushRequest';
import { isZero } from '../../push/readBudget';
import { statusBy } from '../../push/statusBy';
import { metaAdsAnswer } from './answer';
import { metaAdsProfile } from './profile';

const statusOf = statusBy('ACTIVE', 'PAUSED');

/**
 * Daily budgets of campaigns and ad sets, in Meta's smallest units, and budget schedules that raise them by a factor for some hours.
 *
 * @see https://developers.facebook.com/documentation/ads-commerce/marketing-api/bidding/overview/budgets
 * @see https://developers.facebook.com/documentation/ads-commerce/marketing-api/reference/ad-campaign-group/budget_schedules
 */
export const metaAdsPush: PushPlatform = {
	profile: metaAdsProfile,
	readAnswer: metaAdsAnswer,
	description: 'Daily budgets of campaigns or ad sets, and budget schedules',
	names: [],
	/** Meta returns the field that is not used as "0". */
	readBudget: ({ daily_budget, lifetime_budget }) => {
		if (!isZero(lifetime_budget)) return { kind: 'total', amount: undefined };
		return isZero(daily_budget) ? { kind: 'none', amount: undefined } : { kind: 'daily', amount: daily_budget };
	},
	readStatus: ({ status }) => statusOf(status),
	dailyBudget: ({ apiVersion, id, amount }) =>
		queryRequest(`https://graph.facebook.com/${apiVersion}/${id}`, { daily_budget: amount }),
	budgetSchedule: ({ apiVersion, id, factor, startMs, endMs }) =>
		queryRequest(`https://graph.facebook.com/${apiVersion}/${id}/budget_schedules`, {
			budget_value: String(factor),
			budget_value_type: 'MULTIPLIER',
			time_start: String(startMs / 1000),
			time_end: String(endMs / 1000),
		}),
};
