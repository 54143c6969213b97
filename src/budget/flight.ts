import * as z from 'zod/v4';

import { Amount } from '../money/amount';
import { daysBetween } from '../time/localClock';
import { LocalDate } from './calendarEvent';
import { EndTime, minutesOf, StartTime } from './openHours';

/** Longest flight: day totals are kept for slightly more than a year. */
const MAX_FLIGHT_DAYS = 366;

/** How a flight is spread over its days. Front-loaded and back-loaded are the words of ad servers: Google Ad Manager has a delivery rate FRONTLOADED. */
export const FLIGHT_PACINGS = ['even', 'front-loaded', 'back-loaded'] as const;
export type FlightPacing = (typeof FLIGHT_PACINGS)[number];

/** An amount for a stretch of local dates. */
export const Flight = z
	.strictObject({
		start: LocalDate,
		end: LocalDate,
		amount: Amount,
		/** When it starts on its first day and ends on its last, if not at midnight. */
		startTime: StartTime.optional(),
		endTime: EndTime.optional(),
		/** If absent, that of the strategy: front-loaded for front_loading, even for the others. */
		pacing: z.enum(FLIGHT_PACINGS).optional(),
	})
	.superRefine(({ start, end, startTime, endTime }, context) => {
		const days = daysBetween(start, end) + 1;
		if (days < 1) context.addIssue(`ends on ${end}, before it starts on ${start}`);
		if (days > MAX_FLIGHT_DAYS) context.addIssue(`lasts ${days} days: at most ${MAX_FLIGHT_DAYS} are paced as one`);
		if (days !== 1 || startTime === undefined || endTime === undefined) return;
		if (minutesOf(endTime) <= minutesOf(startTime)) {
			context.addIssue(`ends at ${endTime}, before it starts at ${startTime} of the same day`);
		}
	});
export type Flight = Readonly<z.output<typeof Flight>>;
