import type { BudgetDefinition } from '../budget/budgetDefinition';
import { eventsOn } from '../budget/calendarEvent';

/** What the calendar does to a day of a plan, in words; a daily amount stays as it is. */
export const eventNotes = (
	{ events, weeklyAmount, monthlyAmount, flight }: BudgetDefinition,
	date: string,
): { code: 'event'; detail: string }[] =>
	weeklyAmount === undefined && monthlyAmount === undefined && flight === undefined
		? []
		: eventsOn(events, date).map(({ name, factor }) => ({
				code: 'event',
				detail: `${name}: the day counts ${factor} times as much as usual in longer targets`,
			}));
