import { displayName } from '../format/displayName';
import { formatMoney } from '../format/formatMoney';
import { historyNotes } from '../notes/historyNotes';
import { PUSH_PLATFORMS } from '../platforms/registry';
import { objectAndLever, type PushRecord } from '../records/pushRecord';
import { isUnderWay } from '../records/settleByRead';

/** Something that happened to a budget, as a sentence without a full stop. */
export interface HistoryEntry {
	readonly atMs: number;
	readonly kind: 'plan' | 'push' | 'edit' | 'change' | 'alert';
	readonly message: string;
}

/** A push and what came of it, and the value that somebody has set since. */
export function pushEntries(record: PushRecord): HistoryEntry[] {
	const { atMs, why, from, to, status, code, edit, platform } = record;
	const label = labelOf(platform);
	const change = historyNotes.push(
		why,
		objectOf(record),
		from === null ? null : shown(record, from),
		shown(record, to),
	);
	const outcome = historyNotes.outcome(label, status === 'prepared' ? undefined : (code ?? 'no-answer'));
	return [
		{ atMs, kind: 'push', message: `${change}: ${outcome}` },
		...(edit === undefined ? [] : [{ atMs: edit.seenMs, kind: 'edit' as const, message: editOf(record, edit) }]),
	];
}

/**
 * What waits for a person: values that somebody else has set, requests that were refused, and those of which nobody knows whether they were made. Only the last
 * push to an object counts.
 */
export function pushesForPerson(records: readonly PushRecord[], nowMs: number): string[] {
	const last = new Map(records.map((record) => [objectAndLever(record), record]));
	return [...last.values()].flatMap((record) => {
		if (record.edit !== undefined) return [editOf(record, record.edit)];
		const isOpen = record.status === 'unknown' || (record.status === 'prepared' && !isUnderWay(record, nowMs));
		return isOpen || record.code === 'refused' ? [pushEntries(record)[0]!.message] : [];
	});
}

const editOf = (record: PushRecord, { value }: NonNullable<PushRecord['edit']>): string =>
	historyNotes.edit(objectOf(record), shown(record, value), shown(record, record.to));

/** The object of a push with its platform: Google Ads budget/222. */
export const objectOf = ({ platform, object }: PushRecord): string => `${labelOf(platform)} ${displayName(object)}`;

const labelOf = (platform: string): string =>
	Object.entries(PUSH_PLATFORMS).find(([id]) => id === platform)?.[1].profile.label ?? displayName(platform);

/** A value of a record: an amount in the currency of the account, or a schedule or status as it is. */
export const shown = ({ currency }: PushRecord, value: string): string =>
	currency === undefined || !Number.isFinite(Number(value)) ? `'${displayName(value)}'` : formatMoney(value, currency);
