import type { Strategy } from '../budget/budgetDefinition';
import type { Learning } from '../learning/learning';
import { type Unreported, unreportedAt } from '../learning/unreported';
import { rememberLast } from '../rememberLast';
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
	/** How far one push moves a daily budget, as a fraction of it; Infinity if nothing is known to bound it. */
	readonly step: number;
}

/** @param options `date` is today by default, `step` unbounded */
export function planContext(
	learning: Learning,
	options: { strategy: Strategy; nowMs: number; date?: string | undefined; step?: number },
): PlanContext {
	const { strategy, nowMs, step = Infinity } = options;
	const date = options.date ?? localClock(nowMs, learning.definition.timeZone).date;
	return contextOf(learning, strategy, nowMs, date, step);
}

const contextOf = rememberLast(
	(learning: Learning, strategy: Strategy, nowMs: number, date: string, step: number): PlanContext => ({
		learning,
		strategy,
		nowMs,
		date,
		day: localDay(date, learning.definition.timeZone),
		unreported: unreportedAt(learning, nowMs),
		step,
	}),
);
