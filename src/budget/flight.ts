import * as z from 'zod/v4';

import { formatExactPercent } from '../format/formatNumber';
import { Amount } from '../money/amount';
import { daysBetween } from '../time/localClock';
import { LocalDate } from './calendarEvent';
import { EndTime, minutesOf, StartTime } from './openHours';

/** Longest flight: day totals are kept for slightly more than a year. */
const MAX_FLIGHT_DAYS = 366;

/** How a flight is spread over its days. Front-loaded and back-loaded are the words of ad servers: Google Ad Manager has a delivery rate FRONTLOADED. */
export const FLIGHT_PACINGS = ['even', 'front-loaded', 'back-loaded'] as const;
export type FlightPacing = (typeof FLIGHT_PACINGS)[number];

/** The part of a flight's amount that is meant to be spent by the end of a date. */
const Milestone = z.strictObject({
	by: LocalDate,
	spent: z.number().gt(0, 'must be above 0').lt(1, 'must be below 1: all of it is spent by the end of the flight'),
});
export type Milestone = Readonly<z.output<typeof Milestone>>;

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
		/** In place of a pacing, in order of time; between two of them days count alike. */
		milestones: z.array(Milestone).min(1, 'must have at least one').readonly().optional(),
	})
	.superRefine((flight, context) => {
		const { start, end, startTime, endTime } = flight;
		const days = daysBetween(start, end) + 1;
		if (days < 1) context.addIssue(`ends on ${end}, before it starts on ${start}`);
		if (days > MAX_FLIGHT_DAYS) context.addIssue(`lasts ${days} days: at most ${MAX_FLIGHT_DAYS} are paced as one`);
		milestoneIssues(flight).forEach((issue) => context.addIssue(issue));
		if (days !== 1 || startTime === undefined || endTime === undefined) return;
		if (minutesOf(endTime) <= minutesOf(startTime)) {
			context.addIssue(`ends at ${endTime}, before it starts at ${startTime} of the same day`);
		}
	});
export type Flight = Readonly<z.output<typeof Flight>>;

/** What is wrong with the milestones of a flight, in words. */
function milestoneIssues({
	start,
	end,
	pacing,
	milestones = [],
}: {
	readonly start: string;
	readonly end: string;
	readonly pacing?: FlightPacing | undefined;
	readonly milestones?: readonly Milestone[] | undefined;
}): string[] {
	const shown = ({ by, spent }: Milestone) => `${formatExactPercent(spent)} by ${by}`;
	const outside = milestones.filter(({ by }) => by < start || by >= end);
	const falling = milestones.flatMap((milestone, position) => {
		const before = milestones[position - 1];
		const rises = before === undefined || (milestone.by > before.by && milestone.spent > before.spent);
		return rises ? [] : [`has the milestone ${shown(milestone)} after ${shown(before)}: date and part have to rise`];
	});
	return [
		...(pacing !== undefined && milestones.length > 0 ? ['has a pacing and milestones: give one of them'] : []),
		...outside.map((one) => `has the milestone ${shown(one)}, which is not from its start to the day before its end`),
		...falling,
	];
}
