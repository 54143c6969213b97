import type { BudgetDefinition } from '../budget/budgetDefinition';

/** The budget of a message, besides its forecast. */
export interface AlertSubject {
	readonly definition: BudgetDefinition;
	/** Today's amount and reported spend, major units. */
	readonly day: { readonly amount: number; readonly spent: number };
	/** Instant up to which delivery is known; undefined before the first report. */
	readonly dataUntilMs: number | undefined;
	/** Account or client of the budget; empty if not given. */
	readonly account: string;
}
