import type { SpendModel } from '../demand/spendModel';
import type { HistoryHour } from './historyDays';

/** Below this part of what is usual for it, an hour was dark: its money was gone, or it was paused, and nobody knows what it could have spent or brought. */
export const LIT = 0.25;

/** What a plan does in an hour. Major units. */
interface Bid {
	readonly amount: number;
	readonly multiplier: number;
	/** What the hour is expected to spend at the multiplier in force. */
	readonly expected: number;
	/** The most it may spend, and the most it can take. */
	readonly most: number;
}

/**
 * What an hour of the past would have spent under a plan, and whether that tells of its demand.
 *
 * spend = min(most, spend then * (multiplier / multiplier then)^elasticity)
 *
 * So an hour that spent a fifth more than was expected of it spends a fifth more than its amount. A dark hour spends its amount.
 */
export function hourSpend(
	hour: Pick<HistoryHour, 'spend' | 'logMultiplier'>,
	model: Pick<SpendModel, 'elasticity' | 'logMultiplier'> | null,
	{ amount, multiplier, expected, most }: Bid,
): { spend: number; capped: boolean; tells: boolean } {
	if (multiplier === 0) return { spend: 0, capped: false, tells: false };
	const planned = { spend: Math.min(amount, most), capped: false, tells: false };
	if (model === null) return planned;
	const at = (logMultiplier: number) => hour.spend * Math.exp(model.elasticity * (logMultiplier - hour.logMultiplier));
	if (at(model.logMultiplier) < LIT * expected) return planned;
	const free = at(Math.log(multiplier));
	return { spend: Math.min(free, most), capped: free >= most, tells: true };
}
