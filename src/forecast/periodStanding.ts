import { sum } from 'simple-statistics';

import type { Horizon } from '../budget/horizon';
import { openDates } from '../budget/openTime';
import { spendBetween } from '../ledger/dayTotals';
import { fromMicros } from '../money/micros';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import type { PeriodTarget } from '../plan/periodTargets';
import { addDays, daysBetween } from '../time/localClock';
import { datesOf } from '../time/period';
import type { DayContext } from './dayContext';
import { averageDays } from './laterDays';

/** How a week, month, quarter, year or flight stands. Amounts in major units. */
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
	/** Days that are not closed: from today on, and after today. */
	readonly daysLeft: number;
	readonly daysAhead: number;
}

/** How the longer targets of a budget stand. */
export function periodStandings({
	learning,
	planning,
	target: { periods },
	unreported,
	spent: spentToday,
	date,
	expectedShare,
}: DayContext): PeriodStanding[] {
	const { definition, days } = learning;
	const major = (units: number) => Number(fromMinorUnits(units, definition.currency));
	const averageDay = averageDays(planning);
	return periods.map((target): PeriodStanding => {
		const { horizon, period } = target;
		const amount = major(target.target);
		const before = major(target.spentBefore);
		const assumed = major(target.unknownStart?.assumed ?? 0);
		const reported = fromMicros(spendBetween(days, period.start, date));
		const usual = datesOf(period).map(averageDay);
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
			daysLeft: openDates(definition, { start: date, end: period.end }).length,
			daysAhead: openDates(definition, { start: addDays(date, 1), end: period.end }).length,
		};
	});
}

/** Whether the amount of a period is spent before its last day that is open, so that today has none. */
export const isSpent = ({ amount, spentBefore, spent, daysLeft, daysAhead }: PeriodStanding): boolean =>
	amount > 0 && ((daysLeft > 0 && spentBefore >= amount) || (daysAhead > 0 && spent >= amount));
