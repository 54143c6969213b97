import { amountWithFee } from '../budget/agencyFee';
import { givenAmountsOn } from '../budget/amountsFrom';
import { CALENDAR_PERIODS } from '../budget/horizon';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { formatMoney } from '../format/formatMoney';
import { formatDay } from '../format/formatTime';
import type { Amount } from '../money/amount';
import { calendarNotes } from '../notes/calendarNotes';
import { feeNotes } from '../notes/feeNotes';
import type { Note } from '../notes/note';
import { addDays, daysBetween } from '../time/localClock';

/** Days before a change on which plans begin to name it. */
const NEAR_DAYS = 7;

const KINDS = [{ field: 'dailyAmount', adjective: 'daily' } as const, ...CALENDAR_PERIODS];

/** Amounts that begin on a planned day or in the week after it. */
export function amountChangeNotes(definition: BudgetDefinition, date: string): Note[] {
	const { amountsFrom = [], currency } = definition;
	const money = (amount: Amount) => formatMoney(amount, currency);
	const shown = (amount: Amount): string => {
		const gross = amountWithFee(amount, definition);
		return gross === undefined ? money(amount) : feeNotes.change(money(gross.media), money(gross.amount));
	};
	return amountsFrom.flatMap(({ from }) => {
		const ahead = daysBetween(date, from);
		if (ahead < 0 || ahead > NEAR_DAYS) return [];
		const before = givenAmountsOn(definition, addDays(from, -1));
		const after = givenAmountsOn(definition, from);
		return KINDS.flatMap(({ field, adjective }) => {
			const amount = after[field];
			const earlier = before[field];
			if (amount === undefined || amount === earlier) return [];
			return [
				calendarNotes.amountChange(
					formatDay(from),
					adjective,
					shown(amount),
					earlier === undefined ? null : shown(earlier),
				),
			];
		});
	});
}
