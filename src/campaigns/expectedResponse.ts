import type { CampaignResponse } from './learnResponses';
import { relativeResponse, SHAPES } from './responseShapes';

/** A function of the spend of a day, major units, >= 0. */
export type ValueFunction = (spend: number) => number;

/** Expected results of a day, averaged over all shapes and levels. */
export const expectedResponse = ({ referenceSpend, weights, levels }: CampaignResponse): ValueFunction =>
	mixture(
		weights.map((weight, shape) => weight * levels[shape]!),
		referenceSpend,
	);

/** Shapes below this fraction of the largest height are left out. */
const EPSILON = 1e-9;

/** Weighted sum of shapes. @param heights (shapes) results at the reference spend */
export function mixture(heights: readonly number[], referenceSpend: number): ValueFunction {
	const minHeight = EPSILON * Math.max(...heights);
	const parts = SHAPES.flatMap(({ shape }, position) =>
		heights[position]! > minHeight ? [{ shape, height: heights[position]! }] : [],
	);
	return (spend) => {
		const t = spend / referenceSpend;
		let total = 0;
		for (const { shape, height } of parts) total += height * relativeResponse(shape, t);
		return total;
	};
}
