import { SMALLEST_MULTIPLIER } from './boundedMultiplier.mjs';

const WEEK_HOURS = 168;
const UNKNOWN = 0.5;

/** Where a multiplier starts: the geometric mean of those in force in the last week, half the base bid where there were none. */
export function typicalMultiplier(history) {
	const served = history.slice(-WEEK_HOURS).filter(({ clicks }) => clicks > 0);
	if (served.length === 0) return UNKNOWN;
	const logs = served.map(({ multiplier }) => Math.log(Math.max(SMALLEST_MULTIPLIER, multiplier)));
	return Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
}
