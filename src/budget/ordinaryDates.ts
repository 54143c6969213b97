import { type CalendarEvent, eventsOn } from './calendarEvent';

/** Two of every weekday: with fewer, nothing is usual yet. */
export const FEWEST_ORDINARY_DAYS = 14;

/**
 * Which local dates teach what is usual: those without an event.
 *
 * A sale that is in the calendar brings its own factor (`learnUplifts`); if its days taught the pattern as well, the weekday on which it fell
 * would be believed to be better than it is. While fewer than fourteen other days are known, all of them teach.
 *
 * @param spent local dates that spent something
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
	return [...spent].filter(isOrdinary).length < FEWEST_ORDINARY_DAYS ? () => true : isOrdinary;
}
