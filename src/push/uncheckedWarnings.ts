import type { Note } from '../notes/note';
import { uncheckedNotes } from '../notes/pushNotes';
import type { DayPart } from './dayParts';
import type { PushJob } from './pushJob';

/** Warnings for checks that the guards could not make. */
export function uncheckedWarnings({ limits, platform, moment }: PushJob, parts: readonly DayPart[]): Note[] {
	const { label } = platform.profile;
	const unread = parts.filter(({ current, refusal }) => current === null && refusal === null).map(({ id }) => id);
	return [
		...(unread.length > 0 ? [uncheckedNotes.edits(unread)] : []),
		...(limits.minimum === null ? [uncheckedNotes.minimum(label, limits.currency)] : []),
		...(limits.learningPhase && moment.learning === 'unknown' ? [uncheckedNotes.learningPhase(label)] : []),
	];
}
