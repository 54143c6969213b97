import * as z from 'zod/v4';

import { LocalDate } from './localDate';

/** Days that are worth more or less than usual, such as a sale or a holiday. */
export const CalendarEvent = z
	.strictObject({
		name: z.string().trim().min(1, 'must not be empty').max(100, 'must be at most 100 characters'),
		start: LocalDate,
		/** Last day; the first one by default. */
		end: LocalDate.optional(),
		/** How much more than usual each of its days counts when a longer target is spread: 2 is twice as much, 0.5 half. */
		factor: z.number().gt(0, 'must be above 0').max(20, 'must be at most 20'),
	})
	.superRefine(({ start, end = start }, context) => {
		if (end < start) context.addIssue(`ends on ${end}, before it starts on ${start}`);
	});
export type CalendarEvent = Readonly<z.output<typeof CalendarEvent>>;

/** The events that a local date belongs to. */
export const eventsOn = (events: readonly CalendarEvent[] | undefined, date: string): readonly CalendarEvent[] =>
	(events ?? []).filter(({ start, end = start }) => date >= start && date <= end);

/** How much more than usual a local date counts: the product of its events' factors, 1 without any. */
export const upliftOn = (events: readonly CalendarEvent[] | undefined, date: string): number =>
	eventsOn(events, date).reduce((product, { factor }) => product * factor, 1);
