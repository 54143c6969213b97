import { isLocalDate } from '../time/localClock';
import { localDay } from '../time/localDay';
import { isMissing } from './readNumber';
import { type Rejection, quoted } from './rejection';

/** The stretch of time of a local date and clock hour. */
export interface HourWindow {
	readonly startMs: number;
	readonly endMs: number;
}

/** Range of dates accepted in reports. */
const FIRST_DATE = '1990-01-01';
const LAST_DATE = '2099-12-31';

/**
 * The window of a local hour. When clocks go back, platforms report the repeated hour as one; its window covers both.
 *
 * If clocks go back by two hours (Antarctica/Troll), another hour lies between the two. Such an hour is rejected because it is not
 * contiguous.
 *
 * @param hour 0..23, as a number or as digits
 */
export function localHourWindow(date: unknown, hour: unknown, timeZone: string): HourWindow | Rejection {
	const day = readDate(date);
	if (typeof day === 'object') return day;
	if (isMissing(hour)) return { reason: 'The hour is missing: pacing needs figures by the hour' };
	const number = typeof hour === 'string' && /^\d{1,2}$/.test(hour) ? Number(hour) : hour;
	if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > 23) {
		return { reason: `The hour is ${quoted(hour)}: it must be between 0 and 23` };
	}
	return hourOfDay(day, number, timeZone);
}

/** The window of a whole local day. */
export function localDayWindow(date: unknown, timeZone: string): HourWindow | Rejection {
	const day = readDate(date);
	if (typeof day === 'object') return day;
	const hours = localDay(day, timeZone);
	if (hours.length === 0) return { reason: `The day ${day} did not exist in ${timeZone}` };
	return { startMs: hours[0]!.startMs, endMs: hours.at(-1)!.endMs };
}

function readDate(date: unknown): string | Rejection {
	if (isMissing(date)) return { reason: 'The date is missing: pacing needs to know the day' };
	if (typeof date === 'string' && isLocalDate(date) && date >= FIRST_DATE && date <= LAST_DATE) return date;
	return { reason: `The date is ${quoted(date)}: it must look like 2026-11-23` };
}

function hourOfDay(date: string, hour: number, timeZone: string): HourWindow | Rejection {
	const [first, ...again] = localDay(date, timeZone).filter(({ localHour }) => localHour === hour);
	if (first === undefined) {
		return { reason: `The hour ${hour}:00 did not exist on ${date} in ${timeZone}: clocks went forward` };
	}
	let endMs = first.endMs;
	for (const stretch of again) {
		if (stretch.startMs !== endMs) {
			return { reason: `The hour ${hour}:00 occurs twice on ${date} in ${timeZone}, with another hour in between` };
		}
		endMs = stretch.endMs;
	}
	return { startMs: first.startMs, endMs };
}
