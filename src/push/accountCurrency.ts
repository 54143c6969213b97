import * as z from 'zod/v4';

import type { BudgetDefinition } from '../budget/budgetDefinition';
import { rateOf } from '../budget/exchangeRates';
import { UserError } from '../errors';
import { Decimal } from '../money/decimal';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { formatUnits } from './formatUnits';
import type { PushTarget } from './pushTarget';

/** The currency of an ad account beside that of its budget. */
export interface AccountCurrency {
	readonly currency: string;
	readonly budgetCurrency: string;
	/** What one unit of the account's currency is worth in the budget's; null where both are the same. */
	readonly rate: number | null;
}

/** What a pushed amount is worth in the budget's currency: a decimal string in major units, rounded up. */
export const Exchange = z.object({ amount: z.string(), currency: z.string(), rate: z.number() }).readonly();
export type Exchange = z.output<typeof Exchange>;

/**
 * The currency of a target's account, and its rate.
 *
 * @throws UserError if it is not the budget's, and the budget has no exchange rate for it
 */
export function accountCurrency(
	target: PushTarget,
	{ currency: budgetCurrency, exchangeRates }: BudgetDefinition,
): AccountCurrency {
	const currency = target.accountCurrency ?? budgetCurrency;
	if (currency === budgetCurrency) return { currency, budgetCurrency, rate: null };
	const rate = rateOf(exchangeRates, currency);
	if (rate !== undefined) return { currency, budgetCurrency, rate };
	throw new UserError(
		`The account is in ${currency}, and the budget in ${budgetCurrency} has no exchange rate for it`,
		`Add ${currency} to 'Exchange Rates' in Pacing Budget, or correct 'Account Currency'.`,
	);
}

/**
 * An amount of the budget in the account's currency: amount / rate, rounded down, so that it never costs more than the plan allocates.
 *
 * @param units minor units of the budget's currency
 * @returns minor units of the account's
 * @throws UserError if that is more than can be counted
 */
export function inAccount(units: number, { currency, budgetCurrency, rate }: AccountCurrency): number {
	if (rate === null) return units;
	const amount = new Decimal(fromMinorUnits(units, budgetCurrency)).div(rate);
	const converted = toMinorUnits(amount, currency, 'down');
	if (Number.isSafeInteger(converted)) return converted;
	throw new UserError(
		`${formatUnits(units, budgetCurrency)} at a rate of ${rate} is more ${currency} than can be counted`,
		`Check the rate of ${currency} under 'Exchange Rates' in Pacing Budget: it is what one ${currency} is worth in ${budgetCurrency}.`,
	);
}

/**
 * What an amount of the account is worth in the budget's currency, as a field to spread: none where both currencies are the same.
 *
 * @param units minor units of the account's currency
 */
export function exchangeOf(
	units: number,
	{ currency, budgetCurrency, rate }: AccountCurrency,
): { readonly exchange?: Exchange } {
	if (rate === null) return {};
	const worth = toMinorUnits(new Decimal(fromMinorUnits(units, currency)).times(rate), budgetCurrency, 'up');
	return { exchange: { amount: fromMinorUnits(worth, budgetCurrency), currency: budgetCurrency, rate } };
}
