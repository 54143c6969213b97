import { UserError } from '../errors';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { splitMoney } from '../money/splitMoney';
import { type AccountCurrency, inAccount } from './accountCurrency';
import { fromPlatformAmount } from './platformAmount';
import type { PlatformProfile } from './platformProfile';
import type { PushTarget } from './pushTarget';

/** One object of a target with its part of the day's amount in minor units of the account's currency. */
export interface DayPart {
	readonly id: string;
	/** In the currency of the budget, as a decimal string. */
	readonly planned: string;
	readonly amount: number;
	/** The budget in force, as just read; null if it was not read. */
	readonly current: number | null;
}

/**
 * Splits a day's amount exactly over the objects of a target. An object listed twice gets the sum of its shares. If the account has another
 * currency, each part is converted and rounded down.
 *
 * @param dayAmount minor units of the budget's currency
 * @throws UserError if one of several objects has no share, or an object has two current values
 */
export function dayParts(
	{ objects }: PushTarget,
	dayAmount: number,
	profile: PlatformProfile,
	account: AccountCurrency,
): DayPart[] {
	if (objects.length > 1) {
		const without = objects.filter(({ share }) => share === undefined).map(({ id }) => id);
		if (without.length > 0) {
			throw new UserError(
				`The share of the day's amount is missing for ${without.join(', ')}`,
				"Set 'Shares' to one number per ID; 2, 1, 1 gives the first one half.",
			);
		}
	}
	const ids = [...new Set(objects.map(({ id }) => id))];
	const weights = ids.map((id) =>
		objects.reduce((sum, object) => (object.id === id ? sum + (object.share ?? 1) : sum), 0),
	);
	const { currency, budgetCurrency } = account;
	const amounts = splitMoney(fromMinorUnits(dayAmount, budgetCurrency), weights, budgetCurrency);
	return ids.map((id, position) => {
		const current = objects.flatMap((object) =>
			object.id === id && object.current !== undefined
				? [fromPlatformAmount(object.current, profile.amountUnit, currency)]
				: [],
		);
		if (new Set(current).size > 1) {
			throw new UserError(
				`${id} is listed with different current values`,
				"Map 'Current Values' to the value read for each ID.",
			);
		}
		const planned = amounts[position]!;
		const amount = inAccount(toMinorUnits(planned, budgetCurrency, 'nearest'), account);
		return { id, planned, amount, current: current[0] ?? null };
	});
}
