/**
 * Adjusts amounts so that no hour differs from the one before by more than a fraction of it: |x_h - x_{h-1}| <= change * x_{h-1}.
 *
 * The vectors that satisfy this limit form a lattice, so there is a greatest one below the amounts and a least one above them. The
 * result is their mean, which satisfies the limit too, because the limit is linear.
 *
 * @param amounts (hours) >= 0, in order of time
 * @param change  0..1
 */
export function limitChange(amounts: readonly number[], change: number): number[] {
	const above = leastAbove(amounts, change);
	return greatestBelow(amounts, change).map((below, hour) => (below + above[hour]!) / 2);
}

/** The greatest amounts that satisfy the limit and are nowhere above the given ones. */
export const greatestBelow = (amounts: readonly number[], change: number): number[] =>
	sweep(amounts, Math.min, 1 + change, 1 / (1 - change));

/** The least amounts that satisfy the limit and are nowhere below the given ones. */
export const leastAbove = (amounts: readonly number[], change: number): number[] =>
	sweep(amounts, Math.max, 1 - change, 1 / (1 + change));

/** Applies each hour's limit to the next hour and to the one before. */
function sweep(
	amounts: readonly number[],
	pick: (a: number, b: number) => number,
	forward: number,
	backward: number,
): number[] {
	const limited = [...amounts];
	for (let hour = 1; hour < limited.length; hour++)
		limited[hour] = pick(limited[hour]!, times(limited[hour - 1]!, forward));
	for (let hour = limited.length - 2; hour >= 0; hour--)
		limited[hour] = pick(limited[hour]!, times(limited[hour + 1]!, backward));
	return limited;
}

/** With a change of 1, the hour before an hour of 0 is not limited: 0 times infinity counts as infinity. */
const times = (amount: number, factor: number): number =>
	amount === 0 && factor === Infinity ? Infinity : amount * factor;
