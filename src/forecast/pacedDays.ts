import { sum } from 'simple-statistics';

import { fromMinorUnits } from '../money/minorUnits';
import { certainSpend, isLimitedByDemand } from '../plan/dayDemand';
import { DAY_MS } from '../time/durations';
import { weekdayOfDate } from '../time/localClock';
import type { DayContext } from './dayContext';

/** A daily budget that was pushed within a week is one of those that this package sets. */
const PUSHED_WITHIN_MS = 7 * DAY_MS;

/** (paths) factors of a day. */
interface DayEffects {
	/** On what a daily budget becomes. */
	readonly delivery: Float64Array;
	/** On demand: how far its level is known, and the day's own effect. */
	readonly demand: Float64Array;
}

/**
 * Spend of the days after today, in the period that sets today's amount, if this package sets their daily budgets: what is planned, and of what the days before left or
 * took its part, as far as there is demand. Where demand limits every campaign, that is what days usually spend. To be called once for each date, in order.
 *
 * @returns (paths) major units; undefined for other dates
 */
export type PacedDays = (date: string, effects: DayEffects) => Float64Array | undefined;

/**
 * @param usual expected spend of a date if days continue as before, major units
 * @returns null if no daily budget was pushed within a week
 */
export function pacedDays(context: DayContext, usual: (date: string) => number): PacedDays | null {
	const { learning, target, ahead, spent, budgetPushes, nowMs } = context;
	const period = target.periods.find(({ horizon }) => horizon === target.from);
	const isPushed = budgetPushes.some(({ atMs }) => atMs > nowMs - PUSHED_WITHIN_MS);
	if (!isPushed || period === undefined || ahead === null) return null;
	const { deliveries } = learning.campaigns();
	const major = (units: number) => Number(fromMinorUnits(units, learning.definition.currency));
	const planned = new Map(target.ahead.map(({ date, amount }) => [date, major(amount)]));
	let rest = sum([...planned.values()]);
	const leftOfToday = major(period.target - period.spentBefore) - rest - spent;
	const owed = ahead.map((amount) => leftOfToday - amount);
	const isLimited = isLimitedByDemand(deliveries);
	return (date, { delivery, demand }) => {
		const amount = planned.get(date);
		if (amount === undefined) return undefined;
		const share = rest > 0 ? amount / rest : 0;
		const most = isLimited ? usual(date) : certainSpend(deliveries, weekdayOfDate(date), 0);
		const spends = delivery.map((effect, path) =>
			Math.max(0, Math.min(most * demand[path]!, effect * (amount + share * owed[path]!))),
		);
		spends.forEach((spend, path) => (owed[path]! += amount - spend));
		rest -= amount;
		return spends;
	};
}
