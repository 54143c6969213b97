import type { DeliveredHour } from './deliveredHour';
import { GRAIN_MS } from './readWindow';
import { campaignKey } from './source';

/** The hours that lie in the time range of the others. */
export function hoursNear(hours: Iterable<DeliveredHour>, others: readonly DeliveredHour[]): DeliveredHour[] {
	const firstMs = others.reduce((first, { startMs }) => Math.min(first, startMs), Infinity);
	const lastMs = others.reduce((last, { endMs }) => Math.max(last, endMs), -Infinity);
	return [...hours].filter(({ startMs, endMs }) => endMs > firstMs && startMs < lastMs);
}

/** A test whether a window overlaps one of the hours, or an earlier window that passed the test. */
export function overlapFinder(hours: Iterable<DeliveredHour>): (hour: DeliveredHour) => boolean {
	const taken = new Map<string, Set<number>>();
	const takenBy = (campaign: string) => {
		const cells = taken.get(campaign) ?? new Set();
		taken.set(campaign, cells);
		return cells;
	};
	for (const hour of hours) for (const cell of grains(hour)) takenBy(campaignKey(hour)).add(cell);
	return (hour) => {
		const cells = takenBy(campaignKey(hour));
		if (grains(hour).some((cell) => cells.has(cell))) return true;
		for (const cell of grains(hour)) cells.add(cell);
		return false;
	};
}

const grains = ({ startMs, endMs }: DeliveredHour): number[] =>
	Array.from({ length: (endMs - startMs) / GRAIN_MS }, (_, step) => startMs / GRAIN_MS + step);
