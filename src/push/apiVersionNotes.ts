import type { Note } from '../notes/note';
import { apiVersionNotes as notes } from '../notes/pushNotes';
import { daysBetween, localClock } from '../time/localClock';
import type { PushJob } from './pushJob';

/** Days before the end of a version from which on it is a warning: there is time for an update, and none to forget it. */
const DAYS_OF_NOTICE = 60;

/** Until when the version of the platform's API in use works: an explanation, or a warning if its end is near. Nothing where no end is known. */
export function apiVersionNotes({ platform: { profile }, apiVersion, moment }: PushJob): {
	readonly explanation: readonly Note[];
	readonly warnings: readonly Note[];
} {
	const end = profile.apiEnds.value[apiVersion];
	if (end === undefined) return { explanation: [], warnings: [] };
	const daysLeft = daysBetween(localClock(moment.nowMs, moment.timeZone).date, end);
	const facts = { version: apiVersion, platform: profile.label, end };
	if (daysLeft > DAYS_OF_NOTICE) return { explanation: [notes.lives(facts)], warnings: [] };
	return { explanation: [], warnings: [daysLeft > 0 ? notes.ends(facts) : notes.ended(facts)] };
}
