import { Decimal } from '../money/decimal';
import type { DeliveredHour } from './deliveredHour';

/**
 * Money of another currency in the budget's: micros x rate, rounded once to a whole micro, halves away from zero.
 *
 * @param rate what one unit of the other currency is worth; absent for the budget's own
 */
export const exchanged = (micros: number, rate: number | undefined): number =>
	rate === undefined ? micros : new Decimal(micros).times(rate).round().toNumber();

/**
 * Money that was exchanged at one rate, as it would be at another: micros / from x to, not rounded.
 *
 * Both rates are of one currency, that of the campaign's account. Money that was never exchanged (null) stays as it is.
 */
export const atRate = (micros: number, from: number | null, to: number | null): number =>
	from === null || to === null || from === to ? micros : new Decimal(micros).times(to).div(from).toNumber();

/** An hour with its money as it would be at another rate, in whole micros. */
export const moneyAt = (hour: DeliveredHour, to: number | null): DeliveredHour => ({
	...hour,
	spend: Math.round(atRate(hour.spend, hour.exchangeRate, to)),
	revenue: hour.revenue === null ? null : Math.round(atRate(hour.revenue, hour.exchangeRate, to)),
});

/**
 * How far roundings can put off a sum of money that was exchanged at several rates: a micro, and one of each part at the rate of the sum.
 *
 * @returns micros; 0 where all parts were exchanged at the rate of the sum
 */
export const roundingAt = (rates: readonly (number | null)[], to: number | null): number =>
	rates.every((rate) => rate === to) ? 0 : rates.reduce<number>((sum, rate) => sum + atRate(1, rate, to), 1);
