import { addDays, localClock } from './localClock';

/** A range of local dates, both ends included. */
export interface Period {
	readonly start: string;
	readonly end: string;
}

/** The calendar week of a local date. */
export function weekOf(date: string, weekStart: 'monday' | 'sunday'): Period {
	const { weekday } = localClock(Date.parse(date), 'UTC');
	const start = addDays(date, -(weekStart === 'monday' ? weekday : (weekday + 1) % 7));
	return { start, end: addDays(start, 6) };
}

/** The calendar month of a local date. */
export const monthOf = (date: string): Period => monthsOf(date, 1);

/**
 * The calendar months that a local date is in, counted from the first month of a year.
 *
 * @param months     1, a quarter's 3 or a year's 12
 * @param firstMonth 1 is January: with 4, years and quarters begin in April
 */
export function monthsOf(date: string, months: 1 | 3 | 12, firstMonth = 1): Period {
	const [year, month] = date.split('-').map(Number) as [number, number];
	const first = month - 1 - ((month - firstMonth + 12) % months);
	const dateOf = (ofMonth: number, day: number) => new Date(Date.UTC(year, ofMonth, day)).toISOString().slice(0, 10);
	return { start: dateOf(first, 1), end: dateOf(first + months, 0) };
}

/** Every local date of a period, in order. */
export function datesOf({ start, end }: Period): string[] {
	const dates: string[] = [];
	for (let date = start; date <= end; date = addDays(date, 1)) dates.push(date);
	return dates;
}
