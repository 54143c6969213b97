import { formatInstant } from '../format/formatTime';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import { type Edited, lastPush, type PushRecord } from '../records/pushRecord';
import { resendFromMs } from '../records/resend';
import { isUnderWay } from '../records/settleByRead';
import { HOUR_MS } from '../time/durations';
import type { GuardContext } from './guardContext';

/** A value that somebody has set, formatted, and what it does to the period; empty if that is not known. */
export interface EditWords {
	readonly format: (value: string) => string;
	readonly effect: (value: string) => string;
}

/**
 * Whether the last push to an object prevents another: somebody has changed its value since, its outcome is open, it failed a moment ago, or it
 * pushed the same plan. Values read have settled it before.
 *
 * @returns the reason to hold back, or null
 */
export function lastPushAgainst(edited: Edited, context: GuardContext, words: EditWords): Note | null {
	const { records, moment } = context;
	const last = lastPush(edited, records);
	if (last === undefined) return null;
	const edit = editAgainst(last, context, words);
	if (last.edit !== undefined) return edit;
	switch (last.status) {
		case 'confirmed':
			return last.planId === moment.planId ? guardNotes.alreadyPushed() : null;
		case 'failed':
			return waitingToResend(edited, context);
		case 'prepared':
		case 'unknown':
			return isUnderWay(last, moment.nowMs)
				? guardNotes.underWay(last.planId === moment.planId)
				: guardNotes.unconfirmed(formatInstant(last.atMs, moment.timeZone));
	}
}

/** The instant until which somebody's value is left alone, by the policy in force. */
function leftAloneUntilMs({ seenMs }: NonNullable<PushRecord['edit']>, { limits, moment }: GuardContext): number {
	switch (limits.peoplesEdits) {
		case 'respect':
			return Infinity;
		case 'resume':
			return seenMs + limits.resumeAfterHours * HOUR_MS;
		case 'adopt':
			return seenMs >= moment.dayStartMs ? Infinity : seenMs;
	}
}

/** Whether somebody has set a value since the last push that is to be left alone now. */
export function isLeftAlone(edited: Edited, context: GuardContext): boolean {
	const edit = lastPush(edited, context.records)?.edit;
	return edit !== undefined && context.moment.nowMs < leftAloneUntilMs(edit, context);
}

/** Why somebody's value is left alone now, or null. */
function editAgainst({ edit, to }: PushRecord, context: GuardContext, words: EditWords): Note | null {
	if (edit === undefined) return null;
	const { limits, moment } = context;
	const untilMs = leftAloneUntilMs(edit, context);
	if (moment.nowMs >= untilMs) return null;
	const facts = {
		pushed: words.format(to),
		current: words.format(edit.value),
		since: formatInstant(edit.seenMs, moment.timeZone),
		effect: words.effect(edit.value),
	};
	switch (limits.peoplesEdits) {
		case 'respect':
			return guardNotes.editedBySomeone(facts);
		case 'resume':
			return guardNotes.editKeptUntil(facts, formatInstant(untilMs, moment.timeZone));
		case 'adopt':
			return guardNotes.editAdopted(facts);
	}
}

/** Why an object whose last push failed is not edited yet, or null. */
export function waitingToResend(edited: Edited, { records, moment }: GuardContext): Note | null {
	const fromMs = resendFromMs(edited, records);
	if (fromMs === null || fromMs <= moment.nowMs) return null;
	const asked = fromMs === lastPush(edited, records)?.retryAtMs;
	return guardNotes.waitingToResend(formatInstant(fromMs, moment.timeZone), asked);
}
