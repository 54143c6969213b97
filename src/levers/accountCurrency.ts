import * as z from 'zod/v4';

import type { BudgetDefinition } from '../budget/budgetDefinition';
import { rateOf } from '../budget/exchangeRates';
import { UserError } from '../errors';
import { Decimal } from '../money/decimal';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { formatUnits } from '../format/formatUnits';
import type { PushTarget } from './pushTarget';

/** The currencies of an ad account and of its budget. */
export interface AccountCurrency {
	readonly currency: string;
	readonly budgetCurrency: string;
	/** Price of one unit of the account's currency in the budget's; null if both are the same. */
	readonly rate: number | null;
}

/** A pushed amount converted to the budget's currency: a decimal string in major units, rounded up. */
export const Exchange = z.object({ amount: z.string(), currency: z.string(), rate: z.number() }).readonly();
export type Exchange = z.output<typeof Exchange>;

/**
 * The currency of a target's account and its exchange rate.
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
 * An amount of the budget in the account's currency: amount / rate, rounded down so as not to exceed the plan.
 *
 * @param units minor units of the budget's currency
 * @returns minor units of the account's
 * @throws UserError if that is too large to be exact
 */
export function inAccount(units: number, { currency, budgetCurrency, rate }: AccountCurrency): number {
	if (rate === null) return units;
	const amount = new Decimal(fromMinorUnits(units, budgetCurrency)).div(rate);
	const converted = toMinorUnits(amount, currency, 'down');
	if (Number.isSafeInteger(converted)) return converted;
	throw new UserError(
		`${formatUnits(units, budgetCurrency)} at a rate of ${rate} is more than the largest amount in ${currency} that can be represented exactly`,
		`Check the rate of ${currency} under 'Exchange Rates' in Pacing Budget: it is the price of one ${currency} in ${budgetCurrency}.`,
	);
}

/** An amount of the account in minor units of the budget's currency, rounded up. */
export const inBudget = (units: number, { currency, budgetCurrency, rate }: AccountCurrency): number =>
	rate === null ? units : toMinorUnits(new Decimal(fromMinorUnits(units, currency)).times(rate), budgetCurrency, 'up');

/**
 * An amount of the account converted to the budget's currency, as a field to spread; empty if both currencies are the same.
 *
 * @param units minor units of the account's currency
 */
export function exchangeOf(units: number, account: AccountCurrency): { readonly exchange?: Exchange } {
	const { budgetCurrency, rate } = account;
	if (rate === null) return {};
	const amount = fromMinorUnits(inBudget(units, account), budgetCurrency);
	return { exchange: { amount, currency: budgetCurrency, rate } };
}
