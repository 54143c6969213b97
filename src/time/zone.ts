import { UserError } from '../errors';
import { DAY_MS, MINUTE_MS } from './durations';

/** Whether `timeZone` is an IANA zone such as Europe/Berlin. */
export const isTimeZone = (timeZone: string): boolean => calendarOf(timeZone) !== undefined;

/**
 * Whether two names mean the same zone: platforms still send old ones, such as Asia/Calcutta for Asia/Kolkata.
 *
 * @see IANA time zone database, file backward
 */
export function isSameZone(one: string, other: string): boolean {
	const name = calendarOf(one)?.name;
	return one === other || (name !== undefined && name === calendarOf(other)?.name);
}

/**
 * Milliseconds that clocks in a zone are ahead of UTC at an instant; negative west of Greenwich.
 *
 * @throws UserError for an unknown zone
 * @see IANA time zone database
 */
export function zoneOffsetMs(instantMs: number, timeZone: string): number {
	const calendar = calendarOf(timeZone);
	if (calendar === undefined) {
		throw new UserError(
			`'${timeZone.slice(0, 60)}' is not a time zone`,
			"Set 'Time Zone' to a name such as Europe/Berlin or America/New_York.",
		);
	}
	const day = Math.floor(instantMs / DAY_MS);
	const atStart = offsetAtMidnight(calendar, day);
	const atEnd = offsetAtMidnight(calendar, day + 1);
	return atStart === atEnd ? atStart : offsetMs(calendar.format, instantMs);
}

/** A zone with its cached offsets at midnight UTC, by day. */
interface Calendar {
	/** The current IANA name of the zone. */
	readonly name: string;
	readonly format: Intl.DateTimeFormat;
	readonly offsets: Map<number, number>;
}

/** Cache of zones; undefined for unknown names. Creating a formatter takes a tenth of a millisecond, which adds up over many rows. */
const calendars = new Map<string, Calendar | undefined>();

/** Cached names, and cached days of each zone, more than a year of flights; beyond that the cache is emptied. */
const MAX_CACHED_NAMES = 100;
const MAX_CACHED_DAYS = 1000;

function calendarOf(timeZone: string): Calendar | undefined {
	if (calendars.has(timeZone)) return calendars.get(timeZone);
	if (calendars.size >= MAX_CACHED_NAMES) calendars.clear();
	const format = formatIn(timeZone);
	const calendar = format && { name: format.resolvedOptions().timeZone, format, offsets: new Map<number, number>() };
	calendars.set(timeZone, calendar);
	return calendar;
}

/** A formatter of the zone's offset, such as GMT-03:30; undefined for an unknown zone, the only error that Intl throws here. */
function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
	try {
		return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	} catch {
		return undefined;
	}
}

/** The offset as formatted: hours and minutes, and seconds before standard time was introduced. */
function offsetMs(format: Intl.DateTimeFormat, instantMs: number): number {
	const [, sign, hours = 0, minutes = 0, seconds = 0] = format
		.format(instantMs)
		.match(/GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/)!;
	const ahead = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * 1000;
	return sign === '-' ? -ahead : ahead;
}

function offsetAtMidnight({ format, offsets }: Calendar, day: number): number {
	const known = offsets.get(day);
	if (known !== undefined) return known;
	if (offsets.size >= MAX_CACHED_DAYS) offsets.clear();
	const offset = offsetMs(format, day * DAY_MS);
	offsets.set(day, offset);
	return offset;
}
