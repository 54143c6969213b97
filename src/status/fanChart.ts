import type { DayContext } from '../forecast/dayContext';
import type { Interval } from '../statistics/interval';
import { sampleInterval } from '../statistics/quantiles';

/** Spend of the day so far, and its forecast. */
export interface FanChart {
	/** Major units spent up to `fromMs`. */
	readonly spent: number;
	readonly fromMs: number;
	/** (hours ahead) cumulative spend of the day at the end of each, if nobody intervenes; empty without spend history. */
	readonly hours: readonly { readonly endMs: number; readonly spend: Interval }[];
}

/** Forecast of today's cumulative spend by hour, for charts. */
export function fanChart({ spent, spendPaths: paths, unreported: { fromMs } }: DayContext): FanChart {
	if (paths === null) return { spent, fromMs, hours: [] };
	const cumulative = new Float64Array(paths.paths).fill(spent);
	const hours = paths.hours.map(({ endMs }, hour) => {
		paths.spend[hour]!.forEach((amount, path) => (cumulative[path]! += amount));
		return { endMs, spend: sampleInterval(cumulative) };
	});
	return { spent, fromMs, hours };
}
