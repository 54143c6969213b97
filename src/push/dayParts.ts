import { UserError } from '../errors';
import { type AccountCurrency, inAccount } from '../levers/accountCurrency';
import type { Level } from '../levers/level';
import { fromPlatformAmount } from '../levers/platformAmount';
import type { PushTarget } from '../levers/pushTarget';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { splitMoney } from '../money/splitMoney';
import type { Note } from '../notes/note';
import { currentBudget } from './currentBudget';
import type { PushPlatform } from './pushPlatform';

/** One object of a target with its part of the day's amount in minor units of the account's currency. */
export interface DayPart {
	readonly id: string;
	/** In the currency of the budget, as a decimal string. */
	readonly planned: string;
	readonly amount: number;
	/** The budget in force, as just read; null if it was not read. */
	readonly current: number | null;
	/** Why its budget must not be edited as a daily one; null if nothing speaks against it. */
	readonly refusal: Note | null;
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
	platform: PushPlatform,
	level: Level,
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
	if (dayAmount > 0 && weights.every((weight) => weight === 0)) {
		throw new UserError(
			"All shares of the day's amount are 0",
			"Give at least one ID a share above 0 in 'Shares'; those with 0 get nothing today.",
		);
	}
	const { currency, budgetCurrency } = account;
	const amounts = splitMoney(fromMinorUnits(dayAmount, budgetCurrency), weights, budgetCurrency);
	return ids.map((id, position) => {
		const read = objects
			.filter((object) => object.id === id)
			.map((object) => currentBudget(object.current, platform, level));
		const current = read.flatMap((budget) =>
			budget.amount === undefined ? [] : [fromPlatformAmount(budget.amount, platform.profile.amountUnit, currency)],
		);
		if (new Set(current).size > 1) {
			throw new UserError(
				`${id} is listed with different current values`,
				"Map 'Current Values' to the value read for each ID.",
			);
		}
		const planned = amounts[position]!;
		const amount = inAccount(toMinorUnits(planned, budgetCurrency, 'nearest'), account);
		const refusal = read.find((budget) => budget.refusal !== null)?.refusal ?? null;
		return { id, planned, amount, current: current[0] ?? null, refusal };
	});
}
