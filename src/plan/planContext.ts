import type { Strategy } from '../budget/budgetDefinition';
import type { Learning } from '../learning/learning';

/** What the plan of a local day is made from. */
export interface PlanContext {
	readonly learning: Learning;
	readonly strategy: Strategy;
	readonly nowMs: number;
	/** The local date that is planned: today or later. */
	readonly date: string;
}
