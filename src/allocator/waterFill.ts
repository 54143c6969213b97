import { bisect } from '../statistics/bisect';
import { crossing } from '../statistics/crossing';
import { logMarginal } from './curve';
import { amountAtPrice, type Piece, type Tie } from './piece';

/** Demand above the least, relative to what there is, that counts as none: its logarithm is finite. */
const EPSILON = 1e-9;

export interface Fill {
	/** (parts) */
	readonly amounts: Float64Array;
	/** ln of the price at which demand equals the amount: the multiplier of the budget. */
	readonly logPrice: number;
}

/**
 * Splits an amount so that every part has one marginal return, the price: amounts(price) add up to it, exactly.
 *
 * Demand falls as the price rises, smoothly but for the jumps where a line of an envelope starts to pay. The crossing is
 * found on logarithms of price and demand, where demand is nearly straight. What lies between demand just below and just
 * above it goes to the parts in their order, so that at most one part is left partway along a line.
 *
 * @param pieces everything demand comes from
 * @param least  demand at the highest price
 * @param demand (parts) at a price; in total at least `money` at the lowest
 * @see D. P. Bertsekas, Nonlinear Programming, 1999, 5.1, on separable problems and their dual
 */
export function waterFill(
	pieces: readonly Piece[],
	money: number,
	least: number,
	demand: (logPrice: number, tie: Tie) => Float64Array,
): Fill {
	const spread = money - least;
	const dearest = highestPrice(pieces, spread);
	if (!(spread > 0)) return { amounts: demand(dearest, 'empty'), logPrice: dearest };
	const excess = (logPrice: number, tie: Tie) =>
		Math.log(Math.max((total(demand(logPrice, tie)) - least) / spread, EPSILON));
	const { low, high } = betweenJumps(pieces, excess, { low: lowestPrice(pieces), high: dearest });
	const ends = low < high ? crossing((logPrice) => excess(logPrice, 'full'), low, high) : { low, high };
	const amounts = demand(ends.high, 'empty');
	const most = demand(ends.low, 'full');
	let rest = money - total(amounts);
	for (let part = 0; part < amounts.length && rest > 0; part++) {
		const step = Math.min(rest, most[part]! - amounts[part]!);
		amounts[part]! += step;
		rest -= step;
	}
	return { amounts, logPrice: ends.high };
}

/**
 * The prices of the two jumps next to the crossing, or twice the price of the jump that is the crossing.
 *
 * Few jumps are left once the crossing is known to a thousandth; these are bisected.
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

/** (pieces) what each piece takes at a price. */
export const demandOf =
	(pieces: readonly Piece[]) =>
	(logPrice: number, tie: Tie): Float64Array => {
		const amounts = new Float64Array(pieces.length);
		for (let index = 0; index < amounts.length; index++) amounts[index] = amountAtPrice(pieces[index]!, logPrice, tie);
		return amounts;
	};

const hasLine = ({ low, lineEnd }: Piece): boolean => lineEnd > low;

/** At this price no piece takes more than an even part of the amount above its low end. */
function highestPrice(pieces: readonly Piece[], spread: number): number {
	let highest = -Infinity;
	for (const { curve, low, logStart } of pieces) {
		const finite = logStart < Infinity ? logStart : logMarginal(curve, low + Math.max(spread, 0) / pieces.length);
		if (finite > highest) highest = finite;
	}
	return highest;
}

/** At this price every piece is at its high end. */
function lowestPrice(pieces: readonly Piece[]): number {
	let lowest = Infinity;
	for (const { logEnd } of pieces) if (logEnd < lowest) lowest = logEnd;
	return lowest;
}

/** Plain sum of a typed array, in the innermost loop. */
function total(amounts: Float64Array): number {
	let all = 0;
	for (let index = 0; index < amounts.length; index++) all += amounts[index]!;
	return all;
}
