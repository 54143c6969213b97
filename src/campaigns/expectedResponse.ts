import type { CampaignResponse } from './learnResponses';
import { relativeResponse, SHAPES } from './responseShapes';

/** A function of the spend of a day, major units, >= 0. */
export type ValueFunction = (spend: number) => number;

/** Expected results of a day, over all shapes and levels. */
export const expectedResponse = ({ referenceSpend, weights, levels }: CampaignResponse): ValueFunction =>
	mixture(
		weights.map((weight, shape) => weight * levels[shape]!),
		referenceSpend,
	);

/** Shapes with less than this part of the results at the reference spend are left out. */
const EPSILON = 1e-9;

/** The sum of shapes. @param heights (shapes) results at the reference spend */
export function mixture(heights: readonly number[], referenceSpend: number): ValueFunction {
	const least = EPSILON * Math.max(...heights);
	const parts = SHAPES.flatMap(({ shape }, position) =>
		heights[position]! > least ? [{ shape, height: heights[position]! }] : [],
	);
	return (spend) => {
		const t = spend / referenceSpend;
		let total = 0;
		for (const { shape, height } of parts) total += height * relativeResponse(shape, t);
		return total;
	};
}
