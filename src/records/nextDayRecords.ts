import { localClock, addDays } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { objectAndLever, type PushRecord } from './pushRecord';

/**
 * Records as of a day: a budget set the day before for the next day counts as that day's total, set at midnight.
 *
 * @param todayStartMs start of the local day
 */
export function recordsOn(
	todayStartMs: number,
	records: readonly PushRecord[],
	timeZone: string,
): readonly PushRecord[] {
	const due = records.filter(({ lever, atMs }) => lever === 'next-day-total' && atMs < todayStartMs);
	if (due.length === 0) return records;
	const standing = records.filter((record) => !due.includes(record));
	const lastOfDay = new Map(
		due.map((record) => {
			const midnightMs = dayStartMs(addDays(localClock(record.atMs, timeZone).date, 1), timeZone);
			return [`${objectAndLever(record)} ${midnightMs}`, { ...record, lever: 'day-total', atMs: midnightMs } as const];
		}),
	);
	for (const record of lastOfDay.values()) {
		const later = standing.findIndex(({ atMs }) => atMs >= record.atMs);
		standing.splice(later < 0 ? standing.length : later, 0, record);
	}
	return standing;
}
