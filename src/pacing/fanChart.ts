import type { Interval } from '../statistics/interval';
import { sampleInterval } from '../statistics/quantiles';
import type { DayContext } from './dayContext';

/** Spend of the day so far and where it may go. */
export interface FanChart {
	/** Major units spent up to `fromMs`. */
	readonly spent: number;
	readonly fromMs: number;
	/** (hours ahead) spend of the day by the end of each, if nobody intervenes; empty without any spend to learn from. */
	readonly hours: readonly { readonly endMs: number; readonly spend: Interval }[];
}

/** The forecast of today's spend hour by hour, for pictures. */
export function fanChart({ spent, paths, unseenFromMs }: DayContext): FanChart {
	if (paths === null) return { spent, fromMs: unseenFromMs, hours: [] };
	const cumulative = new Float64Array(paths.paths).fill(spent);
	const hours = paths.hours.map(({ endMs }, hour) => {
		paths.spend[hour]!.forEach((amount, path) => (cumulative[path]! += amount));
		return { endMs, spend: sampleInterval(cumulative) };
	});
	return { spent, fromMs: unseenFromMs, hours };
}
