/**
 * Bends amounts so that no hour differs from the one before by more than a fraction of it: |x_h - x_{h-1}| <= change * x_{h-1}.
 *
 * Vectors that keep this limit form a lattice, so there is a greatest one below the amounts and a least one above them; the
 * answer is their mean, which keeps the limit as well, since the limit is linear.
 *
 * @param amounts (hours) >= 0, in order of time
 * @param change  0..1
 */
export function limitChange(amounts: readonly number[], change: number): number[] {
	const above = leastAbove(amounts, change);
	return greatestBelow(amounts, change).map((below, hour) => (below + above[hour]!) / 2);
}

/** The greatest amounts that keep the limit and exceed none of these. */
export const greatestBelow = (amounts: readonly number[], change: number): number[] =>
	swept(amounts, Math.min, 1 + change, 1 / (1 - change));

/** The least amounts that keep the limit and fall short of none of these. */
export const leastAbove = (amounts: readonly number[], change: number): number[] =>
	swept(amounts, Math.max, 1 - change, 1 / (1 + change));

/** Carries each hour's limit forward and backward. */
function swept(
	amounts: readonly number[],
	pick: (a: number, b: number) => number,
	forward: number,
	backward: number,
): number[] {
	const bent = [...amounts];
	for (let hour = 1; hour < bent.length; hour++) bent[hour] = pick(bent[hour]!, times(bent[hour - 1]!, forward));
	for (let hour = bent.length - 2; hour >= 0; hour--) bent[hour] = pick(bent[hour]!, times(bent[hour + 1]!, backward));
	return bent;
}

/** A full change lets an hour be anything before nothing: 0 times infinity is no limit. */
const times = (amount: number, factor: number): number =>
	amount === 0 && factor === Infinity ? Infinity : amount * factor;
