import { zoneOffsetMs } from './zone';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What clocks and calendars in a zone show at an instant. */
export interface LocalClock {
	/** Local date, YYYY-MM-DD. */
	readonly date: string;
	/** 0..23. */
	readonly hour: number;
	/** 0 is Monday, 6 is Sunday. */
	readonly weekday: number;
	/** Day of the month, 1..31. */
	readonly dayOfMonth: number;
	/** 0 is January. */
	readonly month: number;
	readonly year: number;
}

/** The wall clock of a zone at an instant. */
export function localClock(instantMs: number, timeZone: string): LocalClock {
	const wall = new Date(instantMs + zoneOffsetMs(instantMs, timeZone));
	return {
		date: wall.toISOString().slice(0, 10),
		hour: wall.getUTCHours(),
		weekday: (wall.getUTCDay() + 6) % 7,
		dayOfMonth: wall.getUTCDate(),
		month: wall.getUTCMonth(),
		year: wall.getUTCFullYear(),
	};
}

/**
 * Hour of the local week: 0 is Monday 00:00, 167 is Sunday 23:00.
 *
 * @example hourOfWeek(Date.parse('2026-03-08T06:59:00Z'), 'America/New_York') // 145
 */
export function hourOfWeek(instantMs: number, timeZone: string): number {
	const { weekday, hour } = localClock(instantMs, timeZone);
	return weekday * 24 + hour;
}

/** Which week of its month a day is in, 0..4: days 1 to 7 are 0, 29 to 31 are 4. */
export const weekOfMonth = (dayOfMonth: number): number => Math.floor((dayOfMonth - 1) / 7);

/** Whole days from one local date to another, negative if the second is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The local date so many days later. */
export const addDays = (date: string, days: number): string =>
	new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Hours from one instant to a later one. */
export const hoursBetween = (fromMs: number, toMs: number): number => (toMs - fromMs) / HOUR_MS;
