import { DAY_MS, MINUTE_MS } from '../time/durations';
import { addDays, hoursBetween, localClock, weekdayOfDate } from '../time/localClock';
import { dayStartMs, localDay, type LocalHour } from '../time/localDay';
import { datesOf, type Period } from '../time/period';
import { zoneOffsetMs } from '../time/zone';
import { type CalendarEvent, eventsOn } from './calendarEvent';
import { DAY_MINUTES, minutesOf, type OpenHours, openStretches, type Stretch } from './openHours';

/** What a definition says of the time in which nothing may be spent. */
export interface Closings {
	readonly timeZone: string;
	readonly events?: readonly CalendarEvent[] | undefined;
	readonly openHours?: readonly OpenHours[] | undefined;
	readonly flight?:
		| {
				readonly start: string;
				readonly end: string;
				readonly startTime?: string | undefined;
				readonly endTime?: string | undefined;
		  }
		| undefined;
}

/** Whether any time is closed. */
export const hasClosings = ({ events, openHours, flight }: Closings): boolean =>
	openHours !== undefined ||
	flight?.startTime !== undefined ||
	flight?.endTime !== undefined ||
	(events ?? []).some(({ factor }) => factor === 0);

/** What closes days of a definition, as text; the same for definitions that close the same days. */
export const closingsKey = (closings: Closings): string =>
	hasClosings(closings) ? JSON.stringify([closings.events, closings.openHours, closings.flight]) : '';

/** The event that closes a local date; undefined if none does. */
export const closingEvent = ({ events }: Pick<Closings, 'events'>, date: string): string | undefined =>
	eventsOn(events, date).find(({ factor }) => factor === 0)?.name;

/** The open stretches of a local date in order; none if it is closed. A day outside the flight is not closed: it has no budget. */
export function stretchesOn(closings: Closings, date: string): readonly Stretch[] {
	if (closingEvent(closings, date) !== undefined) return [];
	const { openHours, flight } = closings;
	const stretches = openStretches(openHours, weekdayOfDate(date));
	const from = date === flight?.start && flight.startTime !== undefined ? minutesOf(flight.startTime) : 0;
	const to = date === flight?.end && flight.endTime !== undefined ? minutesOf(flight.endTime) : DAY_MINUTES;
	return stretches.flatMap(([start, end]) =>
		Math.max(start, from) < Math.min(end, to) ? [[Math.max(start, from), Math.min(end, to)] as const] : [],
	);
}

/** Whether nothing may be spent on a local date of the budget. */
export const isClosedDay = (closings: Closings, date: string): boolean =>
	hasClosings(closings) && stretchesOn(closings, date).length === 0;

/** The local dates of a period that are not closed. */
export const openDates = (closings: Closings, period: Period): string[] =>
	datesOf(period).filter((date) => !isClosedDay(closings, date));

/** Open hours of a local date by the clock, 0..24. */
export const openHoursOn = (closings: Closings, date: string): number =>
	hoursIn(hasClosings(closings) ? stretchesOn(closings, date) : [[0, DAY_MINUTES]]);

/** The same on any date of its weekday (Monday 0), without events and a flight's times. */
export const openHoursOfWeekday = ({ openHours }: Pick<Closings, 'openHours'>, weekday: number): number =>
	hoursIn(openStretches(openHours, weekday));

/** The open part of a local date, relative to other dates of its weekday: less on the first and last day of a flight with times. */
export const openPart = (closings: Closings, date: string): number => {
	const usual = openHoursOfWeekday(closings, weekdayOfDate(date));
	return usual === 0 ? 0 : openHoursOn(closings, date) / usual;
};

const hoursIn = (stretches: readonly Stretch[]): number =>
	stretches.reduce((sum, [from, to]) => sum + (to - from), 0) / 60;

/** The part of an hour of a local day in which it is open, 0..1. */
export function openShare(closings: Closings, { startMs, endMs }: Pick<LocalHour, 'startMs' | 'endMs'>): number {
	if (!hasClosings(closings) || endMs <= startMs) return 1;
	const from = minuteOfDay(startMs, closings.timeZone);
	const to = from + (endMs - startMs) / MINUTE_MS;
	return overlap(stretchesOn(closings, localClock(startMs, closings.timeZone).date), from, to) / (to - from);
}

/** (168) the part of each hour of the week that is open, without events and a flight's times; undefined without open hours. */
export const openShares = ({ openHours }: Pick<Closings, 'openHours'>): readonly number[] | undefined =>
	openHours === undefined
		? undefined
		: Array.from({ length: 168 }, (_, cell) => {
				const from = 60 * (cell % 24);
				return overlap(openStretches(openHours, Math.floor(cell / 24)), from, from + 60) / 60;
			});

/** Hours from one instant to a later one in which the budget is open. */
export function openHoursBetween(closings: Closings, fromMs: number, toMs: number): number {
	if (!hasClosings(closings) || toMs <= fromMs) return hoursBetween(fromMs, toMs);
	let hours = 0;
	for (const hour of localHours(closings, fromMs, toMs)) {
		hours += openShare(closings, hour) * hoursBetween(hour.startMs, hour.endMs);
	}
	return hours;
}

/** The first instant from one on at which the budget is open; the later one if it is closed until then. */
export function openFrom(closings: Closings, fromMs: number, toMs: number): number {
	if (!hasClosings(closings) || toMs <= fromMs) return fromMs;
	const { timeZone } = closings;
	for (const { startMs, endMs } of localHours(closings, fromMs, toMs)) {
		const from = minuteOfDay(startMs, timeZone);
		const to = from + (endMs - startMs) / MINUTE_MS;
		const open = stretchesOn(closings, localClock(startMs, timeZone).date).find(
			([start, end]) => start < to && end > from,
		);
		if (open !== undefined) return startMs + Math.max(0, open[0] - from) * MINUTE_MS;
	}
	return toMs;
}

/** The local hours from one instant to another; the first and the last one may be cut. */
function* localHours(
	{ timeZone }: Closings,
	fromMs: number,
	toMs: number,
): Generator<Pick<LocalHour, 'startMs' | 'endMs'>> {
	for (let dayMs = fromMs; dayMs < toMs; ) {
		const { date } = localClock(dayMs, timeZone);
		for (const { startMs, endMs } of localDay(date, timeZone)) {
			if (endMs > fromMs && startMs < toMs) yield { startMs: Math.max(startMs, fromMs), endMs: Math.min(endMs, toMs) };
		}
		dayMs = dayStartMs(addDays(date, 1), timeZone);
	}
}

const minuteOfDay = (instantMs: number, timeZone: string): number =>
	((instantMs + zoneOffsetMs(instantMs, timeZone)) % DAY_MS) / MINUTE_MS;

const overlap = (stretches: readonly Stretch[], from: number, to: number): number =>
	stretches.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
