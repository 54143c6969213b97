import { MINUTE_MS } from '../time/durations';
import { type Edited, objectAndLever, type PushRecord } from './pushRecord';

/** Minutes to wait after the second failure in a row; doubled with each further one. */
const FIRST_WAIT_MINUTES = 30;
const LONGEST_WAIT_MINUTES = 120;

/**
 * From when on an object may be edited again after pushes that failed: at once after the first failure, then after 30, 60 and at most 120
 * minutes, and never before the platform allows it.
 *
 * @returns null if its last push did not fail
 */
export function resendFromMs(edited: Edited, records: readonly PushRecord[]): number | null {
	const own = records.filter((record) => objectAndLever(record) === objectAndLever(edited));
	const failures = own.length - 1 - own.findLastIndex(({ status }) => status !== 'failed');
	const last = own.at(-1);
	if (failures === 0 || last === undefined) return null;
	const minutes = failures === 1 ? 0 : Math.min(LONGEST_WAIT_MINUTES, FIRST_WAIT_MINUTES * 2 ** (failures - 2));
	return Math.max(last.atMs + minutes * MINUTE_MS, last.retryAtMs ?? -Infinity);
}
