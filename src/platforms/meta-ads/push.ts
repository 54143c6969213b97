import { isZero } from '../../levers/readBudget';
import type { PushPlatform } from '../../push/pushPlatform';
import { statusBy } from '../../push/statusBy';
import { metaAdsAnswer } from './answer';
import { metaAdsTargets } from './biddingTargets';
import { metaAdsProfile } from './profile';
import { update } from './update';

const statusOf = statusBy('ACTIVE', 'PAUSED');

/**
 * Daily budgets and the status of campaigns and ad sets, and bidding targets of ad sets; budgets are in Meta's smallest units.
 *
 * Budget schedules are not used: `budget_value` is an integer, and Meta's pages disagree on whether a MULTIPLIER is a factor or a percentage, of the
 * budget or of its increase.
 *
 * @see https://developers.facebook.com/documentation/ads-commerce/marketing-api/bidding/overview/budgets
 * @see https://developers.facebook.com/documentation/ads-commerce/marketing-api/reference/ad-campaign-group/budget_schedules
 * @see https://developers.facebook.com/docs/marketing-api/reference/ad-campaign/budget_schedules
 */
export const metaAdsPush: PushPlatform = {
	profile: metaAdsProfile,
	description: 'Daily budgets of campaigns or ad sets, and bidding targets of ad sets',
	readAnswer: metaAdsAnswer,
	names: [],
	/**
	 * Meta leaves out the field that is not used, or returns it as "0". Neither is set where another object has the budget: the campaign with
	 * Advantage campaign budget, otherwise its ad sets.
	 */
	readBudget: ({ daily_budget, lifetime_budget }) => {
		if (!isZero(lifetime_budget)) return { kind: 'total', amount: undefined };
		return isZero(daily_budget) ? { kind: 'none', amount: undefined } : { kind: 'daily', amount: daily_budget };
	},
	readStatus: ({ status }) => statusOf(status),
	dailyBudget: ({ amount, ...edit }) => update(edit, { daily_budget: amount }),
	setStatus: ({ status, ...edit }) => update(edit, { status: status === 'paused' ? 'PAUSED' : 'ACTIVE' }),
	biddingTargets: metaAdsTargets,
};
