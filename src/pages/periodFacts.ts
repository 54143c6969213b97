import { formatShortDay } from '../format/formatTime';
import type { BudgetEdit } from '../messages/budgetEdits';
import { editNotes } from '../notes/editNotes';
import type { PeriodDay, PeriodDays } from '../status/periodDays';

/** Edits of a day that are named; the rest are counted. */
const NAMED_EDITS = 3;

/** The longest target of a budget, as its charts show it. */
export interface PeriodFacts {
	readonly period: PeriodDays;
	readonly currency: string;
	/** What a date is planned to spend, major units; of today and the days ahead. */
	readonly planned: ReadonlyMap<string, number>;
	/** Edits of budgets by date. */
	readonly edits: ReadonlyMap<string, readonly BudgetEdit[]>;
}

/** Labels of an axis at most. */
const LABELS = 8;

/** The axis of a chart by day. */
export const dayAxis = (days: readonly PeriodDay[]): { labels: string[]; labelEvery: number } => ({
	labels: days.map(({ date }) => formatShortDay(date)),
	labelEvery: Math.ceil(days.length / LABELS),
});

/** Edits of a day in one line. */
export function editsInWords(edits: readonly BudgetEdit[]): string {
	const named = edits.slice(0, NAMED_EDITS).map(({ message }) => message);
	const more = edits.length > NAMED_EDITS ? [editNotes.more(edits.length - NAMED_EDITS)] : [];
	return [...named, ...more].join('; ');
}
