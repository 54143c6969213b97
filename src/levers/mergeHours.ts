import { mean, sumNthPowerDeviations } from 'simple-statistics';

/** An hour of the day in which ads may show, and its planned factor; null if any factor will do. */
export interface OpenHour {
	readonly hour: number;
	readonly factor: number | null;
}

/** Consecutive hours with one factor; null if any factor will do. */
export interface HourWindow {
	readonly startHour: number;
	readonly endHour: number;
	readonly factor: number | null;
}

/**
 * Merges hours into at most `maxWindows` windows, each with the geometric mean of its factors, so that the sum of squared deviations of
 * their logarithms is minimal: exact, by dynamic programming over the last window.
 *
 * A window never contains closed hours.
 *
 * @param hours ascending
 * @param maxWindows at least the number of stretches between closed hours
 * @returns in order; as few as attain the minimum
 * @see W. D. Fisher, On grouping for maximum homogeneity, JASA 53, 1958
 */
export function mergeHours(hours: readonly OpenHour[], maxWindows: number): HourWindow[] {
	const cost = (from: number, to: number): number => {
		if (hours[to - 1]!.hour - hours[from]!.hour !== to - 1 - from) return Infinity;
		const logs = logsOf(hours.slice(from, to));
		return logs.length === 0 ? 0 : sumNthPowerDeviations(logs, 2);
	};
	let best: { cost: number; starts: number[] }[] = [{ cost: 0, starts: [] }];
	let chosen = { cost: Infinity, starts: [] as number[] };
	for (let windows = 1; windows <= maxWindows; windows++) {
		const before = best;
		best = Array.from({ length: hours.length + 1 }, (_, to) => {
			let cheapest = { cost: Infinity, starts: [] as number[] };
			for (let from = 0; from < to; from++) {
				const earlier = before[from];
				if (earlier === undefined) continue;
				const total = earlier.cost + cost(from, to);
				if (total < cheapest.cost) cheapest = { cost: total, starts: [...earlier.starts, from] };
			}
			return cheapest;
		});
		if (best[hours.length]!.cost < chosen.cost - EPSILON) chosen = best[hours.length]!;
	}
	return chosen.starts.map((start, window) => {
		const inside = hours.slice(start, chosen.starts[window + 1]);
		const logs = logsOf(inside);
		return {
			startHour: inside[0]!.hour,
			endHour: inside.at(-1)!.hour + 1,
			factor: logs.length === 0 ? null : Math.exp(mean(logs)),
		};
	});
}

/** Smallest gain, beyond rounding errors, for which another window is added. */
const EPSILON = 1e-12;

const logsOf = (hours: readonly OpenHour[]): number[] =>
	hours.flatMap(({ factor }) => (factor === null ? [] : [Math.log(factor)]));
