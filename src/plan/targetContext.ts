import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { DayTotal } from '../ledger/dayTotals';

/** A date, and the known spend when its targets are set. */
export interface TargetContext {
	readonly definition: BudgetDefinition;
	/** Spend by local date. */
	readonly days: ReadonlyMap<string, DayTotal>;
	/** The day in question, today or later. */
	readonly date: string;
	/** Local date up to which spend is known. */
	readonly today: string;
	/** First local date that reports do not cover completely; today by default. */
	readonly reportedUntil?: string;
	/** Weight of a date by the pacing of its flight, in even days; 1 by default. */
	readonly flightWeight?: (date: string) => number;
}
