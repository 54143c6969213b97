import { givenAmountsOn } from '../budget/amountsFrom';
import { eventsOn } from '../budget/calendarEvent';
import { CALENDAR_PERIODS } from '../budget/horizon';
import { closingEvent } from '../budget/openTime';
import type { Learning } from '../learning/learning';
import { calendarNotes } from '../notes/calendarNotes';
import type { Note } from '../notes/note';

type Uplifts = Pick<Learning, 'definition' | 'uplift'>;

/**
 * Factor on the weight of a local date when a longer target is spread: the product of its events' factors, 1 without events.
 *
 * A factor is stated in the calendar or learned from earlier days of the same name (`learnUplifts`); without evidence it is 1.
 */
export const eventFactor = ({ definition, uplift }: Uplifts, date: string): number =>
	eventsOn(definition.events, date).reduce(
		(product, { name, factor }) => product * (factor ?? uplift(name)?.factor.mean ?? 1),
		1,
	);

/** How events change the target of a planned day that they do not close. A daily amount is not changed, so there are no notes for it. */
export function eventNotes({ definition, uplift }: Uplifts, date: string): Note[] {
	const { events, flight } = definition;
	const amounts = givenAmountsOn(definition, date);
	if (flight === undefined && CALENDAR_PERIODS.every(({ field }) => amounts[field] === undefined)) return [];
	if (closingEvent(definition, date) !== undefined) return [];
	return eventsOn(events, date).map(({ name, factor }) => {
		if (factor !== undefined) return calendarNotes.eventStated(name, factor);
		const learned = uplift(name);
		return learned === null
			? calendarNotes.eventUnknown(name)
			: calendarNotes.eventLearned(name, learned.factor, learned.results, learned.days);
	});
}
