import type { Note } from '../notes/note';
import { uncheckedNotes } from '../notes/pushNotes';
import type { GuardContext } from './guardContext';
import { lastPush } from './pushRecord';
import type { HeldBack, HeldChange } from './preparedPush';

/** Reasons that no later run removes by itself. */
const FOR_A_PERSON: ReadonlySet<string> = new Set([
	'budget-type-unknown',
	'current-unknown',
	'edited-by-someone',
	'no-budget',
	'no-target',
	'portfolio-strategy',
	'push-unconfirmed',
	'target-unknown',
	'total-budget',
]);

/** Reasons that come from a value that somebody has set. */
const EDITS: ReadonlySet<string> = new Set(['edit-adopted', 'edit-kept-for-now', 'edited-by-someone']);

/**
 * Whether a change that was held back needs a person, and whether to tell one now. An edit by somebody is told when it is first seen, and, if it
 * is left alone for good, every morning.
 */
export function withAttention(
	held: HeldChange,
	platform: string,
	{ records, moment: { nowMs } }: GuardContext,
): HeldBack {
	const needsPerson = FOR_A_PERSON.has(held.code);
	if (!EDITS.has(held.code)) return { ...held, needsPerson, notify: needsPerson };
	const edit = lastPush({ platform, object: held.object, lever: held.lever }, records)?.edit;
	const toldNow = edit !== undefined && (needsPerson ? edit.toldMs : edit.seenMs) === nowMs;
	return { ...held, needsPerson, notify: toldNow };
}

/** A warning that changes wait for a person, with the first reason; empty if none does. */
export function blockedWarning(held: readonly HeldBack[]): Note[] {
	const waiting = held.filter(({ needsPerson }) => needsPerson);
	return waiting.length === 0
		? []
		: [uncheckedNotes.blocked(waiting.length, `${waiting[0]!.object}: ${waiting[0]!.message}`)];
}
