import currencies from 'currency-codes';

const MICROS = 1_000_000;

/** Decimals of a currency. Source: ISO 4217. Assumed: platforms take as many, also of HUF and TWD, whose cents nobody uses. */
const decimalsOf = (currency) => currencies.code(currency).digits;

/** Whether an amount in major units, a number or a decimal text, has no more decimals than its currency. Assumed for all platforms. */
export const isWhole = (amount, currency) =>
	/^\d{1,12}(\.\d+)?$/.test(String(amount)) && (String(amount).split('.')[1] ?? '').length <= decimalsOf(currency);

/** Major units, a number or a decimal text, in micros. */
export const toMicros = (amount) => Math.round(Number(amount) * MICROS);

/** Micros in major units. */
export const toMajor = (micros) => micros / MICROS;
