import * as z from 'zod/v4';

import { addDays, daysBetween } from '../time/localClock';
import { isLocalDate } from '../time/localDay';
import { monthOf } from '../time/period';

/** A date of the budget's own calendar, YYYY-MM-DD. */
export const LocalDate = z.string().refine(isLocalDate, 'must be a date such as 2026-11-23');

/** Days of the longest event that repeats: the next one must not begin before it ends. */
const LONGEST_REPEATED = { monthly: 28, yearly: 365 } as const;

/** Days that are worth more or less than usual, such as a sale or a holiday. */
export const CalendarEvent = z
	.strictObject({
		name: z.string().trim().min(1, 'must not be empty').max(100, 'must be at most 100 characters'),
		start: LocalDate,
		/** Last day; the first one by default. */
		end: LocalDate.optional(),
		/**
		 * How much more than usual each of its days counts when a longer target is spread: 2 is twice as much, 0.5 half. Absent, it is
		 * learned from earlier days of events of the same name.
		 */
		factor: z.number().gt(0, 'must be above 0').max(20, 'must be at most 20').optional(),
		/** Whether it comes every month or year, before its start too, on the day of its start: the last one of a month that has no such day. */
		repeats: z.enum(['monthly', 'yearly']).optional(),
	})
	.superRefine(({ start, end = start, repeats }, context) => {
		if (end < start) context.addIssue(`ends on ${end}, before it starts on ${start}`);
		const days = daysBetween(start, end) + 1;
		if (repeats !== undefined && days > LONGEST_REPEATED[repeats]) {
			context.addIssue(`lasts ${days} days: one that repeats ${repeats} may last ${LONGEST_REPEATED[repeats]}`);
		}
	});
export type CalendarEvent = Readonly<z.output<typeof CalendarEvent>>;

/** The events that a local date belongs to. */
export const eventsOn = (events: readonly CalendarEvent[] | undefined, date: string): readonly CalendarEvent[] =>
	(events ?? []).filter((event) => isDuring(event, date));

function isDuring({ start, end = start, repeats }: CalendarEvent, date: string): boolean {
	if (repeats === undefined) return date >= start && date <= end;
	const began = lastStart(start, repeats, date);
	return daysBetween(began, date) <= daysBetween(start, end);
}

/** The last day up to a date on which a repeated event begins. */
function lastStart(start: string, repeats: 'monthly' | 'yearly', date: string): string {
	const ofMonth = (month: string) => dayOfMonth(month, start.slice(8));
	if (repeats === 'monthly') {
		const here = ofMonth(date.slice(0, 7));
		return here <= date ? here : ofMonth(addDays(`${date.slice(0, 7)}-01`, -1).slice(0, 7));
	}
	const ofYear = (year: string) => ofMonth(`${year}-${start.slice(5, 7)}`);
	const here = ofYear(date.slice(0, 4));
	return here <= date ? here : ofYear(addDays(`${date.slice(0, 4)}-01-01`, -1).slice(0, 4));
}

/** A day of a month, YYYY-MM, or its last one if it is shorter. */
function dayOfMonth(month: string, day: string): string {
	const { end } = monthOf(`${month}-01`);
	return `${month}-${day}` > end ? end : `${month}-${day}`;
}
