import { UserError } from '../errors';
import { DAY_MS, HOUR_MS } from './durations';
import { addDays, isLocalDate } from './localClock';
import { zoneOffsetMs } from './zone';

const QUARTER_MS = 900_000;

/** A stretch of a local day with one clock hour and no clock change in between: normally 60 minutes. */
export interface LocalHour {
	readonly startMs: number;
	readonly endMs: number;
	/** Clock hour, 0..23. Two hours of a 25-hour day have the same one. */
	readonly localHour: number;
}

/**
 * The instant a local day begins: midnight, or the first instant after a clock change that skips it.
 *
 * @throws UserError for a date that does not exist
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
 * The hours of a local day in order: 24, or 23 or 25 on days with a clock change of one hour.
 *
 * An hour ends at the next clock hour or at a clock change, so a change of half an hour (Lord Howe) results in one half hour: 24 stretches
 * of 23.5 hours in total, or 25 of 24.5 hours.
 *
 * @param date local date, YYYY-MM-DD
 * @returns (hours) without gaps, from the day's first instant to the next day's
 * @throws UserError for a date or zone that does not exist
 */
export function localDay(date: string, timeZone: string): readonly LocalHour[] {
	const key = `${timeZone} ${date}`;
	const known = cachedDays.get(key);
	if (known !== undefined) return known;
	if (cachedDays.size >= MAX_CACHED_DAYS) cachedDays.clear();
	const hours = hoursOf(date, timeZone);
	cachedDays.set(key, hours);
	return hours;
}

/** Cache of days: about ten budgets with a month each, then it is emptied. */
const cachedDays = new Map<string, readonly LocalHour[]>();
const MAX_CACHED_DAYS = 400;

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
