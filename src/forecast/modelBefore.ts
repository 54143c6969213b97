import { openShares } from '../budget/openTime';
import { ordinaryDates } from '../budget/ordinaryDates';
import { fitSpendModel } from '../demand/fitSpendModel';
import type { SpendModel } from '../demand/spendModel';
import type { SpendHour } from '../demand/spendSeries';
import type { Learning } from '../learning/learning';

/** The local dates of hours with spend. */
export const datesWithSpend = (hours: readonly SpendHour[]): ReadonlySet<string> =>
	new Set(hours.filter(({ spend }) => spend > 0).map(({ date }) => date));

/**
 * What is usual, learned from earlier hours alone, at the daily budgets in force now.
 *
 * @param earlier hours in order of time
 * @returns null without any spend
 */
export const modelBefore = (earlier: readonly SpendHour[], { definition, spendModel }: Learning): SpendModel | null =>
	fitSpendModel(earlier, {
		isOrdinary: ordinaryDates(datesWithSpend(earlier), definition.events),
		logBudget: spendModel?.logBudget,
		open: openShares(definition),
	});
