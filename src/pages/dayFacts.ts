import { formatTime } from '../format/formatTime';
import type { SpendPlan } from '../plan/spendPlan';
import type { FanChart } from '../status/fanChart';

/** Today, as its charts show it. */
export interface DayFacts {
	readonly plan: SpendPlan;
	readonly fan: FanChart;
	/** (hours) the day's amount as the strategy spreads it over the whole day, major units. */
	readonly plannedHours: readonly number[];
	/** From when on the day has no budget left, and whether that is only expected; null if it has. */
	readonly out: { readonly fromMs: number; readonly isExpected: boolean } | null;
}

/** An hour of the day. Amounts in major units; totals are those at its end. */
export interface HourRow {
	readonly label: string;
	readonly planned: number;
	readonly spent: number | null;
	readonly totalPlanned: number;
	/** null where it is not reported. */
	readonly total: number | null;
}

/** Hours of the day. What was planned for a past one is its part of the whole day's plan, because the plan of now starts from what was spent. */
export function hourRows({ plan: { hours, timeZone }, plannedHours, fan: { fromMs } }: DayFacts): HourRow[] {
	let totalPlanned = 0;
	let total = 0;
	return hours.map(({ startMs, endMs, amount, spent, state }, hour) => {
		totalPlanned += plannedHours[hour]!;
		total += Number(spent ?? 0);
		return {
			label: formatTime(startMs, timeZone),
			planned: state === 'past' ? plannedHours[hour]! : Number(amount),
			spent: spent === null ? null : Number(spent),
			totalPlanned,
			total: endMs <= fromMs ? total : null,
		};
	});
}
