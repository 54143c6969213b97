import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import type { DayTotal } from '../ledger/dayTotals';
import { EMPTY_LEDGER, type Ledger } from '../ledger/ledger';
import type { Insight } from '../learning/insight';
import type { SpendHour } from '../demand/spendSeries';
import { targetOf } from '../plan/optimizeAllocation';
import { planHours } from '../plan/planHours';

/** A local day as a strategy has played it so far. */
export interface ReplayedToday {
	readonly date: string;
	/** What campaigns are learned from: the days before. */
	readonly ledger: Ledger;
	/** What the days before taught. */
	readonly insight: Insight;
	/** Spend of earlier days by local date under the same strategy, in the place of what was really spent. */
	readonly spentBefore: ReadonlyMap<string, DayTotal>;
	/** (hours) spend in micros; null for hours to come. */
	readonly micros: readonly (number | null)[];
	/** The hours that tell of the day's demand. */
	readonly series: readonly SpendHour[];
	/** (hours) amounts of the plan before, minor units; null before the first. */
	readonly before: readonly number[] | null;
}

/** The plan that a strategy makes at an instant of a day that it plays: from the days before, and from the hours of today as they went under its own plans. */
export function planToday(
	{ date, ledger, insight, spentBefore, micros, series, before }: ReplayedToday,
	definition: BudgetDefinition,
	strategy: Strategy,
	nowMs: number,
	withheld = 0,
) {
	const spent = micros.reduce<number>((sum, spend) => sum + (spend ?? 0), 0);
	const days = new Map([...insight.days, ...spentBefore, [date, { ...NO_RESULTS, spend: spent }] as const]);
	const known = { ...insight, days, series };
	const covered = { definition, ledger: { ...EMPTY_LEDGER, dataUntilMs: nowMs } };
	const dayAmount = Math.max(0, targetOf(covered, known, strategy, nowMs, date).amount - withheld);
	const planned = planHours({
		definition,
		ledger,
		insight: known,
		strategy,
		nowMs,
		date,
		dayAmount,
		delivery: { ...NO_RESULTS, campaigns: new Map(), spend: micros },
		dataUntilMs: nowMs,
		before,
	});
	return { dayAmount, ...planned };
}

/** Results of the day itself are learned from at the next midnight. */
const NO_RESULTS = { conversions: null, revenue: null, clicks: null };
