import { zoneOffsetMs } from '../time/zone';
import { kept } from './kept';

/** The time of an instant on the clocks of a zone: 14:30. */
export const formatTime = (instantMs: number, timeZone: string): string =>
	kept(
		`time ${timeZone}`,
		() => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
	).format(instantMs);

/** Day and time of an instant on the clocks of a zone: 23 Nov 2026, 14:30. */
export const formatInstant = (instantMs: number, timeZone: string): string =>
	kept(
		`instant ${timeZone}`,
		() => new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' }),
	).format(instantMs);

/** An instant in ISO 8601 with the offset of a zone: 2026-11-23T14:30:00+01:00. */
export function isoInstant(instantMs: number, timeZone: string): string {
	const offsetMs = zoneOffsetMs(instantMs, timeZone);
	const [clock, offset] = [instantMs + offsetMs, Math.abs(offsetMs)].map((ms) => new Date(ms).toISOString());
	return `${clock!.slice(0, 19)}${offsetMs < 0 ? '-' : '+'}${offset!.slice(11, 16)}`;
}

/** A local date: 23 Nov 2026. */
export const formatDate = (date: string): string =>
	kept('date', () => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'medium' })).format(
		Date.parse(date),
	);

/** A local date without its year: 23 Nov. */
export const formatShortDay = (date: string): string =>
	kept('short day', () => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' })).format(
		Date.parse(date),
	);

/** A month such as 2026-11, or that of a local date: November 2026. */
export const formatMonth = (month: string): string =>
	kept('month', () => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })).format(
		Date.parse(month),
	);

/** A local date in words: 1 December. */
export const formatDay = (date: string): string =>
	kept('day', () => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' })).format(
		Date.parse(date),
	);

/** A local date with its weekday: Tue, 24 Nov. */
export const formatWeekday = (date: string): string =>
	kept(
		'weekday',
		() => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }),
	).format(Date.parse(date));
