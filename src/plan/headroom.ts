import type { CampaignDelivery } from '../campaigns/learnDelivery';
import { expectedSpendOf } from '../demand/ceiling';
import { type Interval, LEVEL } from '../statistics/interval';
import { normalQuantile } from '../statistics/normalQuantile';
import { roundIntervalTo } from '../statistics/roundTo';

/** Width of the central interval to one side, in standard deviations. */
const Z = normalQuantile((1 + LEVEL) / 2);

/**
 * What a campaign could spend on a weekday above an amount, major units: the part of its ceiling above it. Where all days used their budgets the ceiling is
 * only known to be higher, and the interval is that of its prior.
 *
 * @returns null if too few of its budgets are known
 */
export function headroomAbove({ ceilings }: CampaignDelivery, weekday: number, amount: number): Interval | null {
	if (ceilings === null) return null;
	const ceiling = ceilings[weekday]!;
	const { mean, deviation } = ceiling;
	const above = (log: number) => Math.max(0, Math.exp(log) - amount);
	const expected = Math.exp(mean + deviation ** 2 / 2) - expectedSpendOf(amount, 0, ceiling);
	const [low, high] = [above(mean - Z * deviation), above(mean + Z * deviation)];
	return roundIntervalTo({ mean: Math.min(high, Math.max(low, expected)), low, high, level: LEVEL }, 2);
}
