import { groupBy } from '../groupBy';
import type { DeliveredHour } from './deliveredHour';
import { campaignKey } from './source';

/** The hours that lie in the time range of the others. */
export function hoursNear(hours: Iterable<DeliveredHour>, others: readonly DeliveredHour[]): DeliveredHour[] {
	const firstMs = others.reduce((first, { startMs }) => Math.min(first, startMs), Infinity);
	const lastMs = others.reduce((last, { endMs }) => Math.max(last, endMs), -Infinity);
	return [...hours].filter(({ startMs, endMs }) => endMs > firstMs && startMs < lastMs);
}

/**
 * A test whether a window overlaps one of the hours of its campaign, or an earlier window that passed the test.
 *
 * @param hours that do not overlap each other
 * @returns the test, for windows in order of time
 */
export function overlapFinder(hours: Iterable<DeliveredHour>): (window: DeliveredHour) => boolean {
	const known = groupBy(hours, campaignKey);
	for (const own of known.values()) own.sort((a, b) => a.startMs - b.startMs);
	const progress = new Map<string, { next: number; takenUntilMs: number }>();
	return (window) => {
		const { startMs, endMs } = window;
		const key = campaignKey(window);
		const own = known.get(key) ?? [];
		const state = progress.get(key) ?? { next: 0, takenUntilMs: -Infinity };
		progress.set(key, state);
		while (state.next < own.length && own[state.next]!.endMs <= startMs) state.next++;
		if (startMs < state.takenUntilMs || (own[state.next]?.startMs ?? Infinity) < endMs) return true;
		state.takenUntilMs = endMs;
		return false;
	};
}
