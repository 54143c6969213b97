import { Decimal } from './decimal';

const MICROS_PER_UNIT = 1_000_000;

/**
 * Integer micros of an amount in major units, the unit of ledgers: 12.34 is 12,340,000. Digits beyond a micro are rounded half up.
 *
 * Integers up to 2^53 are exact, and so are their sums, up to nine billion major units.
 */
export const toMicros = (amount: number | string | Decimal): number =>
	new Decimal(amount).times(MICROS_PER_UNIT).round().toNumber();

/** Micros converted exactly to major units. */
export const fromMicros = (micros: number): Decimal => new Decimal(micros).div(MICROS_PER_UNIT);
