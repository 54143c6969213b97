import { IANAZone } from 'luxon';

import { UserError } from '../errors';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Whether `timeZone` is an IANA zone such as Europe/Berlin. */
export const isTimeZone = (timeZone: string): boolean => IANAZone.isValidZone(timeZone);

/**
 * Milliseconds that clocks in a zone are ahead of UTC at an instant; negative west of Greenwich.
 *
 * @throws UserError for an unknown zone
 * @see IANA time zone database
 */
export function zoneOffsetMs(instantMs: number, timeZone: string): number {
	const zone = IANAZone.create(timeZone);
	if (!zone.isValid) {
		throw new UserError(
			`'${timeZone.slice(0, 60)}' is not a time zone`,
			"Set 'Time Zone' to a name such as Europe/Berlin or America/New_York.",
		);
	}
	const dayMs = Math.floor(instantMs / DAY_MS) * DAY_MS;
	const atStart = knownOffsetMs(zone, dayMs);
	return atStart === knownOffsetMs(zone, dayMs + DAY_MS) ? atStart : zone.offset(instantMs) * MINUTE_MS;
}

/** Offsets at midnight UTC, remembered because asking the calendar takes microseconds and hours are many. */
const remembered = new Map<string, number>();

/** About ten zones for a year; then the memory starts afresh. */
const MOST_REMEMBERED = 4000;

function knownOffsetMs(zone: IANAZone, dayMs: number): number {
	const key = `${zone.name} ${dayMs}`;
	const known = remembered.get(key);
	if (known !== undefined) return known;
	if (remembered.size >= MOST_REMEMBERED) remembered.clear();
	const offset = zone.offset(dayMs) * MINUTE_MS;
	remembered.set(key, offset);
	return offset;
}
