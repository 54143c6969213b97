import { amountsOn, type PeriodAmounts } from '../budget/amountsFrom';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { formatMoney } from '../format/formatMoney';
import { formatDay } from '../format/formatTime';
import type { Amount } from '../money/amount';
import { calendarNotes } from '../notes/calendarNotes';
import type { Note } from '../notes/note';
import { addDays, daysBetween } from '../time/localClock';

/** Days before a change on which plans begin to name it. */
const NEAR_DAYS = 7;

const KINDS = { dailyAmount: 'daily', weeklyAmount: 'weekly', monthlyAmount: 'monthly' } as const;

/** Amounts that begin on a planned day or in the week after it. */
export function amountChangeNotes(definition: BudgetDefinition, date: string): Note[] {
	const { amountsFrom = [], currency } = definition;
	const shown = (amount: Amount) => formatMoney(amount, currency);
	return amountsFrom.flatMap(({ from }) => {
		const ahead = daysBetween(date, from);
		if (ahead < 0 || ahead > NEAR_DAYS) return [];
		const before = amountsOn(definition, addDays(from, -1));
		const after = amountsOn(definition, from);
		return (Object.keys(KINDS) as (keyof PeriodAmounts)[]).flatMap((field) => {
			const amount = after[field];
			const earlier = before[field];
			if (amount === undefined || amount === earlier) return [];
			return [
				calendarNotes.amountChange(
					formatDay(from),
					KINDS[field],
					shown(amount),
					earlier === undefined ? null : shown(earlier),
				),
			];
		});
	});
}
