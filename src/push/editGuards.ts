import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import type { GuardContext } from './guardContext';
import { type Edited, MAX_RECORDS, objectAndLever, type PushRecord } from './pushRecord';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The last push of this lever to this object. */
export const lastPush = (edited: Edited, records: readonly PushRecord[]): PushRecord | undefined =>
	records.findLast((record) => objectAndLever(record) === objectAndLever(edited));

/** Pushes of this lever to this object since the local day began. A clock that was set back does not forget any. */
export const pushesToday = (edited: Edited, { records, moment }: GuardContext): PushRecord[] =>
	records.filter((record) => record.atMs >= moment.dayStartMs && objectAndLever(record) === objectAndLever(edited));

/**
 * Whether the last push of a lever to an object speaks against another: it was of the same plan, or what it asked for is not in force.
 *
 * @param current what is in force, as read just now; null if it was not read
 * @param format  a value as a person reads it
 * @returns why to back off, or null
 */
export function lastPushAgainst(
	last: PushRecord | undefined,
	current: string | null,
	{ limits: { overwriteEdits }, moment: { planId } }: GuardContext,
	format: (value: string) => string,
): Note | null {
	if (last === undefined) return null;
	const changed = current !== null && current !== last.to;
	if (last.planId === planId && !(changed && overwriteEdits)) return guardNotes.alreadyPushed();
	if (!changed || overwriteEdits) return null;
	const note = current === last.from ? guardNotes.lastPushNotInForce : guardNotes.editedBySomeone;
	return note(format(last.to), format(current));
}

/**
 * Whether an object may be edited at all now: fresh data, learning, cool-down and quotas.
 *
 * The quota of an hour is of the object, whatever the lever; that of a day is of each lever.
 *
 * @returns why not, or null
 */
export function editNotAllowed(edited: Edited, context: GuardContext): Note | null {
	const { limits, records } = context;
	const { nowMs, stale, learning } = context.moment;
	if (stale !== null) return guardNotes.staleData(stale);
	if (limits.learningPhase && learning === 'learning') return guardNotes.learningPhase();
	if (records.length >= MAX_RECORDS) return guardNotes.tooManyPushes(records.length);
	const minutesAgo = minutesOfCoolDown(edited, context, nowMs);
	if (minutesAgo !== null) return guardNotes.coolDown(minutesAgo, limits.coolDownMinutes);
	const ofObject = records.filter(({ platform, object }) => platform === edited.platform && object === edited.object);
	const withinHour = ofObject.filter(({ atMs }) => atMs > nowMs - HOUR_MS).length;
	if (limits.editsPerHour !== null && withinHour >= limits.editsPerHour) {
		return guardNotes.editsPerHour(withinHour, limits.editsPerHour);
	}
	const today = pushesToday(edited, context).length;
	return today >= limits.editsPerDay ? guardNotes.editsPerDay(today, limits.editsPerDay) : null;
}

/** Whole minutes from the last push of this lever to this object until an instant, where they are fewer than the cool-down; else null. */
export function minutesOfCoolDown(edited: Edited, { limits, records }: GuardContext, atMs: number): number | null {
	const last = lastPush(edited, records);
	if (last === undefined || atMs - last.atMs >= limits.coolDownMinutes * MINUTE_MS) return null;
	return Math.max(0, Math.floor((atMs - last.atMs) / MINUTE_MS));
}
