import * as z from 'zod/v4';

import { Decimal } from './decimal';

/** The largest amount that a ledger of integer micros counts exactly, in major units. */
const MAX_AMOUNT = 9_000_000_000;

const PLAIN_DECIMAL = /^[+-]?\d{1,12}(\.\d{1,12})?$/;

/**
 * An amount of money in major units as it comes in: a number, or a decimal string such as "1000.50".
 *
 * No thousands separators and no currency signs: "1,000" is one thing in London and another in Berlin.
 */
export const Amount = z.union([z.number(), z.string().max(40)]).superRefine((value, context) => {
	if (typeof value === 'string' && !PLAIN_DECIMAL.test(value)) {
		context.addIssue('must be an amount such as 1000 or "1000.50", with a point for decimals and no other sign');
	} else if (Number(value) < 0) context.addIssue('must not be negative');
	else if (Number(value) > MAX_AMOUNT) context.addIssue(`must be at most ${MAX_AMOUNT}`);
});
export type Amount = z.output<typeof Amount>;

/** An amount that passed the schema, as exact money. */
export const money = (amount: Amount): Decimal => new Decimal(amount);
