/** Secant steps need about ten; a step function is bisected, and 200 halvings exhaust the digits of a double. */
const MAX_STEPS = 200;
/** Intervals wider than this are bisected: their ends say little about the position of the crossing. */
const MAX_SECANT_WIDTH = 2;
/** Maximum number of consecutive secant steps that fail to halve the interval. */
const MAX_SLOW_STEPS = 3;

/**
 * Zero of a decreasing function: two neighbouring points, up to rounding, on either side of the crossing.
 *
 * Regula falsi with the Illinois weighting, and bisection where the ends are far apart or the secant is slow. A step stays at least
 * the rounding of the argument away from both ends, so that both ends converge.
 *
 * @param excess decreasing; its argument has a natural scale of about 1
 * @param low    excess(low) >= 0
 * @param high   excess(high) <= 0
 * @param resolution final distance of the ends, relative to the argument or to 1
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
	for (let step = 1; step <= MAX_STEPS; step++) {
		const width = high - low;
		const finest = resolution * Math.max(1, Math.abs(low), Math.abs(high));
		if (!(width > 2 * finest)) break;
		const secant = low + (width * excessLow) / (excessLow - excessHigh);
		const bisect = width > MAX_SECANT_WIDTH || slow === MAX_SLOW_STEPS;
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
