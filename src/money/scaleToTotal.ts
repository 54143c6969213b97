/** Bisections that use up every bit of a double, from the smallest scale to the largest. */
const STEPS = 1100;

/**
 * The scale at which a shape adds up to a total: solves sum(shapeAt(s)) = total for s >= 0 by bisection.
 *
 * @param shapeAt continuous and nowhere falling in its scale, (parts)
 * @param highest scale at which the shape adds up to at least the total
 * @returns (parts) the shape at that scale
 */
export function scaleToTotal(
	total: number,
	shapeAt: (scale: number) => readonly number[],
	highest: number,
): readonly number[] {
	let low = 0;
	let high = highest;
	for (let step = 0; step < STEPS; step++) {
		const middle = low + (high - low) / 2;
		if (middle === low || middle === high) break;
		if (sum(shapeAt(middle)) < total) low = middle;
		else high = middle;
	}
	return shapeAt(high);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
