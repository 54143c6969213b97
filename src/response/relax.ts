import { response } from './curve';
import { amountAtPrice, type Piece, type Tie } from './piece';
import type { CellGroup } from './problem';
import { sum } from './sum';
import { demandOf, type Fill, waterFill } from './waterFill';

/** The best allocation on the envelopes, and what it says about the curves themselves. */
export interface Relaxation {
	/** (cells) */
	readonly amounts: Float64Array;
	/** Response of the amounts on the curves: reached. */
	readonly objective: number;
	/** No allocation within the pieces returns more. */
	readonly bound: number;
	/** (cells) what the envelope promises above the curve: the cell's part of bound - objective. */
	readonly excess: Float64Array;
	/** ln of the multiplier of the whole budget. */
	readonly logPrice: number;
}

/** Sums of bounds are compared up to this, relative: 0.1 + 0.2 is allowed in a budget of 0.3. */
export const ROUNDING = 1e-12;

/**
 * Shares money over groups and cells so that all buy at one price, except where a group's own bound holds it back.
 *
 * A group's demand is the sum of its cells', clamped to the group's bounds; what a group gets is then shared within it at
 * the group's own price. The bound is the Lagrangian dual at these prices,
 *
 *     D = sum_i max_x (f_i(x) - p_g x) + sum_g max_y (p_g - p) y + p money,
 *
 * summed as differences to what is reached, so that a gap of 1e-15 is not lost in the size of the response.
 *
 * @param pieces (cells)
 * @returns nothing if the bounds leave no allocation that spends the money
 * @see D. P. Bertsekas, Nonlinear Programming, 1999, 5.1, on the dual of separable problems
 */
export function relax(pieces: readonly Piece[], groups: readonly CellGroup[], money: number): Relaxation | undefined {
	const members = groups.map(({ cells }) => (cells.length === pieces.length ? pieces : cells.map((c) => pieces[c]!)));
	const limits = groups.map((group, g) => tightened(group, members[g]!));
	if (limits.some(({ min, max }) => exceeds(min, max))) return undefined;
	if (exceeds(sum(limits.map(({ min }) => min)), money) || exceeds(money, sum(limits.map(({ max }) => max)))) return undefined;
	const shared = groups.length === 1 ? undefined : shareBetween(pieces, members, limits, money);
	const fills = members.map((own, g) => fillGroup(own, shared === undefined ? money : shared.amounts[g]!));
	const logPrice = shared?.logPrice ?? fills[0]?.logPrice ?? -Infinity;
	return certified(pieces, groups, limits, fills, logPrice);
}

interface Limits {
	readonly min: number;
	readonly max: number;
}

const exceeds = (amount: number, limit: number): boolean => amount > limit + ROUNDING * Math.abs(limit);

const lowOf = ({ low }: Piece): number => low;

function tightened({ min, max }: CellGroup, pieces: readonly Piece[]): Limits {
	let lows = 0;
	let highs = 0;
	for (const { low, high } of pieces) {
		lows += low;
		highs += high;
	}
	return { min: Math.max(min, lows), max: Math.min(max, highs) };
}

const fillGroup = (pieces: readonly Piece[], money: number): Fill =>
	waterFill(pieces, money, sum(pieces.map(lowOf)), demandOf(pieces));

function shareBetween(
	pieces: readonly Piece[],
	members: readonly (readonly Piece[])[],
	limits: readonly Limits[],
	money: number,
): Fill {
	const demand = (logPrice: number, tie: Tie) =>
		Float64Array.from(members, (own, g) => {
			let total = 0;
			for (const piece of own) total += amountAtPrice(piece, logPrice, tie);
			return Math.min(Math.max(total, limits[g]!.min), limits[g]!.max);
		});
	return waterFill(pieces, money, sum(limits.map(({ min }) => min)), demand);
}

function certified(
	pieces: readonly Piece[],
	groups: readonly CellGroup[],
	limits: readonly Limits[],
	fills: readonly Fill[],
	logPrice: number,
): Relaxation {
	const amounts = new Float64Array(pieces.length);
	const excess = new Float64Array(pieces.length);
	let objective = 0;
	let missing = 0;
	groups.forEach(({ cells }, g) => {
		const fill = fills[g]!;
		cells.forEach((cell, member) => {
			const amount = fill.amounts[member]!;
			const reached = response(pieces[cell]!.curve, amount);
			amounts[cell] = amount;
			excess[cell] = promised(pieces[cell]!, amount, fill.logPrice) - reached;
			objective += reached;
			missing += excess[cell]!;
		});
		missing += groupExcess(limits[g]!, sum(fill.amounts), fill.logPrice, logPrice);
	});
	return { amounts, objective, bound: objective + Math.max(missing, 0), excess, logPrice };
}

/** max_x (f(x) - p (x - amount)): what the cell would return if it could trade at the price. */
function promised(piece: Piece, amount: number, logPrice: number): number {
	const best = amountAtPrice(piece, logPrice, 'empty');
	if (best === amount) return response(piece.curve, amount);
	return response(piece.curve, best) - Math.exp(logPrice) * (best - amount);
}

/** max_y (p_g - p) (y - amount) over the group's bounds: 0 where the bound that holds the group back is the right one. */
function groupExcess({ min, max }: Limits, amount: number, ownLogPrice: number, logPrice: number): number {
	if (ownLogPrice === logPrice) return 0;
	const room = (ownLogPrice > logPrice ? max : min) - amount;
	return room === 0 ? 0 : (Math.exp(ownLogPrice) - Math.exp(logPrice)) * room;
}
