import { product } from 'simple-statistics';
import * as z from 'zod/v4';

import { normalQuantile } from './normalQuantile';

export const IntervalSchema = z
	.object({ mean: z.number(), low: z.number(), high: z.number(), level: z.number() })
	.readonly();

/** An estimate with its uncertainty: the central interval [low, high] covers the truth with probability `level`. */
export type Interval = z.output<typeof IntervalSchema>;

/** Level of every interval unless stated otherwise. */
export const LEVEL = 0.8;

/** The interval of what is certainly 0. */
export const NOTHING: Interval = { mean: 0, low: 0, high: 0, level: LEVEL };

/** An estimate of a positive quantity, with its standard deviation over its mean. */
export interface Estimate {
	readonly mean: number;
	readonly relativeDeviation: number;
}

/** Width of the central interval of a normal distribution at that level, in standard deviations: 2.56. */
const NORMAL_WIDTH = 2 * normalQuantile((1 + LEVEL) / 2);

/** Confidence of an estimate, 0..1: 1 / (1 + width of its 80% interval / mean). 1 is certain; an interval as wide as the mean gives 0.5. */
export const confidenceOf = ({ mean, relativeDeviation }: Estimate): number =>
	mean > 0 ? 1 / (1 + NORMAL_WIDTH * relativeDeviation) : 0;

/** The product of independent estimates: squared relative deviations add up. */
export const productOf = (estimates: readonly Estimate[]): Estimate => ({
	mean: product(estimates.map(({ mean }) => mean)),
	relativeDeviation: Math.hypot(...estimates.map(({ relativeDeviation }) => relativeDeviation)),
});
