import { mean, quantileSorted } from 'simple-statistics';

import { seededRandom } from './random.mjs';

const RESAMPLES = 2000;

/** The mean of values with its 95% interval, by a seeded bootstrap over them. */
export function meanInterval(values) {
	const { uniform } = seededRandom(1);
	const means = Array.from({ length: RESAMPLES }, () => {
		let sum = 0;
		for (let draw = 0; draw < values.length; draw++) sum += values[Math.floor(uniform() * values.length)];
		return sum / values.length;
	}).sort((a, b) => a - b);
	return { mean: mean(values), low: quantileSorted(means, 0.025), high: quantileSorted(means, 0.975) };
}
