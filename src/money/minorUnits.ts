import { currencyDigits } from './currency';
import { Decimal } from './decimal';

/** How a fraction of a minor unit is rounded: caps down, minima up, anything else to the nearest. */
export type Rounding = 'down' | 'nearest' | 'up';

const MODE = { down: Decimal.ROUND_FLOOR, nearest: Decimal.ROUND_HALF_UP, up: Decimal.ROUND_CEIL } as const;

/** An amount in major units as a whole number of minor units: 12.345 EUR is 1235 to the nearest, 1234 down. */
export const toMinorUnits = (amount: number | string | Decimal, currency: string, rounding: Rounding): number =>
	new Decimal(amount)
		.times(10 ** currencyDigits(currency))
		.toDecimalPlaces(0, MODE[rounding])
		.toNumber();

/** Micros as minor units to the nearest, half a unit up: 12,345,000 is 1235 in EUR. */
export const minorUnitsOfMicros = (micros: number, currency: string): number =>
	Math.round(micros / 10 ** (MICRO_DIGITS - currencyDigits(currency)));

const MICRO_DIGITS = 6;

/**
 * Whole minor units as a decimal string in major units, with all the currency's digits: 1234 is "12.34" in EUR.
 *
 * @throws RangeError for a number that is not whole, which no amount is
 */
export function fromMinorUnits(units: number, currency: string): string {
	const digits = currencyDigits(currency);
	const whole = BigInt(Math.abs(units)).toString();
	if (digits === 0) return units < 0 ? `-${whole}` : whole;
	const text = whole.padStart(digits + 1, '0');
	return `${units < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
