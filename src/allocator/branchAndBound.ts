import { envelope, type Piece } from './piece';
import { primalHeuristic } from './primalHeuristic';
import type { Problem } from './problem';
import { cellsByHeight } from './cellsByHeight';
import { relax, type Relaxation } from './relax';

/** Relative gap at which the search ends. */
const GAP_TOLERANCE = 1e-9;
/** Relative gap at which a long search ends. */
const LONG_SEARCH_GAP_TOLERANCE = 1e-6;
/** Cells visited by all relaxations after which a search is long: about 20 ms. */
const LONG_SEARCH_VISITS = 1e4;
/** Maximum number of visited cells: about a second. The remaining gap is reported. */
const MAX_VISITS = 3e5;

export interface Solution {
	/** (cells) */
	readonly amounts: Float64Array;
	readonly objective: number;
	readonly bound: number;
	readonly logPrice: number;
}

interface Node {
	/** (cells) */
	readonly pieces: readonly Piece[];
	readonly relaxation: Relaxation;
	readonly bound: number;
}

/**
 * The optimal allocation with an upper bound: concave curves directly, S-shaped ones by branch and bound.
 *
 * The relaxation replaces curves by their concave envelopes. If a cell ends on the linear part of its envelope, above its curve, the
 * problem branches at that amount: the cell gets at most, or at least, that much, and both halves have tighter envelopes. The node with the
 * highest bound is branched first. Cells that differ only in height keep an order, the highest first, which breaks the symmetry of their
 * permutations.
 *
 * @returns objective <= bound, within 1e-9 of it, in long searches within 1e-6, unless the search was cut off
 * @throws RangeError if the problem is infeasible, which its caller must exclude
 * @see M. Udell and S. Boyd, Maximizing a sum of sigmoids, 2013
 */
export function branchAndBound(problem: Problem): Solution {
	const { curves, lows, highs, groups, totalSpend } = problem;
	const pieces = curves.map((curve, cell) => envelope(curve, lows[cell]!, highs[cell]!));
	const root = relax(pieces, groups, totalSpend);
	if (root === undefined) throw new RangeError('The bounds are infeasible');
	let best: Solution = root;
	let visits = pieces.length;
	const proven = (bound: number) =>
		bound <= best.objective * (1 + (visits >= LONG_SEARCH_VISITS ? LONG_SEARCH_GAP_TOLERANCE : GAP_TOLERANCE));
	const keep = (found: Relaxation) => {
		if (found.objective > best.objective) best = found;
	};
	const improve = (relaxation: Relaxation) => {
		for (const partway of ['left', 'entered'] as const) {
			if (proven(relaxation.bound)) return;
			const found = primalHeuristic(problem, relaxation, partway);
			visits += pieces.length;
			if (found !== undefined) keep(found);
		}
	};
	improve(root);
	let closed = 0;
	const open: Node[] = [];
	const add = (node: Node) => {
		if (proven(node.bound)) closed = Math.max(closed, node.bound);
		else open.push(node);
	};
	add({ pieces, relaxation: root, bound: root.bound });
	const orderOf = open.length > 0 ? cellsByHeight(problem) : [];
	while (open.length > 0 && visits < MAX_VISITS) {
		const node = takeHighest(open);
		const halves = proven(node.bound) ? [] : split(node, orderOf);
		if (halves.length === 0) closed = Math.max(closed, node.bound);
		for (const half of halves) {
			const relaxation = relax(half, groups, totalSpend);
			visits += half.length;
			if (relaxation === undefined) continue;
			keep(relaxation);
			improve(relaxation);
			add({ pieces: half, relaxation, bound: Math.min(node.bound, relaxation.bound) });
		}
	}
	const bound = open.reduce((highest, node) => Math.max(highest, node.bound), Math.max(closed, best.objective));
	return { ...best, bound };
}

function takeHighest(open: Node[]): Node {
	let highest = 0;
	for (let index = 1; index < open.length; index++) if (open[index]!.bound > open[highest]!.bound) highest = index;
	const [node] = open.splice(highest, 1);
	return node!;
}

/**
 * Branches on the cell whose envelope exceeds its curve most: it gets at most, or at least, its current amount.
 *
 * Cells ranked with it keep their order. Empty if no double lies between its bounds.
 */
function split({ pieces, relaxation }: Node, orderOf: readonly (readonly number[])[]): Piece[][] {
	const cell = relaxation.excess.reduce((most, excess, at, all) => (excess > all[most]! ? at : most), 0);
	const amount = relaxation.amounts[cell]!;
	if (!(amount > pieces[cell]!.low && amount < pieces[cell]!.high)) return [];
	const order = orderOf[cell]!;
	const place = order.indexOf(cell);
	const below = pieces.slice();
	for (const lower of order.slice(place)) below[lower] = cut(pieces[lower]!, 0, amount);
	const above = pieces.slice();
	for (const higher of order.slice(0, place + 1)) above[higher] = cut(pieces[higher]!, amount, Infinity);
	return [below, above];
}

function cut(piece: Piece, low: number, high: number): Piece {
	if (low <= piece.low && high >= piece.high) return piece;
	return envelope(piece.curve, Math.max(piece.low, low), Math.min(piece.high, high));
}
