import * as z from 'zod/v4';

import { Amount } from '../money/amount';
import { daysBetween } from '../time/localClock';
import { LocalDate } from './calendarEvent';

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
		/** If absent, that of the strategy: front-loaded for front_loading, even for the others. */
		pacing: z.enum(FLIGHT_PACINGS).optional(),
	})
	.superRefine(({ start, end }, context) => {
		const days = daysBetween(start, end) + 1;
		if (days < 1) context.addIssue(`ends on ${end}, before it starts on ${start}`);
		if (days > MAX_FLIGHT_DAYS) context.addIssue(`lasts ${days} days: at most ${MAX_FLIGHT_DAYS} are paced as one`);
	});
export type Flight = Readonly<z.output<typeof Flight>>;
