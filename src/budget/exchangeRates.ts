import * as z from 'zod/v4';

import { isCurrency } from '../money/currency';
import { Decimal } from '../money/decimal';

/** Decimal digits that survive conversion to a floating-point number. */
const MAX_DIGITS = 15;

const MAX_RATE = 1_000_000_000;

const PLAIN_DECIMAL = /^\d{1,10}(\.\d{1,20})?$/;

const MALFORMED = 'must be a number above 0 such as "0.92", with a decimal point and no other separators or symbols';

/** Price of one unit of a currency in another: a number, or a decimal string. */
const ExchangeRate = z.union([z.number(), z.string()], MALFORMED).superRefine((rate, context) => {
	const issue = issueOf(rate);
	if (issue !== null) context.addIssue(issue);
});

function issueOf(rate: number | string): string | null {
	if (typeof rate === 'string' && !PLAIN_DECIMAL.test(rate)) return MALFORMED;
	if (Number(rate) <= 0) return 'must be above 0';
	if (Number(rate) > MAX_RATE) return `must be at most ${MAX_RATE}`;
	const digits = new Decimal(rate).precision();
	return digits > MAX_DIGITS ? `must have at most ${MAX_DIGITS} digits, not ${digits}: round it` : null;
}

/** Prices of one unit of other currencies, by ISO 4217 code: { USD: '0.92' } for a budget in euros. */
export const ExchangeRates = z.record(z.string(), ExchangeRate);
export type ExchangeRates = Readonly<z.output<typeof ExchangeRates>>;

/** Why exchange rates into a currency are invalid. */
export function exchangeRateIssues(rates: ExchangeRates, currency: string): string[] {
	return Object.keys(rates).flatMap((code) => {
		if (code === currency) return [`must not name ${code}, which is the currency itself`];
		return isCurrency(code) ? [] : [`name '${code.slice(0, 20)}', which is not three capital letters of ISO 4217`];
	});
}

/** The exchange rate of a currency; undefined if none is given. */
export const rateOf = (rates: ExchangeRates | undefined, currency: string): number | undefined =>
	rates !== undefined && Object.hasOwn(rates, currency) ? Number(rates[currency]) : undefined;
