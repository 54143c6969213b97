import { crossing } from '../statistics/crossing';
import { amountAtMarginal, type Curve, inflection, LOG_ZERO, logMarginal, response } from './curve';

/**
 * The concave envelope of a curve between two amounts: a straight line from `low` to `lineEnd`, then the curve itself.
 *
 * Concave curves have no line (`lineEnd` is `low`). An S-shaped curve is bridged from its low end to the point of tangency; in between, the
 * envelope lies above the curve.
 */
export interface Piece {
	readonly curve: Curve;
	readonly low: number;
	readonly lineEnd: number;
	readonly high: number;
	/** ln of the envelope's slope at `low`, the highest. */
	readonly logStart: number;
	/** ln of the envelope's slope at `high`, the lowest. */
	readonly logEnd: number;
}

/** At a price equal to a line's slope all its points are optimal: take its end, or its start. */
export type Tie = 'full' | 'empty';

export function envelope(curve: Curve, low: number, high: number): Piece {
	if (!(high > low)) return { curve, low, lineEnd: low, high: low, logStart: -Infinity, logEnd: Infinity };
	const lineEnd = tangentPoint(curve, low, high);
	const slope = (response(curve, lineEnd) - response(curve, low)) / (lineEnd - low);
	const logStart = lineEnd > low ? Math.max(Math.log(slope), LOG_ZERO) : logMarginal(curve, low);
	const logEnd = lineEnd < high ? Math.min(logStart, logMarginal(curve, high)) : logStart;
	return { curve, low, lineEnd, high, logStart, logEnd };
}

/** The optimal amount on the envelope at the price exp(logPrice) per major unit: argmax f(x) - price x. */
export function amountAtPrice(piece: Piece, logPrice: number, tie: Tie): number {
	const { low, lineEnd, high, logStart, logEnd } = piece;
	if (logPrice > logStart || (logPrice === logStart && tie === 'empty')) return low;
	if (logPrice <= logEnd) return high;
	return Math.min(Math.max(amountAtMarginal(piece.curve, logPrice), lineEnd), high);
}

/**
 * Where the line from (low, f(low)) touches the curve: f'(w) (w - low) = f(w) - f(low), w past the inflection.
 *
 * From 0 it is w = k (s-1)^(1/s); it is smaller for a higher low end. A line that would touch beyond `high` ends there.
 */
function tangentPoint(curve: Curve, low: number, high: number): number {
	const bend = inflection(curve);
	if (low >= bend) return low;
	if (high <= bend) return high;
	const farthest = Math.min(high, curve.scale * (curve.power - 1) ** (1 / curve.power));
	if (low === 0 || farthest <= bend) return farthest;
	const above = (w: number) =>
		Math.exp(logMarginal(curve, w)) * (w - low) - (response(curve, w) - response(curve, low));
	if (above(farthest) >= 0) return farthest;
	return bend * crossing((ratio) => above(bend * ratio), 1, farthest / bend).high;
}
