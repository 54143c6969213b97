import { sum } from 'simple-statistics';

import { amountsOn } from '../budget/amountsFrom';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { isClosedDay, openDates } from '../budget/openTime';
import { spendBetween } from '../ledger/dayTotals';
import type { Amount } from '../money/amount';
import { minorUnitsOfMicros, toMinorUnits } from '../money/minorUnits';
import { addDays } from '../time/localClock';
import { datesOf } from '../time/period';
import type { Balance } from './balance';
import type { DayReason, DaySpread, SpreadDays } from './daySpread';
import type { Horizon } from '../budget/horizon';
import { targetAmount, type PeriodTarget, periodTargets } from './periodTargets';
import type { TargetContext } from './targetContext';

/** What a later day is to spend, minor units, and why. */
export interface DayAhead {
	readonly date: string;
	readonly amount: number;
	readonly reason: DayReason;
}

/** What a local day may spend, and which amount of the budget sets it. */
export interface DayTarget {
	/** Minor units. */
	readonly amount: number;
	readonly from: 'day' | 'maximum' | 'balance' | Horizon | 'outside-flight' | 'closed';
	readonly periods: readonly PeriodTarget[];
	/** Absent without a prepaid balance. */
	readonly balance?: Balance;
	/** The days after it in the period that sets it. */
	readonly ahead: readonly DayAhead[];
	/** What no day has demand for, minor units: of that period, and the day's part of it. */
	readonly unplaced: { readonly ofPeriod: number; readonly ofDay: number };
	/** Whether the weights of all days were finite; days count alike where they were not, and nothing may be decided from the amount. */
	readonly isFinite: boolean;
}

/**
 * The day target: the tightest of what the budget's amounts and its maximum per day allow.
 *
 * A daily amount allows itself. A week, month, quarter, year or flight allows what remains of it, spread over its remaining days. Underspend of earlier days is therefore
 * carried over, and overspend is recovered. If it is spread every hour, today gets what it has spent and its part of what remains now. Each amount is first
 * multiplied by the utilization target. A week or month may add part of what the one before left unspent. A day that is closed, or outside the flight, may
 * spend nothing.
 */
export function dayTarget(context: TargetContext, rule: DaySpread): DayTarget {
	const { definition, date } = context;
	const { flight, limits, currency } = definition;
	const { dailyAmount } = amountsOn(definition, date);
	const periods = periodTargets(context);
	const alone = { ahead: [], unplaced: NOWHERE_SHORT };
	if (flight !== undefined && (date < flight.start || date > flight.end)) {
		return { amount: 0, from: 'outside-flight', periods, ...alone, isFinite: true };
	}
	const parts = periods.map((target) => partOfPeriod(target, context, rule));
	const candidates: Pick<DayTarget, 'amount' | 'from' | 'ahead' | 'unplaced'>[] = [
		...(dailyAmount === undefined
			? []
			: [{ amount: targetAmount(dailyAmount, definition), from: 'day' as const, ...alone }]),
		...periods.map(({ horizon }, position) => ({ ...parts[position]!, from: horizon })),
		...(limits.maxDailyAmount === undefined
			? []
			: [{ amount: toMinorUnits(limits.maxDailyAmount, currency, 'down'), from: 'maximum' as const, ...alone }]),
	];
	const tightest = candidates.reduce((best, candidate) => (candidate.amount < best.amount ? candidate : best));
	const { amount, from, unplaced } = tightest;
	const ahead = tightest.ahead.map((day) => withinItsDailyAmount(day, definition, dailyAmount));
	const isFinite = parts.every((part) => part.isFinite);
	if (isClosedDay(definition, date)) {
		return { amount: 0, from: 'closed', periods, ahead, unplaced: { ...unplaced, ofDay: 0 }, isFinite };
	}
	return { amount, from, periods, ahead, unplaced, isFinite };
}

/** A day ahead from whose date another daily amount holds is within that one. */
function withinItsDailyAmount(day: DayAhead, definition: BudgetDefinition, today: Amount | undefined): DayAhead {
	const { dailyAmount } = amountsOn(definition, day.date);
	if (dailyAmount === undefined || dailyAmount === today) return day;
	const most = targetAmount(dailyAmount, definition);
	return day.amount <= most ? day : { ...day, amount: most, reason: 'maximum' };
}

const NOWHERE_SHORT = { ofPeriod: 0, ofDay: 0 };

/** The days after it in the period that sets it on which something may be spent. */
export const openDaysAhead = ({ ahead }: Pick<DayTarget, 'ahead'>): number =>
	ahead.filter(({ reason }) => reason !== 'closed').length;

/** Days before the end of a period on which room to grow only takes from others. */
const LAST_DAYS = 2;

/** Whether the period that sets a target is nearly over. */
export const isLastDays = ({ from, ahead }: Pick<DayTarget, 'from' | 'ahead'>): boolean =>
	from !== 'day' && from !== 'maximum' && from !== 'balance' && openDaysAhead({ ahead }) < LAST_DAYS;

/** What a longer target allows a date and the days after it, in minor units: it is spread over the days that are open. */
function partOfPeriod(
	{ period, target, spreadFrom, spentBefore }: PeriodTarget,
	{ definition, days, date, today, flightWeight = () => 1 }: TargetContext,
	{ spread, isHourly, firstDayBound }: DaySpread,
): Pick<DayTarget, 'amount' | 'ahead' | 'unplaced' | 'isFinite'> {
	const dates = openDates(definition, { start: spreadFrom, end: period.end });
	const reportedToday =
		spreadFrom === today ? minorUnitsOfMicros(spendBetween(days, today, today), definition.currency) : 0;
	const isTodayOpen = dates[0] === today;
	const spentToday = isHourly && isTodayOpen ? reportedToday : 0;
	const spentClosed = isTodayOpen ? 0 : reportedToday;
	const left = Math.max(0, target - spentBefore - spentToday - spentClosed);
	const weights = dates.map(flightWeight);
	const even = ((left + spentToday) * weights[0]!) / sum(weights);
	const isBounded = firstDayBound < Infinity && dates.length > 1;
	const most = isBounded ? Math.max(0, Math.floor(firstDayBound * even) - spentToday) : Infinity;
	const { amounts, reasons, unplaced, isFinite } = dates.length === 0 ? NO_DAYS : spread(dates, left, most);
	const partOn = new Map(
		dates.map((day, position) => [day, { amount: amounts[position]!, reason: reasons[position]! }]),
	);
	const own = partOn.get(date);
	return {
		amount: own === undefined ? 0 : own.amount + (date === today ? spentToday : 0),
		ahead: datesOf({ start: addDays(date, 1), end: period.end }).map((later) => ({
			date: later,
			...CLOSED,
			...partOn.get(later),
		})),
		unplaced: { ofPeriod: unplaced, ofDay: Math.floor(unplaced / Math.max(1, dates.length)) },
		isFinite,
	};
}

/** What is left of a period when none of its days is open any more has no place. */
const NO_DAYS: SpreadDays = { amounts: [], reasons: [], unplaced: 0, isFinite: true };

const CLOSED = { amount: 0, reason: 'closed' } as const;
