import { Decimal } from '../money/decimal';
import type { DeliveredHour } from './deliveredHour';

/**
 * An amount converted to the budget's currency: micros x rate, rounded once to a whole micro, halves away from zero.
 *
 * @param rate price of one unit of the other currency; absent for the budget's own
 */
export const convert = (micros: number, rate: number | undefined): number =>
	rate === undefined ? micros : new Decimal(micros).times(rate).round().toNumber();

/**
 * An amount that was converted at one rate, converted at another: micros / from x to, not rounded.
 *
 * Both are rates of the campaign account's currency. An amount that was never converted (null) is unchanged.
 */
export const reconvert = (micros: number, from: number | null, to: number | null): number =>
	from === null || to === null || from === to ? micros : new Decimal(micros).times(to).div(from).toNumber();

/** An hour with its amounts converted at another rate, in whole micros. */
export const reconvertHour = (hour: DeliveredHour, to: number | null): DeliveredHour => ({
	...hour,
	spend: Math.round(reconvert(hour.spend, hour.exchangeRate, to)),
	revenue: hour.revenue === null ? null : Math.round(reconvert(hour.revenue, hour.exchangeRate, to)),
});

/**
 * The largest rounding error of a sum of amounts converted at several rates: one micro, plus one per part at the rate of the sum.
 *
 * @returns micros; 0 if all parts were converted at the rate of the sum
 */
export const roundingTolerance = (rates: readonly (number | null)[], to: number | null): number =>
	rates.every((rate) => rate === to) ? 0 : rates.reduce<number>((sum, rate) => sum + reconvert(1, rate, to), 1);
