import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import { type DayTotal, NO_RESULTS } from '../ledger/dayTotals';
import type { Learning } from '../learning/learning';
import type { SpendHour } from '../demand/spendSeries';
import { planContext } from '../plan/planContext';
import { planHours } from '../plan/planHours';
import { targetOf } from '../plan/targetOf';

/** A partly replayed local day. */
export interface ReplayedToday {
	readonly date: string;
	/** What was learned from the days before. */
	readonly learning: Learning;
	/** Totals by local date, with the spend under the strategy in place of the actual one; `planToday` sets today's. */
	readonly days: Map<string, DayTotal>;
	/** (hours) spend in micros; null for hours to come. */
	readonly micros: readonly (number | null)[];
	/** Hours that are informative about the day's demand. */
	readonly series: readonly SpendHour[];
	/** (hours) amounts of the previous plan, minor units; null before the first. */
	readonly before: readonly number[] | null;
}

/** The plan of a strategy at an instant of a replayed day, from earlier days and today's hours under its own plans. */
export function planToday(
	{ date, learning, days, micros, series, before }: ReplayedToday,
	definition: BudgetDefinition,
	strategy: Strategy,
	nowMs: number,
	withheld = 0,
) {
	const spent = micros.reduce<number>((sum, spend) => sum + (spend ?? 0), 0);
	days.set(date, { ...NO_RESULTS, spend: spent });
	const today = { ...learning, definition, days, series, dataUntilMs: nowMs };
	const context = planContext(today, { strategy, nowMs });
	const dayAmount = Math.max(0, targetOf(context).amount - withheld);
	const planned = planHours(context, {
		dayAmount,
		delivery: { ...NO_RESULTS, campaigns: new Map(), spend: micros },
		before,
	});
	return { dayAmount, ...planned };
}
