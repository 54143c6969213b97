import { zoneOffsetMs } from './zone';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Local date and time in a zone. */
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
}

/** The wall clock of a zone at an instant. */
export function localClock(instantMs: number, timeZone: string): LocalClock {
	const wallMs = instantMs + zoneOffsetMs(instantMs, timeZone);
	const dayNumber = Math.floor(wallMs / DAY_MS);
	const { date, weekday, dayOfMonth, month } = cachedDays.get(dayNumber) ?? cacheDay(dayNumber);
	return { date, hour: Math.floor((wallMs - dayNumber * DAY_MS) / HOUR_MS), weekday, dayOfMonth, month };
}

type CalendarDay = Omit<LocalClock, 'hour'>;

/** Cache of calendar days: about ten years, then it is emptied. */
const cachedDays = new Map<number, CalendarDay>();
const MAX_CACHED_DAYS = 4000;

function cacheDay(dayNumber: number): CalendarDay {
	const midnight = new Date(dayNumber * DAY_MS);
	const day = {
		date: midnight.toISOString().slice(0, 10),
		weekday: (midnight.getUTCDay() + 6) % 7,
		dayOfMonth: midnight.getUTCDate(),
		month: midnight.getUTCMonth(),
	};
	if (cachedDays.size >= MAX_CACHED_DAYS) cachedDays.clear();
	cachedDays.set(dayNumber, day);
	return day;
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

/** The local date a number of days later. */
export const addDays = (date: string, days: number): string =>
	new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Hours from one instant to a later one. */
export const hoursBetween = (fromMs: number, toMs: number): number => (toMs - fromMs) / HOUR_MS;

/** Weekday of a local date: 0 is Monday. */
export const weekdayOfDate = (date: string): number => {
	const dayNumber = Date.parse(date) / DAY_MS;
	return (cachedDays.get(dayNumber) ?? cacheDay(dayNumber)).weekday;
};
