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
export function monthOf(date: string): Period {
	const [year, month] = date.split('-').map(Number) as [number, number];
	const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
	return { start: `${date.slice(0, 7)}-01`, end };
}

/** Every local date of a period, in order. */
export function datesOf({ start, end }: Period): string[] {
	const dates: string[] = [];
	for (let date = start; date <= end; date = addDays(date, 1)) dates.push(date);
	return dates;
}
