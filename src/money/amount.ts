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
	const issue = issueOf(value) ?? (Number(value) < 0 ? 'must not be negative' : null);
	if (issue !== null) context.addIssue(issue);
});
export type Amount = z.output<typeof Amount>;

/** A difference of amounts: it may be negative. */
export const SignedAmount = z.union([z.number(), z.string().max(40)]).superRefine((value, context) => {
	const issue = issueOf(value);
	if (issue !== null) context.addIssue(issue);
});

function issueOf(value: number | string): string | null {
	if (typeof value === 'string' && !PLAIN_DECIMAL.test(value)) {
		return 'must be an amount such as 1000 or "1000.50", with a decimal point and no other separators or symbols';
	}
	return Math.abs(Number(value)) > MAX_AMOUNT ? `must be at most ${MAX_AMOUNT}` : null;
}

/** An amount in major units as the core writes it into plans: a decimal string, which may be negative. */
export const AmountText = z.string().regex(/^-?\d{1,330}(\.\d{1,4})?$/, 'must be an amount such as "1000.50"');

/** A valid amount as an exact decimal. */
export const money = (amount: Amount): Decimal => new Decimal(amount);

/** Budget scenarios to evaluate. */
export const AskedAmounts = z.array(Amount).min(1, 'must hold an amount').max(50, 'must hold at most 50 amounts');
