/** Secant steps need about ten; a step function halves, and 200 halvings exhaust any double. */
const MOST_STEPS = 200;
/** Farther apart than this the ends say little about where the crossing is. */
const SECANT_FROM = 2;
/** Secant steps in a row that may fail to halve the interval. */
const SLOW_STEPS = 3;

/**
 * Where a falling function crosses zero: the two neighbouring points, but for rounding, on either side of the crossing.
 *
 * Regula falsi with the Illinois weighting, with bisections where the ends are far apart or the
 * secant is slow. A step never ends closer to an end than the
 * rounding of the argument, so that both ends close in.
 *
 * @param excess falls in its argument; an argument of about 1 is its natural scale
 * @param low    excess(low) >= 0
 * @param high   excess(high) <= 0
 * @param resolution how close to bring the ends, relative to the argument or to 1
 * @see M. Dowell and P. Jarratt, A modified regula falsi method for computing the root of an equation, BIT 11, 1971
 */
export function crossing(
	excess: (at: number) => number,
	low: number,
	high: number,
	resolution = 2 * Number.EPSILON,
): { readonly low: number; readonly high: number } {
	let excessLow = excess(low);
	let excessHigh = excess(high);
	let lastMoved: 'low' | 'high' | undefined;
	let slow = 0;
	if (excessLow <= 0) return { low, high: low };
	if (excessHigh >= 0) return { low: high, high };
	for (let step = 1; step <= MOST_STEPS; step++) {
		const width = high - low;
		const finest = resolution * Math.max(1, Math.abs(low), Math.abs(high));
		if (!(width > 2 * finest)) break;
		const secant = low + (width * excessLow) / (excessLow - excessHigh);
		const bisect = width > SECANT_FROM || slow === SLOW_STEPS;
		const middle = bisect ? low + width / 2 : Math.min(Math.max(secant, low + finest), high - finest);
		const here = excess(middle);
		if (here === 0) return { low: middle, high: middle };
		if (here > 0) {
			low = middle;
			excessLow = here;
			if (lastMoved === 'low') excessHigh /= 2;
			lastMoved = 'low';
		} else {
			high = middle;
			excessHigh = here;
			if (lastMoved === 'high') excessLow /= 2;
			lastMoved = 'high';
		}
		slow = bisect || high - low <= width / 2 ? 0 : slow + 1;
	}
	return { low, high };
}
