import type { SpendModel } from '../demand/spendModel';
import type { HistoryHour } from './historyDays';

/** Below this share of its usual spend an hour was out of budget or paused, so its demand and results are unknown. */
export const MIN_ACTIVE_SHARE = 0.25;

/** Planned amount and bid of an hour. Major units. */
interface Bid {
	readonly amount: number;
	readonly multiplier: number;
	/** Expected spend of the hour at the multiplier in force. */
	readonly expected: number;
	/** Maximum spend, by the plan's cap and the observed range of the hour. */
	readonly max: number;
}

/**
 * Estimated spend of a past hour under a plan, and whether it is informative about demand.
 *
 * spend = min(max, actual spend * (multiplier / actual multiplier)^elasticity)
 *
 * So an hour that spent 20% more than expected spends 20% more than its amount. An out-of-budget hour spends its amount.
 */
export function hourSpend(
	hour: Pick<HistoryHour, 'spend' | 'logMultiplier'>,
	model: Pick<SpendModel, 'elasticity' | 'logMultiplier'> | null,
	{ amount, multiplier, expected, max }: Bid,
): { spend: number; capped: boolean; isInformative: boolean } {
	if (multiplier === 0) return { spend: 0, capped: false, isInformative: false };
	const planned = { spend: Math.min(amount, max), capped: false, isInformative: false };
	if (model === null) return planned;
	const at = (logMultiplier: number) => hour.spend * Math.exp(model.elasticity * (logMultiplier - hour.logMultiplier));
	if (at(model.logMultiplier) < MIN_ACTIVE_SHARE * expected) return planned;
	const free = at(Math.log(multiplier));
	return { spend: Math.min(free, max), capped: free >= max, isInformative: true };
}
