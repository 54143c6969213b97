import { eventsOn } from '../budget/calendarEvent';
import type { Learning } from '../learning/learning';
import { calendarNotes } from '../notes/calendarNotes';
import type { Note } from '../notes/note';

type Uplifts = Pick<Learning, 'definition' | 'uplift'>;

/**
 * How much more than usual a local date counts when a longer target is spread: the product of its events' factors, 1 without any.
 *
 * A factor is stated, or learned from earlier days of the name (`learnUplifts`); where nothing is known of them it is 1.
 */
export const eventFactor = ({ definition, uplift }: Uplifts, date: string): number =>
	eventsOn(definition.events, date).reduce(
		(product, { name, factor }) => product * (factor ?? uplift(name)?.factor.mean ?? 1),
		1,
	);

/** What events do to a day of a plan; a daily amount stays as it is. */
export function eventNotes({ definition, uplift }: Uplifts, date: string): Note[] {
	const { events, weeklyAmount, monthlyAmount, flight } = definition;
	if (weeklyAmount === undefined && monthlyAmount === undefined && flight === undefined) return [];
	return eventsOn(events, date).map(({ name, factor }) => {
		if (factor !== undefined) return calendarNotes.eventStated(name, factor);
		const learned = uplift(name);
		return learned === null
			? calendarNotes.eventUnknown(name)
			: calendarNotes.eventLearned(name, learned.factor, learned.results, learned.days);
	});
}
