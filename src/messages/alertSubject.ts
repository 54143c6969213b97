import type { BudgetDefinition } from '../budget/budgetDefinition';

/** What a message tells of a budget besides its forecast. */
export interface AlertSubject {
	readonly definition: BudgetDefinition;
	/** Today's amount, and what was reported as spent of it; major units. */
	readonly day: { readonly amount: number; readonly spent: number };
	/** Up to when delivery is known; undefined before the first report. */
	readonly dataUntilMs: number | undefined;
	/** The account or client that the budget belongs to; empty if that was not said. */
	readonly account: string;
}
