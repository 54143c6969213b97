import { localClock } from '../time/localClock';
import { isLocalDate, localDay } from '../time/localDay';
import { zoneOffsetMs } from '../time/zone';
import type { FieldMap } from './fieldMap';
import { instantWithOffset } from './instantWithOffset';
import { type HourWindow, localHourWindow } from './localHourWindow';
import { type Rejection, quoted } from './rejection';
import type { Row } from './row';

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::00(?:\.0+)?)?$/;
const CLOCK_HOUR = /^(\d{1,2}):00(:00)?$/;

const HOUR_MS = 3_600_000;

/** Accepted instants, 1990 to 2100: smaller numbers are seconds, or days since 1900. */
const FIRST_MS = Date.UTC(1990, 0, 1);
const LAST_MS = Date.UTC(2100, 0, 1);

/**
 * The stretch of time of a row of a mapped table, within one clock hour.
 *
 * Either from `start` to `end`, or the full hour from `start` if there is no `end` column; or the hour `hour` of `date`; or the hour in
 * `date`.
 */
export function mappedTime(row: Row, { start, end, date, hour }: FieldMap, timeZone: string): HourWindow | Rejection {
	if (start !== undefined) return betweenInstants(row, start, end, timeZone);
	const day = row[date!];
	if (hour !== undefined) {
		const clock = row[hour];
		const digits = typeof clock === 'string' ? (CLOCK_HOUR.exec(clock.trim())?.[1] ?? clock.trim()) : clock;
		return localHourWindow(day, digits, timeZone);
	}
	const time = typeof day === 'string' ? LOCAL_TIME.exec(day.trim()) : null;
	if (time === null) {
		return { reason: `${quoted(date)} is ${quoted(day)}: without an 'hour' column it must look like 2026-11-23 09:00` };
	}
	if (time[3] !== '00') return { reason: `${quoted(date)} is ${quoted(day)}: it must be a full hour` };
	return localHourWindow(time[1], time[2], timeZone);
}

function betweenInstants(row: Row, start: string, end: string | undefined, timeZone: string): HourWindow | Rejection {
	const startMs = readInstant(row[start], start, timeZone);
	if (typeof startMs === 'object') return startMs;
	if (end === undefined) {
		const { date } = localClock(startMs, timeZone);
		const whole = localDay(date, timeZone).find((hour) => hour.startMs === startMs);
		if (whole !== undefined) return { startMs, endMs: whole.endMs };
		return { reason: `${quoted(start)} is ${quoted(row[start])}, not a full hour: name the column 'end' too` };
	}
	const endMs = readInstant(row[end], end, timeZone);
	if (typeof endMs === 'object') return endMs;
	if (endMs <= startMs) return { reason: `The row ends at ${quoted(row[end])}, not after it starts` };
	const [first, last] = [localClock(startMs, timeZone), localClock(endMs - 1, timeZone)];
	if (first.date === last.date && first.hour === last.hour && endMs - startMs <= 2 * HOUR_MS) return { startMs, endMs };
	return {
		reason: `The row lasts until ${quoted(row[end])}, past the end of its hour: pacing needs figures by the hour`,
	};
}

/** An instant from milliseconds, a text with an offset, or an unambiguous local time. */
function readInstant(value: unknown, field: string, timeZone: string): number | Rejection {
	if (typeof value === 'number') {
		if (Number.isInteger(value) && value >= FIRST_MS && value < LAST_MS) return value;
		return { reason: `${quoted(field)} is ${quoted(value)}: as a number it must be milliseconds since 1970` };
	}
	const text = typeof value === 'string' ? value.trim().slice(0, 60) : '';
	const instantMs = instantWithOffset(text);
	if (instantMs >= FIRST_MS && instantMs < LAST_MS) return instantMs;
	const [, date, hour, minute] = LOCAL_TIME.exec(text) ?? [];
	if (date === undefined || !isLocalDate(date) || date < '1990' || date >= '2100') {
		const hint = 'it must look like 2026-11-23T09:00 or 2026-11-23T09:00:00+01:00';
		return { reason: `${quoted(field)} is ${quoted(value)}: ${hint}` };
	}
	return localInstant(date, `${hour!}:${minute!}`, field, timeZone);
}

/** The instant of a local time. */
function localInstant(date: string, time: string, field: string, timeZone: string): number | Rejection {
	const wallMs = Date.parse(`${date}T${time}Z`);
	const instants = localDay(date, timeZone)
		.map(({ startMs, endMs }) => ({ startMs, endMs, atMs: wallMs - zoneOffsetMs(startMs, timeZone) }))
		.filter(({ startMs, endMs, atMs }) => startMs <= atMs && atMs < endMs);
	if (instants.length === 1) return instants[0]!.atMs;
	const at = `${quoted(field)} is ${date} ${time}`;
	return instants.length === 0
		? { reason: `${at}, a time that did not exist in ${timeZone}: clocks went forward` }
		: { reason: `${at}, which occurs twice that day: add its offset from UTC` };
}
