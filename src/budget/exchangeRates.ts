import * as z from 'zod/v4';

import { isCurrency } from '../money/currency';
import { Decimal } from '../money/decimal';

/** A floating-point number keeps so many digits of any decimal, so a rate is everywhere what was written. */
const MOST_DIGITS = 15;

const LARGEST_RATE = 1_000_000_000;

const PLAIN_DECIMAL = /^\d{1,10}(\.\d{1,20})?$/;

const WORDS = 'must be a number above 0 such as "0.92", with a point for decimals and no other sign';

/** What one unit of a currency is worth in another: a number, or a decimal string. */
const ExchangeRate = z.union([z.number(), z.string()], WORDS).superRefine((rate, context) => {
	const fault = faultOf(rate);
	if (fault !== null) context.addIssue(fault);
});

function faultOf(rate: number | string): string | null {
	if (typeof rate === 'string' && !PLAIN_DECIMAL.test(rate)) return WORDS;
	if (Number(rate) <= 0) return 'must be above 0';
	if (Number(rate) > LARGEST_RATE) return `must be at most ${LARGEST_RATE}`;
	const digits = new Decimal(rate).precision();
	return digits > MOST_DIGITS ? `must have at most ${MOST_DIGITS} digits, not ${digits}: round it` : null;
}

/** What one unit of other currencies is worth in one's own, by their code of ISO 4217: { USD: '0.92' } for euros. */
export const ExchangeRates = z.record(z.string(), ExchangeRate);
export type ExchangeRates = Readonly<z.output<typeof ExchangeRates>>;

/** Why rates into a currency cannot be used. */
export function exchangeRateFaults(rates: ExchangeRates, currency: string): string[] {
	return Object.keys(rates).flatMap((code) => {
		if (code === currency) return [`must not name ${code}, which is the currency itself`];
		return isCurrency(code) ? [] : [`name '${code.slice(0, 20)}', which is not three capital letters of ISO 4217`];
	});
}

/** The rate of a currency; undefined where none is given. */
export const rateOf = (rates: ExchangeRates | undefined, currency: string): number | undefined =>
	rates !== undefined && Object.hasOwn(rates, currency) ? Number(rates[currency]) : undefined;
