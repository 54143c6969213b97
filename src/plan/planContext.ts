import type { Strategy } from '../budget/budgetDefinition';
import type { Learning } from '../learning/learning';
import { type Unreported, unreportedAt } from '../learning/unreported';
import { localClock } from '../time/localClock';
import { type LocalHour, localDay } from '../time/localDay';

/** Inputs of the plan of a local day. */
export interface PlanContext {
	readonly learning: Learning;
	readonly strategy: Strategy;
	readonly nowMs: number;
	/** Local date to plan: today or later. */
	readonly date: string;
	/** (hours) of that date. */
	readonly day: readonly LocalHour[];
	/** Spend until now that no report covers. */
	readonly unreported: Unreported;
}

/** @param planned local date; today by default */
export function planContext(
	learning: Learning,
	{ strategy, nowMs, date: planned }: { strategy: Strategy; nowMs: number; date?: string | undefined },
): PlanContext {
	const { timeZone } = learning.definition;
	const date = planned ?? localClock(nowMs, timeZone).date;
	return { learning, strategy, nowMs, date, day: localDay(date, timeZone), unreported: unreportedAt(learning, nowMs) };
}
