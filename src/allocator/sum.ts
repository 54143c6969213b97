/** Plain sum, fast on the arrays of the solver's inner loops. */
export function sum(values: ArrayLike<number>): number {
	let total = 0;
	for (let index = 0; index < values.length; index++) total += values[index]!;
	return total;
}
