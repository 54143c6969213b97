import { inParallel } from '../inParallel.mjs';
import { differenceInterval } from '../statistics.mjs';

const judge = new URL('../market/judge.mjs', import.meta.url);

/**
 * Simulates controllers in every seed of every scenario.
 *
 * @returns (worlds) of `{ scenario, seed, scores }`, scores by controller
 */
export async function judgeWorlds(scenarios, seeds, controllers, { flexible = false, ...options } = {}) {
	const worlds = scenarios.flatMap((scenario) => seeds.map((seed) => ({ scenario, seed })));
	const tasks = worlds.map((world) => ({ ...world, controllers, flexible }));
	const results = await inParallel(judge, tasks, options);
	return worlds.map((world, position) => ({ ...world, scores: results[position] }));
}

/** (worlds) one figure of a controller's scores. */
export const figures = (worlds, controller, figure) => worlds.map(({ scores }) => scores[controller][figure]);

export const percent = (fraction, digits = 2) => (100 * fraction).toFixed(digits);

/** A mean with its interval, in percent. */
export const percentInterval = ({ mean, low, high }, digits = 2) =>
	`${percent(mean, digits)} (${percent(low, digits)}-${percent(high, digits)})`;

/** By how many points first figures are above second ones of the same worlds, with the 95% interval of the paired difference. */
export function pointsAbove(first, second) {
	const { mean, low, high } = differenceInterval(first.map((value, world) => [value, second[world]]));
	return `${signed(mean)} (${signed(low)} to ${signed(high)})`;
}

const signed = (fraction) => `${fraction < 0 ? '' : '+'}${percent(fraction)}`;
