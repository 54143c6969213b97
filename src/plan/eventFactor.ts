import { eventsOn } from '../budget/calendarEvent';
import type { EventUplift } from '../learning/eventUplift';
import { formatFactor } from '../format/formatNumber';
import type { Learning } from '../learning/learning';

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

/** What the calendar does to a day of a plan, in words; a daily amount stays as it is. */
export function eventNotes({ definition, uplift }: Uplifts, date: string): { code: 'event'; detail: string }[] {
	const { events, weeklyAmount, monthlyAmount, flight } = definition;
	if (weeklyAmount === undefined && monthlyAmount === undefined && flight === undefined) return [];
	return eventsOn(events, date).map(({ name, factor }) => ({
		code: 'event',
		detail:
			factor === undefined
				? learned(name, uplift(name))
				: `${name}: the day counts ${factor} times as much as usual in longer targets`,
	}));
}

function learned(name: string, uplift: EventUplift | null): string {
	if (uplift === null) return `${name}: the day counts as usual in longer targets, for nothing is known of it yet`;
	const { factor, results, days } = uplift;
	const earlier = days === 1 ? 'an earlier day' : `${days} earlier days`;
	return `${name}: the day counts ${formatFactor(factor)} times as much as usual in longer targets, for ${earlier} brought ${formatFactor(results)} times as much as usual for the same money`;
}
