import { silentSinceMs } from '../learning/usedUp';
import { fromMicros } from '../money/micros';
import { localClock } from '../time/localClock';
import type { DayContext } from './dayContext';

/**
 * Spend of a day before today, major units. Days before the first report and after the last are not known: null. One without delivery in between spent
 * nothing.
 */
export function knownSpend({
	learning,
	date: today,
	nowMs,
}: Pick<DayContext, 'learning' | 'date' | 'nowMs'>): (date: string) => number | null {
	const { days, definition } = learning;
	const first = [...days.keys()].reduce((earliest, one) => (one < earliest ? one : earliest), today);
	const unknownFrom = localClock(silentSinceMs(learning, nowMs) ?? nowMs, definition.timeZone).date;
	return (date) =>
		date >= first && date < unknownFrom && date < today ? fromMicros(days.get(date)?.spend ?? 0).toNumber() : null;
}
