import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import type { SpendPlan } from '../plan/spendPlan';
import type { Reallocation } from './reallocation';

/** Signed changes by hour, and by campaign if the plan names campaigns, to the minor unit; unchanged hours are left out. */
export function movesBetween(from: SpendPlan, to: SpendPlan, currency: string): Reallocation['moves'] {
	const units = (amount: string) => toMinorUnits(amount, currency, 'nearest');
	const between = (before: readonly string[], after: readonly string[], owner: { readonly campaignId?: string }) =>
		after.flatMap((amount, hourIndex) => {
			const move = units(amount) - units(before[hourIndex]!);
			return move === 0 ? [] : [{ hourIndex, ...owner, amount: fromMinorUnits(move, currency) }];
		});
	const hoursOf = ({ hours }: SpendPlan) => hours.map(({ amount }) => amount);
	if (to.campaigns === undefined) return between(hoursOf(from), hoursOf(to), {});
	return to.campaigns.flatMap(({ campaignId, hours }, position) =>
		between(from.campaigns![position]!.hours, hours, { campaignId }),
	);
}
