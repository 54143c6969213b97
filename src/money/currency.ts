import { UserError } from '../errors';

/** Currencies whose minor unit is not a hundredth (ISO 4217, list one). */
const DIGITS: Readonly<Record<string, number>> = {
	...Object.fromEntries(
		'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
	),
	...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
};

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

/** Whether `code` is an ISO 4217 currency code in capital letters. */
export const isCurrency = (code: string): boolean => KNOWN.has(code);

/**
 * Decimals of a currency's minor unit: JPY 0, EUR 2, KWD 3.
 *
 * @throws UserError for a code that is not in ISO 4217
 * @see ISO 4217, list one
 */
export function currencyDigits(currency: string): number {
	if (!isCurrency(currency)) {
		throw new UserError(
			`'${currency.slice(0, 20)}' is not a currency code`,
			"Set 'Currency' to three capital letters of ISO 4217, such as EUR, USD or JPY.",
		);
	}
	return DIGITS[currency] ?? 2;
}
