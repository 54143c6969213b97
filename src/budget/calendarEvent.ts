import * as z from 'zod/v4';

import { addDays, daysBetween, isLocalDate, weekdayOfDate } from '../time/localClock';
import { monthOf } from '../time/period';

/** A local date of the budget, YYYY-MM-DD. */
export const LocalDate = z.string().refine(isLocalDate, 'must be a date such as 2026-11-23');

/** Maximum length of a repeated event in days: it must end before it repeats. */
const MAX_REPEATED_DAYS = { weekly: 6, monthly: 28, yearly: 365 } as const;

/** Days that count more or less than usual, such as a sale or a holiday, or on which nothing may be spent. */
export const CalendarEvent = z
	.strictObject({
		name: z.string().trim().min(1, 'must not be empty').max(100, 'must be at most 100 characters'),
		start: LocalDate,
		/** Last day; the first one by default. */
		end: LocalDate.optional(),
		/**
		 * Weight of each of its days relative to a usual day when a longer target is spread: 2 is twice as much, 0.5 half; 0 closes the
		 * day. If absent, it is learned from earlier days of events of the same name.
		 */
		factor: z.number().min(0, 'must be at least 0').max(20, 'must be at most 20').optional(),
		/** Repeats on the same day of every week, month or year, also before its start; on the last day of a shorter month. */
		repeats: z.enum(['weekly', 'monthly', 'yearly']).optional(),
	})
	.superRefine(({ start, end = start, repeats }, context) => {
		if (end < start) context.addIssue(`ends on ${end}, before it starts on ${start}`);
		const days = daysBetween(start, end) + 1;
		if (repeats !== undefined && days > MAX_REPEATED_DAYS[repeats]) {
			context.addIssue(`lasts ${days} days: one that repeats ${repeats} may last ${MAX_REPEATED_DAYS[repeats]}`);
		}
	});
export type CalendarEvent = Readonly<z.output<typeof CalendarEvent>>;

/** The events on a local date. */
export const eventsOn = (events: readonly CalendarEvent[] | undefined, date: string): readonly CalendarEvent[] =>
	(events ?? []).filter((event) => isDuring(event, date));

function isDuring({ start, end = start, repeats }: CalendarEvent, date: string): boolean {
	if (repeats === undefined) return date >= start && date <= end;
	const latest = latestStart(start, repeats, date);
	return daysBetween(latest, date) <= daysBetween(start, end);
}

/** The most recent start of a repeated event, up to and including a date. */
function latestStart(start: string, repeats: NonNullable<CalendarEvent['repeats']>, date: string): string {
	if (repeats === 'weekly') return addDays(date, -((weekdayOfDate(date) - weekdayOfDate(start) + 7) % 7));
	const ofMonth = (month: string) => dayOfMonth(month, start.slice(8));
	if (repeats === 'monthly') {
		const here = ofMonth(date.slice(0, 7));
		return here <= date ? here : ofMonth(addDays(`${date.slice(0, 7)}-01`, -1).slice(0, 7));
	}
	const ofYear = (year: string) => ofMonth(`${year}-${start.slice(5, 7)}`);
	const here = ofYear(date.slice(0, 4));
	return here <= date ? here : ofYear(addDays(`${date.slice(0, 4)}-01-01`, -1).slice(0, 4));
}

/** A day of a month (YYYY-MM), or the last day of a shorter month. */
function dayOfMonth(month: string, day: string): string {
	const { end } = monthOf(`${month}-01`);
	return `${month}-${day}` > end ? end : `${month}-${day}`;
}
