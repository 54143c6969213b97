import { inflection } from './curve';
import { envelope } from './piece';
import { type Problem, ROUNDING } from './problem';
import { relax, type Relaxation } from './relax';

/**
 * The best allocation near a relaxed one that uses only the concave part of every curve.
 *
 * Which cells are worth entering is read off the relaxation: those past their inflection. Cells that it leaves partway
 * along a line are all entered, or all left at their minimum.
 *
 * @returns nothing if that leaves no allocation within the bounds
 */
export function polished(
	{ curves, lows, highs, groups, money }: Problem,
	relaxation: Relaxation,
	partway: 'entered' | 'left',
): Relaxation | undefined {
	const pieces = curves.map((curve, cell) => {
		const low = lows[cell]!;
		const high = highs[cell]!;
		const bend = inflection(curve);
		const isPartway = relaxation.excess[cell]! > ROUNDING * relaxation.bound;
		const concaveFrom = Math.min(high, Math.max(low, bend));
		const entered = isPartway ? partway === 'entered' : relaxation.amounts[cell]! >= concaveFrom;
		return entered ? envelope(curve, concaveFrom, high) : envelope(curve, low, low);
	});
	return relax(pieces, groups, money);
}
