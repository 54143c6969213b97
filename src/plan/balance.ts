import { sum } from 'simple-statistics';

import { firstReportedDate, spendBetween } from '../ledger/dayTotals';
import { fromMicros } from '../money/micros';
import { toMinorUnits } from '../money/minorUnits';
import { addDays } from '../time/localClock';
import type { Period } from '../time/period';
import type { TargetContext } from './targetContext';

/** What is left of the amounts that were paid in advance. Minor units. */
export interface Balance {
	/** At the start of today, with what is paid on it; negative if more was spent. */
	readonly atStart: number;
	/** Payments of later days. */
	readonly topUps: readonly { readonly date: string; readonly amount: number }[];
	/** Days between the first payment and the first report, whose spend is not known; absent if there are none. */
	readonly unknown?: Period;
}

/**
 * The balance of a budget on its local day: what was paid so far, less all spend since the first payment.
 *
 * @returns undefined without a payment by today
 */
export function balanceOf({
	definition: { prepaid = [], currency },
	days,
	today,
}: Pick<TargetContext, 'definition' | 'days' | 'today'>): Balance | undefined {
	const payments = prepaid.map(({ date, amount }) => ({ date, amount: toMinorUnits(amount, currency, 'down') }));
	const [first] = payments;
	if (first === undefined || first.date > today) return undefined;
	const yesterday = addDays(today, -1);
	const spent = toMinorUnits(fromMicros(spendBetween(days, first.date, yesterday)), currency, 'up');
	const firstReported = firstReportedDate(days, today);
	return {
		atStart: sum(payments.map(({ date, amount }) => (date <= today ? amount : 0))) - spent,
		topUps: payments.filter(({ date }) => date > today),
		...(firstReported > first.date && { unknown: { start: first.date, end: addDays(firstReported, -1) } }),
	};
}
