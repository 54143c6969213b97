import type { BudgetDefinition } from '../budget/budgetDefinition';
import { formatUnits } from '../format/formatUnits';
import { calendarNotes } from '../notes/calendarNotes';
import type { Note } from '../notes/note';
import type { DayTarget } from './dayTarget';

/** What a plan adds from the previous week or month, or why it adds nothing. */
export const rolloverNotes = ({ currency }: BudgetDefinition, { periods }: DayTarget): Note[] =>
	periods.flatMap(({ horizon, rollover }) => {
		if (rollover === undefined || rollover.unspent === 0) return [];
		const { from, unspent, added, unknown } = rollover;
		if (unknown === 'not-over') return [calendarNotes.rolloverNotOver(horizon, from)];
		if (unspent === null) return [calendarNotes.rolloverNotObserved(horizon, from)];
		const money = (units: number) => formatUnits(units, currency);
		return [calendarNotes.rolledOver(horizon, from, money(added), money(unspent))];
	});
