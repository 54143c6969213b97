import { sum } from 'simple-statistics';

import { spendBetween } from '../ledger/dayTotals';
import { fromMicros } from '../money/micros';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import type { Horizon, PeriodTarget } from '../plan/periodTargets';
import { daysBetween } from '../time/localClock';
import { datesOf } from '../time/period';
import type { DayContext } from './dayContext';
import { averageDay } from './horizons';

/** How a week, month or flight stands. Amounts in major units. */
export interface PeriodStanding {
	readonly horizon: Horizon;
	readonly target: PeriodTarget;
	readonly amount: number;
	/** As reported, with what is assumed of the time before the first report. */
	readonly spent: number;
	/** The same with what is expected but not reported yet. */
	readonly spentByNow: number;
	/** What is assumed of the time before the first report. */
	readonly assumed: number;
	/** Part of the period's usual spend that belongs to the time before this instant, 0..1; null without spend history. */
	readonly gone: number | null;
	/** Days after today. */
	readonly daysAhead: number;
	/** What each day from today on may spend to end on the amount. */
	readonly perDay: number;
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
	const { definition, spendModel, days } = learning;
	const major = (units: number) => Number(fromMinorUnits(units, definition.currency));
	return periods.map((target): PeriodStanding => {
		const { horizon, period } = target;
		const amount = major(target.target);
		const before = major(target.spentBefore);
		const assumed = major(target.unknownStart?.assumed ?? 0);
		const reported = fromMicros(spendBetween(days, period.start, date));
		const usual = datesOf(period).map((day) => (spendModel === null ? 0 : averageDay(spendModel, learning, day)));
		const position = daysBetween(period.start, date);
		const total = sum(usual);
		const daysAhead = daysBetween(date, period.end);
		return {
			horizon,
			target,
			amount,
			spent: major(toMinorUnits(reported, definition.currency, 'nearest')) + assumed,
			spentByNow: before + spentToday + unreported.today.mean,
			assumed,
			gone: total > 0 ? (sum(usual.slice(0, position)) + usual[position]! * expectedShare) / total : null,
			daysAhead,
			perDay: Math.max(0, amount - before) / (daysAhead + 1),
		};
	});
}

/** The week, month or flight whose amount is spent before its last day, so that today has none; undefined if there is none. */
export const spentPeriod = (context: DayContext): PeriodStanding | undefined => periodStandings(context).find(isSpent);

/** Whether the amount of a period is spent before its last day. */
export const isSpent = ({ amount, spent, daysAhead }: PeriodStanding): boolean => daysAhead > 0 && spent >= amount;
