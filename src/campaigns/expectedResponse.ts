import type { CampaignResponse } from './learnResponses';
import { sumOfShapes } from './responseShapes';

/** A function of the spend of a day, major units, >= 0. */
export interface ValueFunction {
	(spend: number): number;
	/** Whether the marginal return never rises with spend. */
	readonly isConcave: boolean;
}

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
	const response = sumOfShapes(heights.map((height) => (height > minHeight ? height : 0)));
	return Object.assign((spend: number) => response(spend / referenceSpend), { isConcave: isConcave(response) });
}

/** Multiples of the reference spend between which slopes are compared, in steps of a fifth: S-shapes bend between 0.2 and 4.3. */
const BENDS = Array.from({ length: 40 }, (_, step) => 0.02 * 1.2 ** step);

/** Floating point noise in the ratio of two slopes. */
const SLOPE_TOLERANCE = 1e-9;

function isConcave(response: (t: number) => number): boolean {
	let [before, value, slope] = [0, 0, Infinity];
	return BENDS.every((t) => {
		const next = response(t);
		const nextSlope = (next - value) / (t - before);
		const falls = nextSlope <= slope * (1 + SLOPE_TOLERANCE);
		[before, value, slope] = [t, next, nextSlope];
		return falls;
	});
}
