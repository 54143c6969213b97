import { UserError } from '../errors';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

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

/** A zone, and its offsets at midnight UTC by day: asking takes microseconds, and hours are many. */
interface Calendar {
	/** The present name of the zone. */
	readonly name: string;
	readonly format: Intl.DateTimeFormat;
	readonly offsets: Map<number, number>;
}

/** Zones that were asked for; undefined for what is none. Opening one takes a tenth of a millisecond, and rows are many. */
const calendars = new Map<string, Calendar | undefined>();

/** Names that are remembered, and days of a zone, more than a year with its flights; then the memory starts afresh. */
const MOST_NAMES = 100;
const MOST_DAYS = 1000;

function calendarOf(timeZone: string): Calendar | undefined {
	if (calendars.has(timeZone)) return calendars.get(timeZone);
	if (calendars.size >= MOST_NAMES) calendars.clear();
	const format = formatIn(timeZone);
	const calendar = format && { name: format.resolvedOptions().timeZone, format, offsets: new Map<number, number>() };
	calendars.set(timeZone, calendar);
	return calendar;
}

/** Writes instants with the offset of the zone, such as GMT-03:30; nothing for what is no zone, which is all that Intl refuses here. */
function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
	try {
		return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	} catch {
		return undefined;
	}
}

/** The offset as written: hours and minutes, and seconds before zones had standard time. */
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
	if (offsets.size >= MOST_DAYS) offsets.clear();
	const offset = offsetMs(format, day * DAY_MS);
	offsets.set(day, offset);
	return offset;
}
