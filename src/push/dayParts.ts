import { UserError } from '../errors';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { splitMoney } from '../money/splitMoney';
import { type AccountCurrency, inAccount } from './accountCurrency';
import { fromPlatformAmount } from './platformAmount';
import type { PlatformProfile } from './platformProfile';
import type { PushTarget } from './pushTarget';

/** One object of a target and its part of the day's amount, minor units of the account's currency. */
export interface DayPart {
	readonly id: string;
	/** In the currency of the budget, as a decimal string. */
	readonly planned: string;
	readonly amount: number;
	/** What is in force, as read just now; null if it was not read. */
	readonly current: number | null;
}

/**
 * Splits a day's amount over the objects of a target, exactly; an object that is listed twice gets both shares in one. Where the account has
 * another currency, each part is converted and rounded down.
 *
 * @param dayAmount minor units of the budget's currency
 * @throws UserError if there are several objects and not every one has a share, or one has two current values
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
				`It is not known which share of the day's amount goes to ${without.join(', ')}`,
				"Give 'Shares' as many numbers as there are IDs; 2, 1, 1 gives the first one half.",
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
				"Map 'Current Values' to what was read of the object that the ID names.",
			);
		}
		const planned = amounts[position]!;
		const amount = inAccount(toMinorUnits(planned, budgetCurrency, 'nearest'), account);
		return { id, planned, amount, current: current[0] ?? null };
	});
}
