/** Fractional bits of the fixed-point arithmetic: much finer than a minor unit. */
const FRACTION_BITS = 32;

/**
 * Rounds shares to whole units that add up to the total: part_h = round(x_1 + ... + x_h) - round(x_1 + ... + x_{h-1}).
 *
 * Every prefix ends within half a unit of its exact value, and a part differs from its share by less than one unit, so
 * bounds that are whole units hold. Increasing the total by one unit never reduces a part, as it can with the method of
 * largest remainders.
 *
 * @param shares (parts) in units, adding up to the total but for floating point
 * @param lows   (parts) whole units
 * @param highs  (parts) whole units, lows <= highs, the total between their sums
 * @returns (parts) whole units
 * @see M. L. Balinski and H. P. Young, Fair Representation, 1982, on the paradoxes of largest remainders
 */
export function roundShares(
	shares: readonly number[],
	total: number,
	lows: readonly number[],
	highs: readonly number[],
): number[] {
	const one = 1n << BigInt(FRACTION_BITS);
	const fixed = shares.map((share, part) => {
		const exact = BigInt(Math.round(share * 2 ** FRACTION_BITS));
		return clamp(exact, BigInt(lows[part]!) * one, BigInt(highs[part]!) * one);
	});
	let residual = BigInt(total) * one - fixed.reduce((sum, share) => sum + share, 0n);
	for (let part = 0; part < fixed.length && residual !== 0n; part++) {
		const moved = clamp(fixed[part]! + residual, BigInt(lows[part]!) * one, BigInt(highs[part]!) * one);
		residual -= moved - fixed[part]!;
		fixed[part] = moved;
	}
	if (residual !== 0n) throw new RangeError(`${total} units do not fit into parts of at most ${highs.join(', ')}`);
	let cumulative = 0n;
	let rounded = 0n;
	return fixed.map((share) => {
		cumulative += share;
		const next = (cumulative + one / 2n) >> BigInt(FRACTION_BITS);
		const part = Number(next - rounded);
		rounded = next;
		return part;
	});
}

const clamp = (value: bigint, low: bigint, high: bigint): bigint => (value < low ? low : value > high ? high : value);
