import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import { type Edited, MAX_RECORDS, objectAndLever, type PushRecord } from '../records/pushRecord';
import { HOUR_MS, MINUTE_MS } from '../time/durations';
import { localClock } from '../time/localClock';
import type { GuardContext } from './guardContext';

const NOON_HOUR = 12;

const isOf = (edited: Edited) => (record: PushRecord) => objectAndLever(record) === objectAndLever(edited);

/** Pushes to this object by this lever since the start of the local day, failed ones left out; complete even if the system clock was set back. */
export const pushesToday = (edited: Edited, { records, moment }: GuardContext): PushRecord[] =>
	records.filter(isOf(edited)).filter(({ atMs, status }) => atMs >= moment.dayStartMs && status !== 'failed');

/**
 * Whether an object may be edited now: fresh data, learning phase, cool-down and quotas.
 *
 * The hourly quota is the platform's: it counts every request for the object, failed ones too. The daily one is per object and lever, counts
 * edits, and keeps the last of several for the afternoon.
 *
 * @param urgent whether money is in danger: then only fresh data and the platform's quota count
 * @returns why not, or null
 */
export function editNotAllowed(edited: Edited, context: GuardContext, urgent = false): Note | null {
	const { limits, records } = context;
	const { nowMs, stale } = context.moment;
	if (stale !== null) return guardNotes.staleData(stale);
	const discomfort = urgent ? null : uncomfortable(edited, context);
	if (discomfort !== null) return discomfort;
	const ofObject = records.filter(
		({ platform, object, lever }) => platform === edited.platform && object === edited.object && lever !== 'status',
	);
	const withinHour = ofObject.filter(({ atMs }) => atMs > nowMs - HOUR_MS).length;
	if (limits.editsPerHour !== null && withinHour >= limits.editsPerHour) {
		return guardNotes.editsPerHour(withinHour, limits.editsPerHour);
	}
	return urgent ? null : quotaOfDay(edited, context);
}

/** The guards of our own that spare the campaign an edit; null if none of them objects. */
function uncomfortable(edited: Edited, context: GuardContext): Note | null {
	const { limits, records } = context;
	const { nowMs, learning } = context.moment;
	if (limits.learningPhase && learning === 'learning') return guardNotes.learningPhase();
	if (records.length >= MAX_RECORDS) return guardNotes.tooManyPushes(records.length);
	const minutesAgo = minutesOfCoolDown(edited, context, nowMs);
	return minutesAgo === null ? null : guardNotes.coolDown(minutesAgo, limits.coolDownMinutes);
}

function quotaOfDay(edited: Edited, context: GuardContext): Note | null {
	const { editsPerDay } = context.limits;
	const { nowMs, timeZone } = context.moment;
	const today = pushesToday(edited, context).length;
	if (today >= editsPerDay) return guardNotes.editsPerDay(today, editsPerDay);
	const isLast = editsPerDay > 1 && today === editsPerDay - 1;
	return isLast && localClock(nowMs, timeZone).hour < NOON_HOUR
		? guardNotes.keptForAfternoon(today, editsPerDay)
		: null;
}

/** Whole minutes from the last push to this object by this lever that did not fail until an instant, if fewer than the cool-down; else null. */
export function minutesOfCoolDown(edited: Edited, { limits, records }: GuardContext, atMs: number): number | null {
	const last = records.filter(isOf(edited)).findLast(({ status }) => status !== 'failed');
	if (last === undefined || atMs - last.atMs >= limits.coolDownMinutes * MINUTE_MS) return null;
	return Math.max(0, Math.floor((atMs - last.atMs) / MINUTE_MS));
}
