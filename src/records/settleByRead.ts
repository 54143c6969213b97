import { type Edited, lastPush, objectAndLever, type PushRecord } from './pushRecord';

/** A value in force, as just read, in the words of records. */
export interface ReadValue extends Edited {
	readonly value: string;
}

/**
 * How long a request may be on its way. A value read within this time may be older than the push, so the previous value proves nothing yet.
 */
const UNDER_WAY_MS = 10 * 60_000;

/** Whether a push may still be on its way. */
export const isUnderWay = ({ status, atMs }: PushRecord, nowMs: number): boolean =>
	status === 'prepared' && nowMs - atMs < UNDER_WAY_MS;

/**
 * Settles the last push of each object by the value read: equal to `to` it is confirmed, equal to `from` it has failed, and anything else was
 * set by somebody. A confirmed push whose previous value is in force again was reverted by somebody.
 *
 * @returns the same list if nothing changed
 */
export function settleByRead(
	records: readonly PushRecord[],
	reads: readonly ReadValue[],
	nowMs: number,
): readonly PushRecord[] {
	const settled = new Map<PushRecord, PushRecord>();
	for (const read of reads) {
		const last = lastPush(read, records);
		if (last === undefined) continue;
		const next = settledBy(last, read.value, valuesOnTheWay(read, records), nowMs);
		if (next !== last) settled.set(last, next);
	}
	return settled.size === 0 ? records : records.map((record) => settled.get(record) ?? record);
}

function settledBy(last: PushRecord, value: string, ours: ReadonlySet<string>, nowMs: number): PushRecord {
	const { edit, ...record } = last;
	if (value === last.to) {
		if (last.status === 'confirmed') return edit === undefined ? last : record;
		return { ...record, status: 'confirmed', code: 'read-back', settledMs: nowMs };
	}
	if (value === last.from && last.status !== 'failed' && nowMs - last.atMs < UNDER_WAY_MS) return last;
	if (last.code === 'partly-applied' || (last.status !== 'confirmed' && ours.has(value))) {
		if (last.status === 'failed') return edit === undefined ? last : record;
		return { ...record, status: 'failed', code: 'not-in-force', settledMs: nowMs };
	}
	return edit?.value === value ? last : { ...record, edit: { value, seenMs: nowMs } };
}

/** Values of the pushes since the last confirmed one: any of them may have arrived, early or late. */
function valuesOnTheWay(edited: Edited, records: readonly PushRecord[]): ReadonlySet<string> {
	const own = records.filter((record) => objectAndLever(record) === objectAndLever(edited));
	const open = own.slice(own.findLastIndex(({ status }) => status === 'confirmed') + 1);
	return new Set(open.flatMap(({ from, to }) => (from === null ? [to] : [from, to])));
}
