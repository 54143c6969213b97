import { UserError } from '../errors';
import { toMinorUnits } from '../money/minorUnits';
import type { SpendPlan } from '../plan/spendPlan';
import { formatUnits } from '../format/formatUnits';
import type { PushTarget } from './pushTarget';

/**
 * The part of a plan's day that the objects of a target share: the target's `dayAmount`, else all that the plan allocates.
 *
 * @returns minor units of the budget's currency
 * @throws UserError if `dayAmount` exceeds the plan
 */
export function allocatableAmount(
	{ dayAmount, unspendable, planId }: SpendPlan,
	{ dayAmount: requested }: PushTarget,
	currency: string,
): number {
	const all = toMinorUnits(dayAmount, currency, 'nearest') - toMinorUnits(unspendable, currency, 'nearest');
	if (requested === undefined) return all;
	const units = toMinorUnits(requested, currency, 'down');
	if (units <= all) return units;
	throw new UserError(
		`'Today's Amount' is ${formatUnits(units, currency)}, but the plan '${planId}' allocates ${formatUnits(all, currency)}`,
		"Map 'Today's Amount' to the part of the plan for the campaigns of this account, or leave it empty to use all of it.",
	);
}
