import { mean, quantileSorted } from 'simple-statistics';

import { type Interval, LEVEL } from './interval';

/**
 * The central interval of equally likely values.
 *
 * @throws RangeError if a value is NaN, which has no rank among the others
 */
export function sampleInterval(values: Float64Array): Interval {
	const sorted = elementsOf(values.toSorted());
	if (Number.isNaN(sorted.at(-1))) throw new RangeError('no interval of values that are not all numbers');
	const tail = (1 - LEVEL) / 2;
	return {
		mean: mean(sorted),
		low: quantileSorted(sorted, tail),
		high: quantileSorted(sorted, 1 - tail),
		level: LEVEL,
	};
}

/** The mean of equally likely values. */
export const sampleMean = (values: Float64Array): number => mean(elementsOf(values));

/** The same values, which the library reads one by one: a copy of each would take longer than what is computed from them. */
const elementsOf = (values: Float64Array) => values as ArrayLike<number> as readonly number[];
