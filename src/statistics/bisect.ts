/**
 * Where a condition ceases to hold: two neighbouring numbers, the last at which it holds and the first at which it does not.
 *
 * For conditions; the zero of a continuous function is found in fewer steps by `crossing`.
 *
 * @param holds taken to hold at `low` and not at `high`, without being asked there
 * @param round `Math.floor` where only whole numbers count; absent, neighbours are doubles
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
