/** Whole units of one size, as counts, and back: 29 units of 0.01 are 0.29, although 0.29 / 0.01 is not quite 29. */
export interface UnitGrid {
	/** Amount in units, whole if it is so but for floating point. */
	units(amount: number): number;
	amount(units: number): number;
}

/**
 * @param unit size of a unit, major units, > 0; one over a whole number (0.01) gives the doubles nearest to its multiples
 */
export function unitGrid(unit: number): UnitGrid {
	const perMajor = Math.round(1 / unit);
	const inverse = perMajor > 0 && Math.abs(perMajor * unit - 1) <= Number.EPSILON;
	return {
		units: (amount) => snapped(inverse ? amount * perMajor : amount / unit),
		amount: (units) => (inverse ? units / perMajor : units * unit),
	};
}

/** A count this close to a whole number is that number; counts above 1e8 are less exact than that, and get more. */
const ROUNDING = 1e-6;

/** The whole number that a count is but for rounding, or the count. */
export function snapped(count: number): number {
	const whole = Math.round(count);
	return Math.abs(count - whole) <= Math.max(ROUNDING, 8 * Number.EPSILON * Math.abs(count)) ? whole : count;
}
