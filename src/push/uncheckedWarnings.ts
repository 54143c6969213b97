import type { Note } from '../notes/note';
import { uncheckedNotes } from '../notes/pushNotes';
import type { DayPart } from './dayParts';
import type { PushJob } from './pushJob';
import { targetParts } from './targetPart';

/** Warnings for checks that the guards could not make. */
export function uncheckedWarnings(job: PushJob, parts: readonly DayPart[]): Note[] {
	const { limits, platform, moment, target } = job;
	const { label } = platform.profile;
	const isLearningUnknown = limits.learningPhase && moment.learning === 'unknown';
	if (target.lever === 'biddingTarget') {
		const isUnread = targetParts(job).some(
			(part) => part.target.kind === 'target' && part.target.isLearning === undefined,
		);
		return isLearningUnknown && isUnread ? [uncheckedNotes.learningPhase(label)] : [];
	}
	const unread = parts.filter(({ current, refusal }) => current === null && refusal === null).map(({ id }) => id);
	return [
		...(unread.length > 0 ? [uncheckedNotes.edits(unread)] : []),
		...(limits.minimum === null ? [uncheckedNotes.minimum(label, limits.currency)] : []),
		...(isLearningUnknown ? [uncheckedNotes.learningPhase(label)] : []),
	];
}
