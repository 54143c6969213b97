import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import type { Insight } from '../learning/insight';
import { eventNotes } from './eventFactor';
import { rolloverNotes } from './rolloverNotes';
import { seasonNotes } from './seasonNotes';
import type { DayTarget } from './targets';

/** What the calendar does to a day of a plan, in words: its events, its season, and what an earlier week or month left. */
export const calendarNotes = (
	definition: BudgetDefinition,
	target: DayTarget,
	insight: Insight,
	strategy: Strategy,
	date: string,
): { code: 'event' | 'season' | 'rollover'; detail: string }[] => [
	...eventNotes(definition, date, insight),
	...seasonNotes(definition, target, insight, strategy, date),
	...rolloverNotes(definition, target),
];
