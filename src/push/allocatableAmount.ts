import { UserError } from '../errors';
import { toMinorUnits } from '../money/minorUnits';
import type { SpendPlan } from '../plan/spendPlan';
import { formatUnits } from './formatUnits';
import type { PushTarget } from './pushTarget';

/**
 * What the objects of a target get of a plan's day together: what the target names, else all that the plan's maxima leave room for.
 *
 * @returns minor units of the budget's currency
 * @throws UserError if it names more than the plan has
 */
export function allocatableAmount(
	{ dayAmount, unspendable, planId }: SpendPlan,
	{ dayAmount: asked }: PushTarget,
	currency: string,
): number {
	const all = toMinorUnits(dayAmount, currency, 'nearest') - toMinorUnits(unspendable, currency, 'nearest');
	if (asked === undefined) return all;
	const units = toMinorUnits(asked, currency, 'down');
	if (units <= all) return units;
	throw new UserError(
		`'Today's Amount' is ${formatUnits(units, currency)}, and the plan '${planId}' has ${formatUnits(all, currency)} to give`,
		"Map 'Today's Amount' to what the plan gives the campaigns of this account, or leave it empty to give them all of it.",
	);
}
