import { sum } from 'simple-statistics';

import { type Interval, LEVEL } from '../statistics/interval';
import { sampleInterval } from '../statistics/quantiles';
import type { SpendPaths } from '../demand/spendPaths';
import type { PlanHour } from './spendPlan';

/**
 * Spend by the end of the day if the plan is followed. On each sample path an hour spends its amount times the relative traffic of
 * the path, up to its cap; the day stops at its amount.
 *
 * Without history the interval reaches from what is spent to the whole amount.
 *
 * @param total planned amount of the day, major units
 */
export function expectedSpendOfPlan(hours: readonly PlanHour[], paths: SpendPaths | null, total: number): Interval {
	const spent = sum(hours.map(({ spent: delivered }) => Number(delivered ?? 0)));
	const max = Math.max(spent, total);
	if (paths === null) return { mean: max, low: spent, high: max, level: LEVEL };
	const end = new Float64Array(paths.paths).fill(spent);
	paths.hours.forEach((stretch, position) => {
		const hour = hours.find(({ endMs }) => endMs === stretch.endMs)!;
		const traffic = paths.spend[position]!;
		let sum = 0;
		for (let path = 0; path < paths.paths; path++) sum += traffic[path]!;
		if (sum === 0) return;
		const mean = sum / paths.paths;
		const delivered = Number(hour.spent ?? 0);
		const scale = hour.state === 'past' ? 1 : (Number(hour.amount) - delivered) / mean;
		const room = hour.state === 'past' ? Infinity : Number(hour.cap) - delivered;
		for (let path = 0; path < paths.paths; path++) end[path]! += Math.min(room, scale * traffic[path]!);
	});
	for (let path = 0; path < paths.paths; path++) end[path] = Math.min(end[path]!, max);
	return sampleInterval(end);
}
