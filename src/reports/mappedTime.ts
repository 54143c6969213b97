import { HOUR_MS } from '../time/durations';
import { localClock } from '../time/localClock';
import { localDay } from '../time/localDay';
import { zoneOffsetMs } from '../time/zone';
import type { FieldMap } from './fieldMap';
import { instantWithOffset } from './instantWithOffset';
import { type HourWindow, localHourWindow } from './localHourWindow';
import { clockHour, localTime } from './localTime';
import { isRejection, type Rejection, quoted } from './rejection';
import type { Row } from './row';
import type { TableFormats } from './tableFormats';
import type { DayOrder } from './writtenDate';

/** Accepted instants, 1990 to 2100: smaller numbers are seconds, or days since 1900. */
const FIRST_MS = Date.UTC(1990, 0, 1);
const LAST_MS = Date.UTC(2100, 0, 1);

/**
 * The stretch of time of a row of a mapped table, within one clock hour.
 *
 * Either from `start` to `end`, or the full hour from `start` if there is no `end` column; or the hour `hour` of `date`; or the hour in
 * `date`.
 *
 * @param timeZone   of times without an offset
 * @param ofBudget   the time zone in whose clock hour a row from `start` lies
 */
export function mappedTime(
	row: Row,
	{ start, end, date, hour }: FieldMap,
	{ dayOrder }: TableFormats,
	timeZone: string,
	ofBudget: string,
): HourWindow | Rejection {
	const instant = (column: string) => readInstant(row[column], column, dayOrder(column), timeZone);
	if (start !== undefined) return betweenInstants(row, start, end, instant, ofBudget);
	const local = localTime(row[date!], date!, dayOrder(date!));
	if (local !== null && isRejection(local)) return local;
	const cell = () => `${quoted(date)} is ${quoted(row[date!])}`;
	if (hour !== undefined) {
		if (local === null) return localHourWindow(row[date!], row[hour], timeZone);
		if ((local.time ?? MIDNIGHT) !== MIDNIGHT)
			return { reason: `${cell()}: it has a time beside the hour in ${quoted(hour)}` };
		return localHourWindow(local.date, clockHour(row[hour]), timeZone);
	}
	if (local === null || local.time === null) {
		return { reason: `${cell()}: without a column 'Hour' it must look like 2026-11-23 09:00` };
	}
	if (!local.time.endsWith(':00:00')) return { reason: `${cell()}: it must be a full hour` };
	return localHourWindow(local.date, local.time.slice(0, 2), timeZone);
}

const MIDNIGHT = '00:00:00';

function betweenInstants(
	row: Row,
	start: string,
	end: string | undefined,
	instant: (column: string) => number | Rejection,
	timeZone: string,
): HourWindow | Rejection {
	const startMs = instant(start);
	if (typeof startMs === 'object') return startMs;
	if (end === undefined) {
		const { date } = localClock(startMs, timeZone);
		const whole = localDay(date, timeZone).find((hour) => hour.startMs === startMs);
		if (whole !== undefined) return { startMs, endMs: whole.endMs };
		return { reason: `${quoted(start)} is ${quoted(row[start])}, not a full hour: name the column 'End' too` };
	}
	const endMs = instant(end);
	if (typeof endMs === 'object') return endMs;
	if (endMs <= startMs) return { reason: `The row ends at ${quoted(row[end])}, not after it starts` };
	const [first, last] = [localClock(startMs, timeZone), localClock(endMs - 1, timeZone)];
	if (first.date === last.date && first.hour === last.hour && endMs - startMs <= 2 * HOUR_MS) return { startMs, endMs };
	return {
		reason: `The row lasts until ${quoted(row[end])}, past the end of its hour: pacing needs figures by the hour`,
	};
}

/** An instant from milliseconds, a text with an offset, or an unambiguous local time. */
function readInstant(value: unknown, field: string, order: DayOrder | null, timeZone: string): number | Rejection {
	if (typeof value === 'number') {
		if (Number.isInteger(value) && value >= FIRST_MS && value < LAST_MS) return value;
		return { reason: `${quoted(field)} is ${quoted(value)}: as a number it must be milliseconds since 1970` };
	}
	const instantMs = typeof value === 'string' ? instantWithOffset(value.trim()) : NaN;
	if (instantMs >= FIRST_MS && instantMs < LAST_MS) return instantMs;
	const local = localTime(value, field, order);
	if (local !== null && isRejection(local)) return local;
	if (local?.time?.endsWith(':00') !== true || local.date < '1990' || local.date >= '2100') {
		return {
			reason: `${quoted(field)} is ${quoted(value)}: it must look like 2026-11-23T09:00 or 2026-11-23T09:00:00+01:00`,
		};
	}
	return localInstant(local.date, local.time.slice(0, 5), field, timeZone);
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
