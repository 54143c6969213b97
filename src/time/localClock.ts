import { DAY_MS, HOUR_MS } from './durations';
import { zoneOffsetMs } from './zone';

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
	const { date, weekday, dayOfMonth, month } = calendarDay(dayNumber);
	return { date, hour: Math.floor((wallMs - dayNumber * DAY_MS) / HOUR_MS), weekday, dayOfMonth, month };
}

type CalendarDay = Omit<LocalClock, 'hour'>;

/** Caches of calendar days by their number and of numbers by date: about ten years, then they are emptied. */
const cachedDays = new Map<number, CalendarDay>();
const cachedNumbers = new Map<string, number>();
const MAX_CACHED_DAYS = 4000;

function calendarDay(dayNumber: number): CalendarDay {
	const known = cachedDays.get(dayNumber);
	if (known !== undefined) return known;
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

/** Days from the start of 1970 to a local date; NaN if there is no such date. */
function dayNumberOf(date: string): number {
	const known = cachedNumbers.get(date);
	if (known !== undefined) return known;
	const dayNumber = Date.parse(date) / DAY_MS;
	if (cachedNumbers.size >= MAX_CACHED_DAYS) cachedNumbers.clear();
	cachedNumbers.set(date, dayNumber);
	return dayNumber;
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `date` is a calendar date, YYYY-MM-DD. */
export const isLocalDate = (date: string): boolean =>
	ISO_DATE.test(date) && !Number.isNaN(dayNumberOf(date)) && calendarDay(dayNumberOf(date)).date === date;

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
export const daysBetween = (from: string, to: string): number => dayNumberOf(to) - dayNumberOf(from);

/** The local date a number of days later. */
export const addDays = (date: string, days: number): string => calendarDay(dayNumberOf(date) + days).date;

export const isLastOfMonth = (date: string): boolean => addDays(date, 1).endsWith('-01');

/** Hours from one instant to a later one. */
export const hoursBetween = (fromMs: number, toMs: number): number => (toMs - fromMs) / HOUR_MS;

/** Weekday of a local date: 0 is Monday. */
export const weekdayOfDate = (date: string): number => calendarDay(dayNumberOf(date)).weekday;
