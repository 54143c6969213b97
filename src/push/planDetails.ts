import type { BudgetEdit } from '../levers/budgetEdit';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { splitMoney } from '../money/splitMoney';
import type { PushJob } from './pushJob';

/**
 * Details of the plan for an interface that accepts hours. The hours add up exactly to the amount.
 *
 * @param units minor units of the account's currency
 */
export function planDetails(
	{ plan, account: { currency, budgetCurrency } }: PushJob,
	lever: 'day-total' | 'hours',
	units: number,
): BudgetEdit['details'] {
	const { budgetId, planId, date, timeZone, hours } = plan;
	const head = { budgetId, planId, date, timeZone };
	if (lever === 'day-total') return head;
	const weights = hours.map(({ amount }) => toMinorUnits(amount, budgetCurrency, 'nearest'));
	const amounts = splitMoney(fromMinorUnits(units, currency), weights, currency);
	return {
		...head,
		hours: hours.map(({ startMs, endMs, multiplier }, hour) => ({
			start: new Date(startMs).toISOString(),
			end: new Date(endMs).toISOString(),
			amount: amounts[hour]!,
			multiplier,
		})),
	};
}
