import { monthsOf, type Period, weekOf } from '../time/period';

/** Periods longer than a day that a budget may have an amount for, the longest last. A flight counts as the longest: it is what a budget was made for. */
export const HORIZONS = ['week', 'month', 'quarter', 'year', 'flight'] as const;
export type Horizon = (typeof HORIZONS)[number];

export const LONGEST_FIRST: readonly Horizon[] = [...HORIZONS].reverse();

export const isHorizon = (name: string): name is Horizon => HORIZONS.some((horizon) => horizon === name);

export const MONTHS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
] as const;
export type Month = (typeof MONTHS)[number];

interface CalendarDefinition {
	readonly weekStart: 'monday' | 'sunday';
	/** First month of years and quarters; January by default. */
	readonly yearStart?: Month | undefined;
}

/** Periods of the calendar, with the field of their amount. A year rolls nothing over: of the one before, not all days are kept. */
export const CALENDAR_PERIODS = [
	{ horizon: 'week', field: 'weeklyAmount', adjective: 'weekly', averageDays: 7, rollsOver: true },
	{ horizon: 'month', field: 'monthlyAmount', adjective: 'monthly', averageDays: 365.25 / 12, rollsOver: true },
	{ horizon: 'quarter', field: 'quarterlyAmount', adjective: 'quarterly', averageDays: 365.25 / 4, rollsOver: true },
	{ horizon: 'year', field: 'yearlyAmount', adjective: 'yearly', averageDays: 365.25, rollsOver: false },
] as const;
export type CalendarHorizon = (typeof CALENDAR_PERIODS)[number]['horizon'];

/** The period of the calendar that a local date is in. Quarters and years begin with the first month of the budget's year. */
export function calendarPeriod(
	horizon: CalendarHorizon,
	date: string,
	{ weekStart, yearStart = 'january' }: CalendarDefinition,
): Period {
	const firstMonth = 1 + MONTHS.indexOf(yearStart);
	switch (horizon) {
		case 'week':
			return weekOf(date, weekStart);
		case 'month':
			return monthsOf(date, 1);
		case 'quarter':
			return monthsOf(date, 3, firstMonth);
		case 'year':
			return monthsOf(date, 12, firstMonth);
	}
}
