/** Converts amounts to counts of units and back: 0.29 is 29 units of 0.01, although 0.29 / 0.01 is not exactly 29 in doubles. */
export interface UnitGrid {
	/** An amount in units, snapped to a whole number within rounding error. */
	units(amount: number): number;
	amount(units: number): number;
}

/**
 * @param unit size of a unit, major units, > 0; the reciprocal of a whole number (0.01) gives the doubles nearest to its multiples
 */
export function unitGrid(unit: number): UnitGrid {
	const perMajor = Math.round(1 / unit);
	const inverse = perMajor > 0 && Math.abs(perMajor * unit - 1) <= Number.EPSILON;
	return {
		units: (amount) => snap(inverse ? amount * perMajor : amount / unit),
		amount: (units) => (inverse ? units / perMajor : units * unit),
	};
}

/** Distance from a whole number that counts as rounding error; above 1e8 counts are less exact and the tolerance is larger. */
const SNAP_TOLERANCE = 1e-6;

/** The nearest whole number if within rounding error, else the count itself. */
export function snap(count: number): number {
	const whole = Math.round(count);
	return Math.abs(count - whole) <= Math.max(SNAP_TOLERANCE, 8 * Number.EPSILON * Math.abs(count)) ? whole : count;
}
