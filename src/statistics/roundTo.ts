import type { Interval } from './interval';

/** A number with so many decimal places, the nearest: what a reader needs, and the same text on every machine. */
export const roundTo = (value: number, places: number): number => Number(value.toFixed(places));

/** An interval with so many decimal places. */
export const roundIntervalTo = ({ mean, low, high, level }: Interval, places: number): Interval => ({
	mean: roundTo(mean, places),
	low: roundTo(low, places),
	high: roundTo(high, places),
	level,
});
