import { IANAZone } from 'luxon';

import { UserError } from '../errors';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Whether `timeZone` is an IANA zone such as Europe/Berlin. */
export const isTimeZone = (timeZone: string): boolean => calendars.has(timeZone) || IANAZone.isValidZone(timeZone);

/**
 * Whether two names mean the same zone: platforms still send old ones, such as Asia/Calcutta for Asia/Kolkata.
 *
 * @see IANA time zone database, file backward
 */
export function isSameZone(one: string, other: string): boolean {
	if (one === other) return true;
	const pair = `${one} ${other}`;
	const known = compared.get(pair);
	if (known !== undefined) return known;
	const same = isTimeZone(one) && isTimeZone(other) && presentName(one) === presentName(other);
	if (compared.size >= MOST_COMPARED) compared.clear();
	compared.set(pair, same);
	return same;
}

/** Pairs of names already compared: asking takes a tenth of a millisecond, and rows are many. */
const compared = new Map<string, boolean>();
const MOST_COMPARED = 100;

const presentName = (timeZone: string): string =>
	new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;

/**
 * Milliseconds that clocks in a zone are ahead of UTC at an instant; negative west of Greenwich.
 *
 * @throws UserError for an unknown zone
 * @see IANA time zone database
 */
export function zoneOffsetMs(instantMs: number, timeZone: string): number {
	const { zone, offsets } = calendars.get(timeZone) ?? openCalendar(timeZone);
	const day = Math.floor(instantMs / DAY_MS);
	const atStart = offsets.get(day) ?? rememberOffset(zone, offsets, day);
	const atEnd = offsets.get(day + 1) ?? rememberOffset(zone, offsets, day + 1);
	return atStart === atEnd ? atStart : zone.offset(instantMs) * MINUTE_MS;
}

/** A zone, and its offsets at midnight UTC by day: asking takes microseconds, and hours are many. */
interface Calendar {
	readonly zone: IANAZone;
	readonly offsets: Map<number, number>;
}

const calendars = new Map<string, Calendar>();

/** Days of a zone that are remembered, more than a year with its flights; then the memory starts afresh. */
const MOST_DAYS = 1000;

function openCalendar(timeZone: string): Calendar {
	const zone = IANAZone.create(timeZone);
	if (!zone.isValid) {
		throw new UserError(
			`'${timeZone.slice(0, 60)}' is not a time zone`,
			"Set 'Time Zone' to a name such as Europe/Berlin or America/New_York.",
		);
	}
	const calendar = { zone, offsets: new Map<number, number>() };
	calendars.set(timeZone, calendar);
	return calendar;
}

function rememberOffset(zone: IANAZone, offsets: Map<number, number>, day: number): number {
	if (offsets.size >= MOST_DAYS) offsets.clear();
	const offset = zone.offset(day * DAY_MS) * MINUTE_MS;
	offsets.set(day, offset);
	return offset;
}
