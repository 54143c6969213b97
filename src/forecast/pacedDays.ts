import { sum } from 'simple-statistics';

import { fromMinorUnits } from '../money/minorUnits';
import { certainSpend } from '../plan/dayDemand';
import { DAY_MS } from '../time/durations';
import { weekdayOfDate } from '../time/localClock';
import type { DayContext } from './dayContext';

/** A daily budget that was pushed within a week is one of those that this package sets. */
const PUSHED_WITHIN_MS = 7 * DAY_MS;

/**
 * Spend of the days after today, in the period that sets today's amount, if this package sets their daily budgets: what is planned, and of what the days before left or
 * took its part, as far as there is demand. To be called once for each date, in order.
 *
 * @param chance (paths) factor of the day's own effect
 * @returns (paths) major units; null for other dates, and for all if no daily budget was pushed within a week
 */
export type PacedDays = (date: string, chance: Float64Array) => Float64Array | null;

export function pacedDays({ learning, target, ahead, spent, budgetPushes, nowMs }: DayContext): PacedDays {
	const period = target.periods.find(({ horizon }) => horizon === target.from);
	const isPushed = budgetPushes.some(({ atMs }) => atMs > nowMs - PUSHED_WITHIN_MS);
	if (!isPushed || period === undefined || ahead === null) return () => null;
	const { deliveries } = learning.campaigns();
	const major = (units: number) => Number(fromMinorUnits(units, learning.definition.currency));
	const planned = new Map(target.ahead.map(({ date, amount }) => [date, major(amount)]));
	let rest = sum([...planned.values()]);
	const leftOfToday = major(period.target - period.spentBefore) - rest - spent;
	const owed = ahead.map((amount) => leftOfToday - amount);
	return (date, chance) => {
		const amount = planned.get(date);
		if (amount === undefined) return null;
		const share = rest > 0 ? amount / rest : 0;
		const most = certainSpend(deliveries, weekdayOfDate(date), 0);
		const spends = chance.map((factor, path) => factor * Math.max(0, Math.min(most, amount + share * owed[path]!)));
		spends.forEach((spend, path) => (owed[path]! += amount - spend));
		rest -= amount;
		return spends;
	};
}
