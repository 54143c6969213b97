import { sum } from 'simple-statistics';

import { hasClosings, isClosedDay, openDates, openHoursBetween, openHoursOn } from '../budget/openTime';
import { silentSinceMs } from '../learning/usedUp';
import { spendBetween } from '../ledger/dayTotals';
import { fromMicros } from '../money/micros';
import { fromMinorUnits, minorUnitsOfMicros, toMinorUnits } from '../money/minorUnits';
import type { PeriodTarget } from '../plan/periodTargets';
import { addDays, daysBetween } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { datesOf, type Period } from '../time/period';
import type { DayContext } from './dayContext';
import { periodCurve } from './periodCurve';

/** How far a week, month, quarter, year or flight has come, and what it asks of its days. Amounts in major units. */
export interface PeriodProgress {
	/** First and last local date. */
	readonly period: Period;
	/** Share of the period's time that is over, 0..1; of its open time, if some of it is closed. */
	readonly elapsed: number;
	/** Assumed to be spent in the period before the first report; absent if reports reach back to its start. */
	readonly assumed?: string;
	/**
	 * Spend so far, with what is expected but not reported, over the target's share of the time that is over, or what is due by the pacing of the flight: 1 is in step. null on the
	 * first day, when there is too little to compare, and before the first report.
	 */
	readonly pace: number | null;
	/** Days of the period that are left and not closed, today included. */
	readonly daysLeft: number;
	/** Whether today is none of them. */
	readonly isClosedToday?: true;
	/** What each of them has to spend on average so that the target is met, rounded down; 0 if it is used up. */
	readonly neededPerDay: string;
	/** What yesterday spent, and what it had to spend; null if it is not in the period, was closed or is not fully reported. */
	readonly yesterday: { readonly spent: string; readonly neededPerDay: string } | null;
}

/** How far a period of the budget has come at the instant of a context. */
export function periodProgress(
	{ period, target, spentBefore, unknownStart }: PeriodTarget,
	context: DayContext,
): PeriodProgress {
	const { learning, planning, date, spent, unreported } = context;
	const { currency } = learning.definition;
	const money = (units: number) => fromMinorUnits(units, currency);
	const elapsed = elapsedShare(period, context);
	const isOpen = (one: string) => !isClosedDay(learning.definition, one);
	const daysLeft = openDates(learning.definition, { start: date, end: period.end }).length;
	const neededPerDay = (spentUnits: number, days: number) => (days === 0 ? 0 : Math.max(0, target - spentUnits) / days);
	const { due, overEven } = periodCurve(period, planning);
	const soFar = spentBefore + toMinorUnits(spent + unreported.today.mean, currency, 'nearest');
	const yesterday = addDays(date, -1);
	const spentYesterday = minorUnitsOfMicros(spendBetween(learning.days, yesterday, yesterday), currency);
	const isComparable = date > period.start && learning.dataUntilMs !== undefined;
	return {
		period,
		elapsed,
		...(unknownStart !== undefined && { assumed: money(unknownStart.assumed) }),
		pace: isComparable ? soFar / (target * due(elapsed)) : null,
		daysLeft,
		...(!isOpen(date) && { isClosedToday: true as const }),
		neededPerDay: money(Math.floor(neededPerDay(spentBefore, daysLeft))),
		yesterday:
			yesterday >= firstKnown(period, unknownStart) && isOpen(yesterday) && isReportedUntilToday(context)
				? {
						spent: fromMicros(spendBetween(learning.days, yesterday, yesterday)).toFixed(),
						neededPerDay: money(
							Math.floor(neededPerDay(spentBefore - spentYesterday, daysLeft + 1) * overEven(yesterday, yesterday)),
						),
					}
				: null,
	};
}

/** Share of a period's time that is over; of its open time by the clock, if some of it is closed. */
function elapsedShare(period: Period, { learning: { definition }, date, day, nowMs }: DayContext): number {
	const { timeZone } = definition;
	const open = hasClosings(definition) ? datesOf(period).map((one) => openHoursOn(definition, one)) : [];
	if (sum(open) > 0) {
		const today = openHoursBetween(definition, day[0]!.startMs, nowMs);
		return Math.min(1, (sum(open.slice(0, daysBetween(period.start, date))) + today) / sum(open));
	}
	const startMs = dayStartMs(period.start, timeZone);
	return (nowMs - startMs) / (dayStartMs(addDays(period.end, 1), timeZone) - startMs);
}

/** First day of a period whose spend is reported. */
const firstKnown = (period: Period, unknownStart: PeriodTarget['unknownStart']): string =>
	unknownStart === undefined ? period.start : addDays(unknownStart.dates.end, 1);

/** Whether reports cover everything before today. */
function isReportedUntilToday({ learning, day, nowMs }: DayContext): boolean {
	const reportedUntilMs = silentSinceMs(learning, nowMs);
	return reportedUntilMs !== undefined && reportedUntilMs >= day[0]!.startMs;
}
