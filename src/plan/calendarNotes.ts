import { eventNotes } from './eventFactor';
import type { PlanContext } from './planContext';
import { rolloverNotes } from './rolloverNotes';
import { seasonNotes } from './seasonNotes';
import type { DayTarget } from './dayTarget';

/** What the calendar does to a day of a plan, in words: its events, its season, and what an earlier week or month left. */
export const calendarNotes = (
	context: PlanContext,
	target: DayTarget,
): { code: 'event' | 'season' | 'rollover'; detail: string }[] => [
	...eventNotes(context.learning, context.date),
	...seasonNotes(context, target),
	...rolloverNotes(context.learning.definition, target),
];
