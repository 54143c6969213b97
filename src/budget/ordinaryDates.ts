import { type CalendarEvent, eventsOn } from './calendarEvent';
import { closingEvent } from './openTime';

/** Minimum number of ordinary days: two of each weekday. */
export const MIN_ORDINARY_DAYS = 14;

/**
 * The local dates from which the pattern is learned: those without an event.
 *
 * An event has its own factor (`learnUplifts`). If the pattern were learned from its days too, their weekdays would be overestimated. While
 * fewer than fourteen other days are known, the pattern is learned from all days that are not closed.
 *
 * @param spent local dates with spend
 */
export function ordinaryDates(
	spent: ReadonlySet<string>,
	events: readonly CalendarEvent[] | undefined,
): (date: string) => boolean {
	const known = new Map<string, boolean>();
	const isOrdinary = (date: string): boolean => {
		const before = known.get(date);
		if (before !== undefined) return before;
		const found = eventsOn(events, date).length === 0;
		known.set(date, found);
		return found;
	};
	const isOpen = (date: string) => closingEvent({ events }, date) === undefined;
	return [...spent].filter(isOrdinary).length < MIN_ORDINARY_DAYS ? isOpen : isOrdinary;
}
