import { sum } from 'simple-statistics';

import { dailyBudgetsOn } from '../learning/usedUp';
import { withinBudgets } from '../learning/withinBudgets';
import { fromMicros } from '../money/micros';
import { type Interval, LEVEL } from '../statistics/interval';
import { sampleInterval, sampleMean } from '../statistics/quantiles';
import { type SpendPaths, totalsOfPaths } from '../demand/spendPaths';
import { weekdayOfDate } from '../time/localClock';
import { isSteeredByDay, spendOfOffers } from './dayDemand';
import type { PlanContext } from './planContext';
import type { PlanHour } from './spendPlan';

/**
 * Spend by the end of the day if its daily budgets are those of the plan: what those in force let it spend, on every sample path, and what the platform is
 * expected to make of the difference.
 *
 * @param spent   as reported, major units
 * @param offers  (campaigns) their daily budgets, major units
 * @returns null unless the daily budgets in force are known and are what is decided
 */
export function expectedSpendOfBudgets(
	{ learning, date, nowMs, unreported }: PlanContext,
	paths: SpendPaths | null,
	{ spent, offers }: { readonly spent: number; readonly offers: readonly number[] },
): Interval | null {
	const budgets = dailyBudgetsOn(learning.ledger, date);
	if (paths === null || budgets === null || !isSteeredByDay(learning)) return null;
	const { campaigns } = learning.definition;
	const { deliveries } = learning.campaigns();
	const inForce = new Map(budgets.map(({ campaignId, amount }) => [campaignId, fromMicros(amount).toNumber()]));
	const isSplit = campaigns !== undefined && !inForce.has('');
	const made = (amounts: readonly number[]) =>
		isSplit || campaigns === undefined ? spendOfOffers(deliveries, weekdayOfDate(date), amounts) : sum([...amounts]);
	const now = isSplit ? campaigns.map(({ campaignId }) => inForce.get(campaignId) ?? 0) : [sum([...inForce.values()])];
	const change = made(offers) - made(now);
	const ahead = totalsOfPaths(withinBudgets(learning, paths, { date, nowMs, spent, unreported }));
	const usual = sampleMean(ahead);
	return sampleInterval(ahead.map((amount) => spent + Math.max(0, amount + change * (usual > 0 ? amount / usual : 1))));
}

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
