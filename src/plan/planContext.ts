import type { Strategy } from '../budget/budgetDefinition';
import type { Learning } from '../learning/learning';
import { type Unreported, unreportedAt } from '../learning/unreported';
import { localClock } from '../time/localClock';

/** Inputs of the plan of a local day. */
export interface PlanContext {
	readonly learning: Learning;
	readonly strategy: Strategy;
	readonly nowMs: number;
	/** Local date to plan: today or later. */
	readonly date: string;
	/** Spend until now that no report covers. */
	readonly unreported: Unreported;
	/** How far one push moves a daily budget, as a fraction of it; Infinity if nothing is known to bound it. */
	readonly step: number;
}

/** @param date today by default @param step unbounded by default */
export function planContext(
	learning: Learning,
	options: { strategy: Strategy; nowMs: number; date?: string | undefined; step?: number },
): PlanContext {
	const { strategy, nowMs, step = Infinity } = options;
	const date = options.date ?? localClock(nowMs, learning.definition.timeZone).date;
	return { learning, strategy, nowMs, date, unreported: unreportedAt(learning, nowMs), step };
}
