import { envelope, type Piece } from './piece';
import { polished } from './polished';
import type { Problem } from './problem';
import { ranks } from './ranks';
import { relax, type Relaxation } from './relax';

/** A proof that is this good, relative, ends the search. */
const PROVEN = 1e-9;
/** So does this one, once the search has taken longer than most. */
const PROVEN_ENOUGH = 1e-6;
/** Cells visited by all relaxations together: about 20 ms. */
const PATIENCE = 1e4;
/** Cells visited, at most: about a second. The gap that is left then is reported. */
const MOST_VISITS = 3e5;

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
 * The best allocation, with a bound that proves it: concave curves at once, S-shaped ones by branch and bound.
 *
 * The envelopes are filled like water. If a cell ends partway along a line, where its envelope promises more than its
 * curve returns, the problem splits there in two, the cell below that amount or above it, and each half gets tighter
 * envelopes. The half that promises most is always split next. Cells that differ in height alone keep an order, the
 * highest gets the most, so that the search does not visit their permutations.
 *
 * @returns objective <= bound; they meet to 1e-9, in long searches to 1e-6, unless the search was cut off
 * @throws RangeError if the problem has no allocation; its maker checks that
 * @see M. Udell and S. Boyd, Maximizing a sum of sigmoids, 2013
 */
export function branchAndBound(problem: Problem): Solution {
	const { curves, lows, highs, groups, money } = problem;
	const pieces = curves.map((curve, cell) => envelope(curve, lows[cell]!, highs[cell]!));
	const root = relax(pieces, groups, money);
	if (root === undefined) throw new RangeError('The bounds leave no allocation');
	let best: Solution = root;
	let visits = pieces.length;
	const proven = (bound: number) => bound <= best.objective * (1 + (visits >= PATIENCE ? PROVEN_ENOUGH : PROVEN));
	const keep = (found: Relaxation) => {
		if (found.objective > best.objective) best = found;
	};
	const polish = (relaxation: Relaxation) => {
		for (const partway of ['left', 'entered'] as const) {
			if (proven(relaxation.bound)) return;
			const found = polished(problem, relaxation, partway);
			visits += pieces.length;
			if (found !== undefined) keep(found);
		}
	};
	polish(root);
	let closed = 0;
	const open: Node[] = [];
	const add = (node: Node) => {
		if (proven(node.bound)) closed = Math.max(closed, node.bound);
		else open.push(node);
	};
	add({ pieces, relaxation: root, bound: root.bound });
	const orderOf = open.length > 0 ? ranks(problem) : [];
	while (open.length > 0 && visits < MOST_VISITS) {
		const node = takeHighest(open);
		const halves = proven(node.bound) ? [] : split(node, orderOf);
		if (halves.length === 0) closed = Math.max(closed, node.bound);
		for (const half of halves) {
			const relaxation = relax(half, groups, money);
			visits += half.length;
			if (relaxation === undefined) continue;
			keep(relaxation);
			polish(relaxation);
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
 * Two halves: the cell whose envelope promises most in excess gets at most what it has, or at least that.
 *
 * Cells ranked with it keep their order. None if doubles leave nothing between its bounds.
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
