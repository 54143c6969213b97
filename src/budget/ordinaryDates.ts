import { type CalendarEvent, eventsOn } from './calendarEvent';

/** Two of every weekday: with fewer, there is no pattern yet. */
export const FEWEST_ORDINARY_DAYS = 14;

/**
 * The local dates from which the pattern is learned: those without an event.
 *
 * A sale in the calendar has its own factor (`learnUplifts`); if the pattern were learned from its days as well, the weekday on which it fell
 * would be overrated. While fewer than fourteen other days are known, the pattern is learned from all.
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
