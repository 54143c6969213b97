import { sum } from 'simple-statistics';

import { spendBetween } from '../ledger/dayTotals';
import { fromMicros } from '../money/micros';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import type { Horizon, PeriodTarget } from '../plan/periodTargets';
import { daysBetween } from '../time/localClock';
import { datesOf } from '../time/period';
import type { DayContext } from './dayContext';
import { averageDay } from './laterDays';

/** How a week, month or flight stands. Amounts in major units. */
export interface PeriodStanding {
	readonly horizon: Horizon;
	readonly target: PeriodTarget;
	readonly amount: number;
	/** Before today, with what is assumed of the time before the first report. */
	readonly spentBefore: number;
	/** As reported, with what is assumed of the time before the first report. */
	readonly spent: number;
	/** The same with what is expected but not reported yet. */
	readonly spentByNow: number;
	/** Part of the period's usual spend that belongs to the time before this instant, 0..1; null without spend history. */
	readonly gone: number | null;
	/** Days after today. */
	readonly daysAhead: number;
}

/** How the longer targets of a budget stand. */
export function periodStandings({
	learning,
	target: { periods },
	unreported,
	spent: spentToday,
	date,
	expectedShare,
}: DayContext): PeriodStanding[] {
	const { definition, days } = learning;
	const major = (units: number) => Number(fromMinorUnits(units, definition.currency));
	return periods.map((target): PeriodStanding => {
		const { horizon, period } = target;
		const amount = major(target.target);
		const before = major(target.spentBefore);
		const assumed = major(target.unknownStart?.assumed ?? 0);
		const reported = fromMicros(spendBetween(days, period.start, date));
		const usual = datesOf(period).map((day) => averageDay(learning, day));
		const position = daysBetween(period.start, date);
		const total = sum(usual);
		return {
			horizon,
			target,
			amount,
			spentBefore: before,
			spent: major(toMinorUnits(reported, definition.currency, 'nearest')) + assumed,
			spentByNow: before + spentToday + unreported.today.mean,
			gone: total > 0 ? (sum(usual.slice(0, position)) + usual[position]! * expectedShare) / total : null,
			daysAhead: daysBetween(date, period.end),
		};
	});
}

/** Whether the amount of a period is spent before its last day, so that today has none. */
export const isSpent = ({ amount, spentBefore, spent, daysAhead }: PeriodStanding): boolean =>
	amount > 0 && (spentBefore >= amount || (daysAhead > 0 && spent >= amount));
