import { sumSimple as sum } from 'simple-statistics';

import { response } from './curve';
import { dualExcess, type Limits } from './dualExcess';
import { amountAtPrice, type Piece, type Tie } from './piece';
import { type CellGroup, EPSILON } from './problem';
import { demandOf, type Fill, waterFill } from './waterFill';

/** The optimal allocation on the envelopes, and the bounds that it implies for the curves. */
export interface Relaxation {
	/** (cells) */
	readonly amounts: Float64Array;
	/** Response of the amounts on the curves: attained. */
	readonly objective: number;
	/** No allocation within the pieces returns more. */
	readonly bound: number;
	/** (cells) envelope minus curve: the cell's part of bound - objective. */
	readonly excess: Float64Array;
	/** ln of the multiplier of the whole budget. */
	readonly logPrice: number;
}

/**
 * Splits an amount over groups and cells so that marginal returns are equal, except where a group's bound binds.
 *
 * A group's demand is the sum of its cells' demands, clamped to the group's bounds; its amount is then shared within it at the group's own
 * price. The bound is the Lagrangian dual at these prices,
 *
 *     D = sum_i max_x (f_i(x) - p_g x) + sum_g max_y (p_g - p) y + p totalSpend,
 *
 * summed as differences to the attained value (see `dualExcess`). If a group's amount fits many prices, as when all its cells are at a
 * bound, the budget's price is used if its bound is tighter.
 *
 * @param pieces (cells)
 * @returns undefined if no allocation within the bounds spends the amount
 * @see D. P. Bertsekas, Nonlinear Programming, 1999, 5.1, on the dual of separable problems
 */
export function relax(
	pieces: readonly Piece[],
	groups: readonly CellGroup[],
	totalSpend: number,
): Relaxation | undefined {
	const members = groups.map(({ cells }) => (cells.length === pieces.length ? pieces : cells.map((c) => pieces[c]!)));
	const limits = groups.map((group, g) => tightened(group, members[g]!));
	if (limits.some(({ min, max }) => exceeds(min, max))) return undefined;
	if (exceeds(sum(limits.map(({ min }) => min)), totalSpend) || exceeds(totalSpend, sum(limits.map(({ max }) => max))))
		return undefined;
	const shared = groups.length === 1 ? undefined : shareBetween(pieces, members, limits, totalSpend);
	const fills = members.map((own, g) => fillGroup(own, shared === undefined ? totalSpend : shared.amounts[g]!));
	const logPrice = shared?.logPrice ?? fills[0]?.logPrice ?? -Infinity;
	return relaxation(pieces, groups, limits, fills, logPrice);
}

const exceeds = (amount: number, limit: number): boolean => amount > limit + EPSILON * Math.abs(limit);

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

const fillGroup = (pieces: readonly Piece[], amount: number): Fill =>
	waterFill(pieces, amount, sum(pieces.map(lowOf)), demandOf(pieces));

function shareBetween(
	pieces: readonly Piece[],
	members: readonly (readonly Piece[])[],
	limits: readonly Limits[],
	amount: number,
): Fill {
	const demand = (logPrice: number, tie: Tie) =>
		Float64Array.from(members, (own, g) => {
			let total = 0;
			for (const piece of own) total += amountAtPrice(piece, logPrice, tie);
			return Math.min(Math.max(total, limits[g]!.min), limits[g]!.max);
		});
	return waterFill(pieces, amount, sum(limits.map(({ min }) => min)), demand);
}

function relaxation(
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
		const own = dualExcess(cells, pieces, fill, limits[g]!, fill.logPrice, logPrice);
		const same = own.total > 0 ? dualExcess(cells, pieces, fill, limits[g]!, logPrice, logPrice) : own;
		const best = same.total < own.total ? same : own;
		cells.forEach((cell, member) => {
			amounts[cell] = fill.amounts[member]!;
			excess[cell] = best.excess[member]!;
			objective += response(pieces[cell]!.curve, fill.amounts[member]!);
		});
		missing += best.total;
	});
	return { amounts, objective, bound: objective + Math.max(missing, 0), excess, logPrice };
}
