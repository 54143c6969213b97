import { Decimal } from './decimal';

/** Of a major unit. */
export const MICROS = 1_000_000;

/**
 * Integer micros of an amount in major units, the unit of ledgers: 12.34 is 12,340,000. Digits beyond a micro are rounded half up.
 *
 * Integers up to 2^53 are exact, and so are their sums, up to nine billion major units.
 */
export function toMicros(amount: number | string | Decimal): number {
	const near = Number(amount) * MICROS;
	const isClear = Math.abs(near) < MAX_CLEAR && Math.abs(near - Math.round(near)) < MAX_CLEAR_FRACTION;
	return isClear ? Math.round(near) : new Decimal(amount).times(MICROS).round().toNumber();
}

/** Up to a hundred million major units, floating point errs by less than 0.05 micros. The rare amounts with more digits need exact arithmetic. */
const MAX_CLEAR = 1e14;
const MAX_CLEAR_FRACTION = 0.1;

/** Micros converted exactly to major units. */
export const fromMicros = (micros: number): Decimal => new Decimal(micros).div(MICROS);
