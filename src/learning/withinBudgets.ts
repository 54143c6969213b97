import { sum } from 'simple-statistics';

import { DELIVERY_DEVIATION } from '../demand/ceiling';
import { type SpendPaths, totalsOfPaths } from '../demand/spendPaths';
import { fromMicros } from '../money/micros';
import { normalQuantile } from '../statistics/normalQuantile';
import { weekdayOfDate } from '../time/localClock';
import type { Learning } from './learning';
import type { Unreported } from './unreported';
import { dailyBudgetsOn, isUsedUp, silentSinceMs } from './usedUp';

/** Deviations above what a platform usually makes of a budget: below that, budgets have shaped the demand that was learned. */
const ROOM = 1;

/** A day that goes on so many deviations above what its budgets usually become is not held by them: they were raised unseen, or the platform goes beyond them. */
const BEYOND = 2;

/**
 * Demand of the rest of today as far as the daily budgets in force let it be spent; all of it unless they are known.
 *
 * left = budgets * exp(rate + (1 + z) deviations) - spent, with the rate of spend over budget of this weekday and the standard normal quantile z of the path's
 * demand among the paths. What is spent but not reported is spent all the same. Nothing is left of a day that has spent its budgets and reports no later hour;
 * nothing bounds one that goes on beyond them.
 *
 * @param demand sample paths from the last report on
 * @param spent  as reported, major units
 */
export function withinBudgets(
	learning: Learning,
	demand: SpendPaths,
	{ date, nowMs, spent, unreported }: { date: string; nowMs: number; spent: number; unreported: Unreported },
): SpendPaths {
	const budgets = dailyBudgetsOn(learning.ledger, date);
	if (budgets === null) return demand;
	const offered = fromMicros(sum(budgets.map(({ amount }) => amount))).toNumber();
	const isOver = isUsedUp(learning, date) && silentSinceMs(learning, nowMs) !== learning.dataUntilMs;
	const rate = Math.max(...learning.campaigns().deliveries.map(({ rates }) => rates[weekdayOfDate(date)]!));
	const made = (deviations: number) => offered * Math.exp(rate + deviations * DELIVERY_DEVIATION);
	if (!isOver && spent + unreported.today.mean > made(BEYOND)) return demand;
	const room = normalRanks(totalsOfPaths(demand)).map((z) => {
		const most = isOver ? 0 : made(ROOM + z) - spent;
		return Math.max(unreported.today.mean, most);
	});
	const spend = demand.spend.map((stretch) =>
		stretch.map((amount, path) => {
			const spends = Math.min(amount, room[path]!);
			room[path]! -= spends;
			return spends;
		}),
	);
	return { ...demand, spend };
}

/** (paths) the standard normal quantile of each one's place in order. */
function normalRanks(values: Float64Array): Float64Array {
	const order = Array.from(values.keys()).sort((one, other) => values[one]! - values[other]!);
	const ranks = new Float64Array(values.length);
	order.forEach((path, rank) => (ranks[path] = normalQuantile((rank + 0.5) / values.length)));
	return ranks;
}
