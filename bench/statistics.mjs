import { mean, quantileSorted, sum } from 'simple-statistics';

import { seededRandom } from './random.mjs';

const RESAMPLES = 2000;

/** The mean of values with its 95% interval. */
export const meanInterval = (values) => ({ mean: mean(values), ...intervalOf(values, mean) });

/** The sum of first figures over that of second ones with its 95% interval. @param pairs [first, second] of each world */
export const ratioInterval = (pairs) => ({ ratio: ratioOf(pairs), ...intervalOf(pairs, ratioOf) });

const ratioOf = (pairs) => sum(pairs.map(([first]) => first)) / sum(pairs.map(([, second]) => second));

/** The 95% interval of a statistic of values, by a seeded bootstrap over them. */
function intervalOf(values, statistic) {
	const { uniform } = seededRandom(1);
	const resampled = Array.from({ length: RESAMPLES }, () =>
		statistic(values.map(() => values[Math.floor(uniform() * values.length)])),
	).sort((a, b) => a - b);
	return { low: quantileSorted(resampled, 0.025), high: quantileSorted(resampled, 0.975) };
}

/** The mean of the worst 5%. */
export function worstMean(values) {
	const sorted = [...values].sort((a, b) => a - b);
	return mean(sorted.slice(0, Math.max(1, Math.round(WORST_PART * values.length))));
}

const WORST_PART = 0.05;

/** The difference of a statistic of first figures and of second ones with its 95% interval. @param pairs [first, second] of each world */
export function differenceInterval(pairs, statistic = mean) {
	const difference = (some) => statistic(some.map(([first]) => first)) - statistic(some.map(([, second]) => second));
	return { mean: difference(pairs), ...intervalOf(pairs, difference) };
}
