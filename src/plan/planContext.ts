import type { Strategy } from '../budget/budgetDefinition';
import type { Learning } from '../learning/learning';
import { type Unreported, unreportedAt } from '../learning/unreported';
import { rememberLast } from '../rememberLast';
import { localClock } from '../time/localClock';
import { type LocalHour, localDay } from '../time/localDay';
import { type NextPush, nextPush, NO_PUSHES, type PlannedPush } from './nextPush';

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
	/** What a push of this plan does to a daily budget. */
	readonly push: NextPush;
}

/** @param options `date` is today by default; without pushes nothing is known of the next one */
export function planContext(
	learning: Learning,
	options: {
		strategy: Strategy;
		nowMs: number;
		date?: string | undefined;
		pushes?: readonly PlannedPush[] | undefined;
	},
): PlanContext {
	const { strategy, nowMs, pushes = NO_PUSHES } = options;
	const date = options.date ?? localClock(nowMs, learning.definition.timeZone).date;
	return contextOf(learning, strategy, nowMs, date, nextPush(pushes, nowMs));
}

const contextOf = rememberLast(
	(learning: Learning, strategy: Strategy, nowMs: number, date: string, push: NextPush): PlanContext => ({
		learning,
		strategy,
		nowMs,
		date,
		day: localDay(date, learning.definition.timeZone),
		unreported: unreportedAt(learning, nowMs),
		push,
	}),
);
