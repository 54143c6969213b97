import { sumSimple } from 'simple-statistics';

import { bisect } from '../statistics/bisect';

/**
 * The scale at which a shape adds up to a total: solves sum(shapeAt(s)) = total for s >= 0 by bisection.
 *
 * @param shapeAt continuous and non-decreasing in the scale, (parts)
 * @param highest scale at which the shape adds up to at least the total
 * @returns (parts) the shape at that scale
 */
export function scaleToTotal(
	total: number,
	shapeAt: (scale: number) => readonly number[],
	highest: number,
): readonly number[] {
	const isShort = (scale: number) => sumSimple(shapeAt(scale)) < total;
	return shapeAt(isShort(0) ? bisect(isShort, 0, highest).high : 0);
}
