import { sum } from 'simple-statistics';

import { type Interval, LEVEL } from '../statistics/interval';
import { sampleInterval } from '../statistics/quantiles';
import type { SpendPaths } from '../demand/spendPaths';
import type { PlanHour } from './spendPlan';

/**
 * Spend of a day by its end if the plan is followed: each hour spends its amount times what the path says of its traffic, and
 * stops at its cap; the day stops at its amount.
 *
 * Without any history the interval reaches from what is spent to the whole amount.
 *
 * @param total what the plan gives out, major units
 */
export function expectedSpendOfPlan(hours: readonly PlanHour[], paths: SpendPaths | null, total: number): Interval {
	const spent = sum(hours.map(({ spent: delivered }) => Number(delivered ?? 0)));
	const most = Math.max(spent, total);
	if (paths === null) return { mean: most, low: spent, high: most, level: LEVEL };
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
	for (let path = 0; path < paths.paths; path++) end[path] = Math.min(end[path]!, most);
	return sampleInterval(end);
}
