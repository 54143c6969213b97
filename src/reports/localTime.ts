import { type Rejection, quoted } from './rejection';
import { type DayOrder, hasShortYear, writtenDate, writtenTime } from './writtenDate';

/** A local date, with its time if the text has one. */
export interface LocalTime {
	readonly date: string;
	readonly time: string | null;
}

/** The local date and time of a text, why it has none, or null if it is not written as a date. */
export function localTime(value: unknown, field: string, order: DayOrder | null): LocalTime | Rejection | null {
	if (typeof value !== 'string') return null;
	const cell = () => `${quoted(field)} is ${quoted(value)}`;
	const written = writtenDate(value);
	if (written === null) return hasShortYear(value) ? { reason: `${cell()}: write the year with four digits` } : null;
	const { day, time, yearFirst } = written;
	if (order === null && !yearFirst) {
		return { reason: `${cell()}: it must look like 2026-11-23, or choose another 'Date Format'` };
	}
	const date = day[order ?? 'dayFirst'];
	if (date !== null) return { date, time };
	if (yearFirst) return null;
	const other = day[order === 'dayFirst' ? 'monthFirst' : 'dayFirst'];
	const read = `${cell()}, a day that does not exist`;
	if (other === null) return { reason: read };
	return { reason: `${read} with the ${order === 'dayFirst' ? 'day' : 'month'} first: choose another 'Date Format'` };
}

/** The hour of a clock time such as 14:00 or 2 PM; anything else unchanged. */
export function clockHour(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const time = writtenTime(value);
	return time?.endsWith(':00:00') === true ? time.slice(0, 2) : value.trim();
}
