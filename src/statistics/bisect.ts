/**
 * Boundary of a condition: two neighbouring numbers, the last at which it holds and the first at which it does not.
 *
 * For the zero of a continuous function, `crossing` needs fewer steps.
 *
 * @param holds assumed to hold at `low` and not at `high`; not evaluated there
 * @param round `Math.floor` to search whole numbers; by default, neighbours are doubles
 */
export function bisect(
	holds: (at: number) => boolean,
	low: number,
	high: number,
	round: (middle: number) => number = (middle) => middle,
): { readonly low: number; readonly high: number } {
	for (;;) {
		const middle = round(low + (high - low) / 2);
		if (!(middle > low && middle < high)) return { low, high };
		if (holds(middle)) low = middle;
		else high = middle;
	}
}
