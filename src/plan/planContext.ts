import type { Strategy } from '../budget/budgetDefinition';
import type { Learning } from '../learning/learning';

/** Inputs of the plan of a local day. */
export interface PlanContext {
	readonly learning: Learning;
	readonly strategy: Strategy;
	readonly nowMs: number;
	/** Local date to plan: today or later. */
	readonly date: string;
}
