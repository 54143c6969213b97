import { UserError } from '../errors';
import { addDays } from './localClock';
import { zoneOffsetMs } from './zone';

const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** One stretch of a local day during which the clock shows the same hour without being set: normally 60 minutes. */
export interface LocalHour {
	readonly startMs: number;
	readonly endMs: number;
	/** 0..23, as clocks show it. Two hours of a 25-hour day share one. */
	readonly localHour: number;
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `date` is a day of the calendar, written YYYY-MM-DD. */
export const isLocalDate = (date: string): boolean =>
	ISO_DATE.test(date) &&
	!Number.isNaN(Date.parse(date)) &&
	new Date(Date.parse(date)).toISOString().slice(0, 10) === date;

/**
 * The instant a local day begins: midnight, or the first instant after a clock change that skips it.
 *
 * @throws UserError for a date that the calendar does not have
 */
export function dayStartMs(date: string, timeZone: string): number {
	if (!isLocalDate(date)) {
		throw new UserError(`'${date.slice(0, 40)}' is not a date`, 'Write dates as YYYY-MM-DD, such as 2026-11-23.');
	}
	const midnightUtc = Date.parse(date);
	let startMs = midnightUtc - zoneOffsetMs(midnightUtc, timeZone) - DAY_MS / 8;
	startMs -= startMs % QUARTER_MS;
	while (startMs + zoneOffsetMs(startMs, timeZone) < midnightUtc) startMs += QUARTER_MS;
	return startMs;
}

/**
 * The hours of a local day in order: 24, or 23 and 25 on the days that clocks are set by an hour.
 *
 * A hour ends where the clock turns to the next one or is set, so a change by half an hour (Lord Howe) makes one
 * half hour: 24 stretches that last 23.5 hours, or 25 that last 24.5.
 *
 * @param date local date, YYYY-MM-DD
 * @returns (hours) without gaps, from the day's first instant to the next day's
 * @throws UserError for a date or zone that does not exist
 */
export function localDay(date: string, timeZone: string): readonly LocalHour[] {
	const key = `${timeZone} ${date}`;
	const known = remembered.get(key);
	if (known !== undefined) return known;
	if (remembered.size >= MOST_REMEMBERED) remembered.clear();
	const hours = hoursOf(date, timeZone);
	remembered.set(key, hours);
	return hours;
}

/** Days already counted out, up to about ten budgets of a month; then the memory starts afresh. */
const remembered = new Map<string, readonly LocalHour[]>();
const MOST_REMEMBERED = 400;

function hoursOf(date: string, timeZone: string): LocalHour[] {
	let startMs = dayStartMs(date, timeZone);
	const endMs = dayStartMs(addDays(date, 1), timeZone);
	const hours: LocalHour[] = [];
	while (startMs < endMs) {
		const offset = zoneOffsetMs(startMs, timeZone);
		let nextMs = startMs + QUARTER_MS;
		while (nextMs < endMs && zoneOffsetMs(nextMs, timeZone) === offset && (nextMs + offset) % HOUR_MS !== 0) {
			nextMs += QUARTER_MS;
		}
		hours.push({ startMs, endMs: nextMs, localHour: new Date(startMs + offset).getUTCHours() });
		startMs = nextMs;
	}
	return hours;
}
