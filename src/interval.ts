/** An estimate with its uncertainty: the central interval [low, high] holds the truth with probability `level`. */
export interface Interval {
	readonly mean: number;
	readonly low: number;
	readonly high: number;
	readonly level: number;
}

/** The level of every interval unless said otherwise. */
export const LEVEL = 0.8;

/** Half the width of a central 80% interval of a normal distribution, in standard deviations. */
const HALF_WIDTH = 1.2815515655446004;

/** Standard deviation of an estimate over its mean, read off its interval; 0 for a mean of 0. */
export const relativeDeviation = ({ mean, low, high }: Interval): number =>
	mean > 0 ? (high - low) / (2 * HALF_WIDTH * mean) : 0;

/** How sure an estimate is, 0 to 1: 1 / (1 + width / mean). 1 is certain; an interval as wide as its mean is 0.5. */
export const confidenceOf = ({ mean, low, high }: Interval): number => (mean > 0 ? 1 / (1 + (high - low) / mean) : 0);
