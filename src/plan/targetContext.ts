import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { DayTotal } from '../ledger/dayTotals';

/** A date, and what is known of spend when its targets are set. */
export interface TargetContext {
	readonly definition: BudgetDefinition;
	/** Spend by local date. */
	readonly days: ReadonlyMap<string, DayTotal>;
	/** The day in question, today or later. */
	readonly date: string;
	/** The local date up to which spend is known. */
	readonly today: string;
	/** First local date that reports do not wholly cover; today by default. */
	readonly reportedUntil?: string;
}
