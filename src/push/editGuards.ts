import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import type { GuardContext } from './guardContext';
import { type Edited, MAX_RECORDS, objectAndLever, type PushRecord } from './pushRecord';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The last push to this object by this lever. */
export const lastPush = (edited: Edited, records: readonly PushRecord[]): PushRecord | undefined =>
	records.findLast((record) => objectAndLever(record) === objectAndLever(edited));

/** Pushes to this object by this lever since the start of the local day; complete even if the system clock was set back. */
export const pushesToday = (edited: Edited, { records, moment }: GuardContext): PushRecord[] =>
	records.filter((record) => record.atMs >= moment.dayStartMs && objectAndLever(record) === objectAndLever(edited));

/**
 * Whether the last push to an object prevents another: it pushed the same plan, or its value is not in force.
 *
 * @param current the value in force, as just read; null if it was not read
 * @param format  formats a value for people
 * @returns the reason to hold back, or null
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
 * Whether an object may be edited now: fresh data, learning phase, cool-down and quotas.
 *
 * The hourly quota is per object; the daily quota is per object and lever.
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

/** Whole minutes from the last push to this object by this lever until an instant, if fewer than the cool-down; else null. */
export function minutesOfCoolDown(edited: Edited, { limits, records }: GuardContext, atMs: number): number | null {
	const last = lastPush(edited, records);
	if (last === undefined || atMs - last.atMs >= limits.coolDownMinutes * MINUTE_MS) return null;
	return Math.max(0, Math.floor((atMs - last.atMs) / MINUTE_MS));
}
