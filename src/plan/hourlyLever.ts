import type { BudgetDefinition } from '../budget/budgetDefinition';
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

/** What the hours of a plan are, where they are not decided. */
export const hourlyLeverNotes = (definition: Pick<BudgetDefinition, 'control'>): Note[] =>
	hourlyLeverOf(definition) === 'none' ? [leverNotes.expectedDelivery()] : [];
