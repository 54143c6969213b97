import { mean } from 'simple-statistics';

import { METHOD } from './method';
import type { SpendHour } from './spendSeries';

/**
 * Weights of hours by their expected clicks, the mean for their hour of day: with few clicks, log spend is noisy.
 *
 * weight = clicks / (clicks + halfWeightClicks)
 *
 * Observed clicks would give an hour without clicks no weight, and demand would be overestimated where many hours have none.
 *
 * @returns (hours) 1 where no clicks were reported
 */
export function clickWeights(hours: readonly SpendHour[]): number[] {
	const byHour = Array.from({ length: 24 }, (_, hour) => {
		const known = hours.flatMap(({ localHour, clicks }) => (localHour === hour && clicks !== null ? [clicks] : []));
		if (known.length === 0) return 1;
		const expected = mean(known);
		return expected / (expected + METHOD.halfWeightClicks);
	});
	return hours.map(({ localHour }) => byHour[localHour]!);
}
