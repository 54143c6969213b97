import { sum } from 'simple-statistics';

import { PERFECT_FORESIGHT, CONTROLLERS } from '../controllers/index.mjs';
import { dailyOptimum, flexibleOptimum } from './perfectForesight.mjs';
import { play } from './play.mjs';
import { score } from './score.mjs';
import { makeWorld } from './world.mjs';

/**
 * Simulates controllers in one world.
 *
 * @param task `{ scenario, seed, controllers, flexible }`, controllers by name; with a flexible budget they are still compared with
 *   perfect foresight with the same budget every day
 * @returns scores by controller, and with a flexible budget that of `PERFECT_FORESIGHT` with the same flexibility
 */
export default function judge({ scenario, seed, controllers, flexible = false }) {
	const world = makeWorld(scenario, seed);
	const optimum = dailyOptimum(world);
	const scores = controllers.map((name) => {
		const { make } = CONTROLLERS.find((controller) => controller.name === name);
		return [name, score(world, play(world, make, { flexible }), optimum)];
	});
	const value = (days) => sum(days.map((day) => day.value));
	const ceiling = flexible
		? [[PERFECT_FORESIGHT, { shareOfOptimum: value(flexibleOptimum(world)) / value(optimum) }]]
		: [];
	return Object.fromEntries([...scores, ...ceiling]);
}
