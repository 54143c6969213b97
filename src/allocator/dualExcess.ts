import { response } from './curve';
import { amountAtPrice, type Piece } from './piece';
import type { Fill } from './waterFill';

/** Bounds of a group's total: its own, tightened by those of its cells. */
export interface Limits {
	readonly min: number;
	readonly max: number;
}

/**
 * Excess of the Lagrangian dual over the value of a group's amounts, at the group's own price p_g:
 *
 *     max_x f(x) - p_g (x - amount) - f(amount)  for each cell,  max_y (p_g - p)(y - total)  for the group,
 *
 * each at least 0. Computed as differences, so that an excess of 1e-15 does not cancel against the response.
 *
 * @param cells of the group, indices into `pieces`
 * @param fill  (cells of the group)
 * @returns the excess of each cell of the group, and the total including the group's own
 */
export function dualExcess(
	cells: readonly number[],
	pieces: readonly Piece[],
	fill: Fill,
	limits: Limits,
	ownLogPrice: number,
	logPrice: number,
): { readonly excess: Float64Array; readonly total: number } {
	const excess = new Float64Array(cells.length);
	let total = 0;
	let spent = 0;
	for (let member = 0; member < cells.length; member++) {
		const amount = fill.amounts[member]!;
		excess[member] = cellExcess(pieces[cells[member]!]!, amount, ownLogPrice);
		total += excess[member]!;
		spent += amount;
	}
	return { excess, total: total + groupExcess(limits, spent, ownLogPrice, logPrice) };
}

function cellExcess(piece: Piece, amount: number, logPrice: number): number {
	const best = amountAtPrice(piece, logPrice, 'empty');
	if (best === amount) return 0;
	return response(piece.curve, best) - response(piece.curve, amount) - Math.exp(logPrice) * (best - amount);
}

/** 0 if the group is at the bound that its price implies. */
function groupExcess({ min, max }: Limits, spent: number, ownLogPrice: number, logPrice: number): number {
	if (ownLogPrice === logPrice) return 0;
	const room = (ownLogPrice > logPrice ? max : min) - spent;
	return room === 0 ? 0 : (Math.exp(ownLogPrice) - Math.exp(logPrice)) * room;
}
