import { quantileSorted } from 'simple-statistics';

import { type Interval, LEVEL } from './interval';

/** The central interval of equally likely values. */
export function sampleInterval(values: Float64Array): Interval {
	const sorted = Array.from(Float64Array.from(values).sort());
	const tail = (1 - LEVEL) / 2;
	return {
		mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
		low: quantileSorted(sorted, tail),
		high: quantileSorted(sorted, 1 - tail),
		level: LEVEL,
	};
}
