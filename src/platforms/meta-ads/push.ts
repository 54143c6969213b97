import type { BudgetEdit } from '../../push/budgetEdit';
import type { BudgetSchedule } from '../../push/budgetSchedule';
import { type PushRequest, queryRequest } from '../../push/pushRequest';

/**
 * Sets the daily budget of a campaign or an ad set, in Meta's smallest units.
 *
 * @see https://developers.facebook.com/documentation/ads-commerce/marketing-api/bidding/overview/budgets
 */
export const metaBudget = ({ apiVersion, id, amount }: Pick<BudgetEdit, 'apiVersion' | 'id' | 'amount'>): PushRequest =>
	queryRequest(`https://graph.facebook.com/${apiVersion}/${id}`, { daily_budget: amount });

/**
 * Raises the daily budget of a campaign or an ad set by a factor for some hours.
 *
 * @see https://developers.facebook.com/documentation/ads-commerce/marketing-api/reference/ad-campaign-group/budget_schedules
 */
export const metaBudgetSchedule = (
	{ apiVersion, id }: Pick<BudgetEdit, 'apiVersion' | 'id'>,
	{ factor, startMs, endMs }: Pick<BudgetSchedule, 'factor' | 'startMs' | 'endMs'>,
): PushRequest =>
	queryRequest(`https://graph.facebook.com/${apiVersion}/${id}/budget_schedules`, {
		budget_value: String(factor),
		budget_value_type: 'MULTIPLIER',
		time_start: String(startMs / 1000),
		time_end: String(endMs / 1000),
	});
