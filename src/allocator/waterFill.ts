import { bisect } from '../statistics/bisect';
import { crossing } from '../statistics/crossing';
import { logMarginal } from './curve';
import { amountAtPrice, type Piece, type Tie } from './piece';

/** Smallest relative demand, so that its logarithm is finite. */
const EPSILON = 1e-9;

export interface Fill {
	/** (parts) */
	readonly amounts: Float64Array;
	/** ln of the price at which demand equals the amount: the multiplier of the budget. */
	readonly logPrice: number;
}

/**
 * Splits an amount so that all parts have one marginal return, the price, and add up exactly to the amount (water filling).
 *
 * Demand decreases in the price, continuously except for jumps at the slopes of lines of envelopes. The crossing is found on logarithms of
 * price and demand, on which demand is nearly linear. The difference between demand just below and just above the crossing goes to the
 * parts in order, so that at most one part ends on a line.
 *
 * @param pieces all envelopes that make up the demand
 * @param minDemand total demand at the highest price
 * @param demand (parts) demand at a price; in total at least `amount` at the lowest price
 * @see D. P. Bertsekas, Nonlinear Programming, 1999, 5.1, on separable problems and their dual
 */
export function waterFill(
	pieces: readonly Piece[],
	amount: number,
	minDemand: number,
	demand: (logPrice: number, tie: Tie) => Float64Array,
): Fill {
	const spread = amount - minDemand;
	const highest = highestPrice(pieces, spread);
	if (!(spread > 0)) return { amounts: demand(highest, 'empty'), logPrice: highest };
	const excess = (logPrice: number, tie: Tie) =>
		Math.log(Math.max((total(demand(logPrice, tie)) - minDemand) / spread, EPSILON));
	const { low, high } = betweenJumps(pieces, excess, { low: lowestPrice(pieces), high: highest });
	const ends = low < high ? crossing((logPrice) => excess(logPrice, 'full'), low, high) : { low, high };
	const amounts = demand(ends.high, 'empty');
	const upper = demand(ends.low, 'full');
	let remaining = amount - total(amounts);
	for (let part = 0; part < amounts.length && remaining > 0; part++) {
		const step = Math.min(remaining, upper[part]! - amounts[part]!);
		amounts[part]! += step;
		remaining -= step;
	}
	return { amounts, logPrice: ends.high };
}

/**
 * The prices of the two jumps around the crossing; both are equal if the crossing is at a jump.
 *
 * The crossing is first located to a thousandth; the few jumps within are bisected.
 */
function betweenJumps(
	pieces: readonly Piece[],
	excess: (logPrice: number, tie: Tie) => number,
	all: Interval,
): Interval {
	if (!pieces.some(hasLine)) return all;
	const near = crossing((logPrice) => excess(logPrice, 'full'), all.low, all.high, 1e-3);
	const jumps = Float64Array.from(
		pieces.filter((piece) => hasLine(piece) && piece.logStart >= near.low && piece.logStart <= near.high),
		({ logStart }) => logStart,
	).sort();
	const { high: next } = bisect((index) => excess(jumps[index]!, 'empty') > 0, -1, jumps.length, Math.floor);
	const high = jumps[next] ?? near.high;
	if (next < jumps.length && excess(high, 'full') >= 0) return { low: high, high };
	return { low: jumps[next - 1] ?? near.low, high };
}

interface Interval {
	readonly low: number;
	readonly high: number;
}

/** (pieces) demand of each piece at a price. */
export const demandOf =
	(pieces: readonly Piece[]) =>
	(logPrice: number, tie: Tie): Float64Array => {
		const amounts = new Float64Array(pieces.length);
		for (let index = 0; index < amounts.length; index++) amounts[index] = amountAtPrice(pieces[index]!, logPrice, tie);
		return amounts;
	};

const hasLine = ({ low, lineEnd }: Piece): boolean => lineEnd > low;

/** A price at which no piece demands more than an equal share of the amount above its low end. */
function highestPrice(pieces: readonly Piece[], spread: number): number {
	let highest = -Infinity;
	for (const { curve, low, logStart } of pieces) {
		const finite = logStart < Infinity ? logStart : logMarginal(curve, low + Math.max(spread, 0) / pieces.length);
		if (finite > highest) highest = finite;
	}
	return highest;
}

/** A price at which every piece is at its high end. */
function lowestPrice(pieces: readonly Piece[]): number {
	let lowest = Infinity;
	for (const { logEnd } of pieces) if (logEnd < lowest) lowest = logEnd;
	return lowest;
}

/** Plain sum of a typed array, for speed in the innermost loop. */
function total(amounts: Float64Array): number {
	let all = 0;
	for (let index = 0; index < amounts.length; index++) all += amounts[index]!;
	return all;
}
