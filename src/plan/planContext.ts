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
}

/** @param date today by default */
export function planContext(
	learning: Learning,
	{ strategy, nowMs, date }: { strategy: Strategy; nowMs: number; date?: string | undefined },
): PlanContext {
	const today = localClock(nowMs, learning.definition.timeZone).date;
	return { learning, strategy, nowMs, date: date ?? today, unreported: unreportedAt(learning, nowMs) };
}
