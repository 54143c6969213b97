import { inflection } from './curve';
import { envelope } from './piece';
import { type Problem, EPSILON } from './problem';
import { relax, type Relaxation } from './relax';

/**
 * A feasible allocation near a relaxed one that uses only the concave branch of every curve (primal heuristic).
 *
 * Cells that the relaxation puts beyond their inflection are entered. Cells on the linear part of their envelope are either all entered, or
 * all left at their minimum.
 *
 * @returns undefined if the bounds are then infeasible
 */
export function primalHeuristic(
	{ curves, lows, highs, groups, totalSpend }: Problem,
	relaxation: Relaxation,
	partway: 'entered' | 'left',
): Relaxation | undefined {
	const pieces = curves.map((curve, cell) => {
		const low = lows[cell]!;
		const high = highs[cell]!;
		const bend = inflection(curve);
		const isPartway = relaxation.excess[cell]! > EPSILON * relaxation.bound;
		const concaveFrom = Math.min(high, Math.max(low, bend));
		const entered = isPartway ? partway === 'entered' : relaxation.amounts[cell]! >= concaveFrom;
		return entered ? envelope(curve, concaveFrom, high) : envelope(curve, low, low);
	});
	return relax(pieces, groups, totalSpend);
}
