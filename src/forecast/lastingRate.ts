import { sum } from 'simple-statistics';

import { meansOfPaths, type SpendPaths } from '../demand/spendPaths';
import { hoursBetween } from '../time/localClock';
import type { LocalHour } from '../time/localDay';

/**
 * The spend an hour that lasts exactly to the end of the day if no hour spends more: the rate L with
 *
 * sum over the hours ahead of length * min(expected spend an hour, L) = remaining
 *
 * An hour in which less is expected leaves its part to the others. Without a forecast every hour may spend L.
 *
 * @param paths     of the rest of the day; null without spend history
 * @param remaining of the day's amount, major units
 * @returns major units an hour; all that remains where the day lasts without a limit
 */
export function lastingRate(
	paths: SpendPaths | null,
	day: readonly LocalHour[],
	remaining: number,
	nowMs: number,
): number {
	const stretches = paths?.hours ?? day;
	const means = paths && meansOfPaths(paths);
	const ahead = stretches
		.map(({ startMs, endMs }, hour) => ({
			length: hoursBetween(Math.max(startMs, nowMs), Math.max(endMs, nowMs)),
			rate: means === null ? Infinity : means[hour]! / hoursBetween(startMs, endMs),
		}))
		.filter(({ length }) => length > 0)
		.sort((a, b) => a.rate - b.rate);
	let left = remaining;
	let hours = sum(ahead.map(({ length }) => length));
	for (const { length, rate } of ahead) {
		if (rate * hours >= left) return left / hours;
		left -= rate * length;
		hours -= length;
	}
	return remaining;
}
