import type { PushLimits } from './guardFigures';
import { type Lever, MOST_RECORDS, objectAndLever, type PushRecord } from './pushRecord';
import type { Reason } from './reason';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The instant that a push is prepared at, and what is known then. */
export interface PushMoment {
	readonly nowMs: number;
	/** When the local day began. */
	readonly dayStartMs: number;
	readonly planId: string;
	/** Why delivery is too old to act on; null if it is not. */
	readonly stale: string | null;
	/** Whether the platform is still learning; unknown lets pass. */
	readonly learning: 'learning' | 'stable' | 'unknown';
}

/** What is edited, and by which lever. */
export interface Edited {
	readonly platform: string;
	readonly object: string;
	readonly lever: Lever;
}

/** The last push of this lever to this object. */
export const lastPush = (edited: Edited, records: readonly PushRecord[]): PushRecord | undefined =>
	records.findLast((record) => objectAndLever(record) === objectAndLever(edited));

/** Pushes of this lever to this object since the local day began. A clock that was set back does not forget any. */
export const pushesToday = (edited: Edited, records: readonly PushRecord[], { dayStartMs }: PushMoment): PushRecord[] =>
	records.filter((record) => record.atMs >= dayStartMs && objectAndLever(record) === objectAndLever(edited));

/**
 * Whether what is in force is not what was pushed last.
 *
 * @param current what was read just now
 * @returns why to back off, or null
 */
export function editedMeanwhile(last: PushRecord, current: string): Reason | null {
	if (current === last.to) return null;
	const pushed = `'${last.to}' was pushed and '${current}' is in force`;
	return current === last.from
		? {
				code: 'last-push-not-in-force',
				message: `${pushed}, as before: the push did not arrive, or somebody took it back`,
			}
		: { code: 'edited-by-someone', message: `${pushed}: somebody changed it since, so it is left alone` };
}

/**
 * Whether an object may be edited at all now: fresh data, learning, cool-down and quotas.
 *
 * The quota of an hour is of the object, whatever the lever; that of a day is of each lever.
 *
 * @returns why not, or null
 */
export function editNotAllowed(
	edited: Edited,
	records: readonly PushRecord[],
	limits: PushLimits,
	moment: PushMoment,
): Reason | null {
	const { nowMs, stale, learning } = moment;
	if (stale !== null) return { code: 'stale-data', message: `${stale}: nothing is pushed on data that old` };
	if (limits.learningPhase && learning === 'learning') {
		return { code: 'learning-phase', message: 'The platform is still learning, and an edit would set it back' };
	}
	if (records.length >= MOST_RECORDS) {
		return {
			code: 'too-many-pushes',
			message: `${records.length} pushes of this budget are on record: no more are counted`,
		};
	}
	const tooSoon = coolingDown(edited, records, limits, nowMs);
	if (tooSoon !== null) return tooSoon;
	const ofObject = records.filter(({ platform, object }) => platform === edited.platform && object === edited.object);
	const withinHour = ofObject.filter(({ atMs }) => atMs > nowMs - HOUR_MS).length;
	if (limits.editsPerHour !== null && withinHour >= limits.editsPerHour) {
		const message = `It was edited ${withinHour} times within an hour, and the quota is ${limits.editsPerHour}`;
		return { code: 'edits-per-hour', message };
	}
	const today = pushesToday(edited, records, moment).length;
	if (today >= limits.editsPerDay) {
		const message = `It was edited ${today} times today, and the quota is ${limits.editsPerDay}`;
		return { code: 'edits-per-day', message };
	}
	return null;
}

/** Whether an edit at an instant comes too soon after the last push. @returns why it must not be, or null */
export function coolingDown(
	edited: Edited,
	records: readonly PushRecord[],
	{ coolDownMinutes }: PushLimits,
	atMs: number,
): Reason | null {
	const last = lastPush(edited, records);
	if (last === undefined || atMs - last.atMs >= coolDownMinutes * MINUTE_MS) return null;
	const minutes = Math.floor((atMs - last.atMs) / MINUTE_MS);
	return { code: 'cool-down', message: `It was pushed ${minutes} minutes before, and ${coolDownMinutes} have to pass` };
}
