import type { BudgetDefinition } from '../budget/budgetDefinition';
import { clockTime } from '../budget/openHours';
import { hasClosings, openHoursOn, stretchesOn } from '../budget/openTime';
import type { Note } from '../notes/note';
import { leverNotes } from '../notes/leverNotes';

/** What can be decided for an hour: its bid and its cap, its cap alone, or nothing. */
export type HourlyLever = 'bid' | 'cap' | 'none';

export function hourlyLeverOf({ control }: Pick<BudgetDefinition, 'control'>): HourlyLever {
	switch (control) {
		case undefined:
		case 'bid-multiplier':
			return 'bid';
		case 'hourly-cap':
			return 'cap';
		case 'daily-budget':
		case 'advice':
			return 'none';
	}
}

/** What the hours of a day's plan are, where they are not decided, and which of them are closed. */
export const hourlyLeverNotes = (definition: BudgetDefinition, date: string): Note[] => {
	const isDecided = hourlyLeverOf(definition) !== 'none';
	const hours = hasClosings(definition) ? openHoursOn(definition, date) : 24;
	const isPartlyOpen = hours > 0 && hours < 24;
	const times = stretchesOn(definition, date)
		.map((stretch) => stretch.map(clockTime).join('-'))
		.join(' and ');
	return [
		...(isDecided ? [] : [leverNotes.expectedDelivery()]),
		...(isPartlyOpen ? [leverNotes.closedHours(times)] : []),
		...(isPartlyOpen && !isDecided ? [leverNotes.closedHoursNotSet(times)] : []),
	];
};
