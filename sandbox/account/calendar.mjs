import { DateTime } from 'luxon';

export const HOUR_MS = 3_600_000;

const calendars = new Map();

/**
 * The days of a time zone.
 *
 * `dayAt(ms)` gives `{ date, weekday (0 is Monday), startMs, endMs, hours, dayOfMonth, daysInMonth, month }`; `hours` has the local hour
 * of each elapsed hour of the day: 23 to 25 of them.
 */
export function calendarOf(timeZone) {
	if (!calendars.has(timeZone)) calendars.set(timeZone, createCalendar(timeZone));
	return calendars.get(timeZone);
}

function createCalendar(timeZone) {
	const days = new Map();
	let last = { startMs: 0, endMs: 0 };
	const dayAt = (ms) => {
		if (ms >= last.startMs && ms < last.endMs) return last;
		const start = DateTime.fromMillis(ms, { zone: timeZone }).startOf('day');
		const startMs = start.toMillis();
		if (!days.has(startMs)) days.set(startMs, describeDay(start));
		last = days.get(startMs);
		return last;
	};
	return { dayAt };
}

function describeDay(start) {
	const startMs = start.toMillis();
	const endMs = start.plus({ days: 1 }).startOf('day').toMillis();
	const hours = Array.from(
		{ length: Math.round((endMs - startMs) / HOUR_MS) },
		(_, elapsed) => start.plus({ hours: elapsed }).hour,
	);
	return {
		date: start.toISODate(),
		weekday: start.weekday - 1,
		startMs,
		endMs,
		hours,
		dayOfMonth: start.day,
		daysInMonth: start.daysInMonth,
		month: start.toFormat('yyyy-MM'),
	};
}
