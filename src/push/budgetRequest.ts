import type { BudgetEdit } from '../levers/budgetEdit';
import { toPlatformAmount } from '../levers/platformAmount';
import type { PushRequest } from '../levers/pushRequest';
import type { PushJob } from './pushJob';

/**
 * The request that sets the daily budget of one object.
 *
 * @param units minor units of the account's currency
 * @param edit  whether it takes effect at the next midnight, and further details of the plan
 */
export function budgetRequest(
	{ target, platform, level, account: { currency }, dryRun, apiVersion }: PushJob,
	id: string,
	units: number,
	{ nextDay, details }: { readonly nextDay: boolean; readonly details: BudgetEdit['details'] },
): PushRequest {
	return platform.dailyBudget({
		target,
		level,
		id,
		amount: toPlatformAmount(units, platform.profile.amountUnit, currency),
		currency,
		apiVersion,
		validateOnly: dryRun,
		nextDay,
		details,
	});
}
