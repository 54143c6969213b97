import { sum } from 'simple-statistics';

import { CLAIRVOYANT, CONTROLLERS } from '../controllers/index.mjs';
import { dailyOptimum, flexibleOptimum } from './clairvoyant.mjs';
import { play } from './play.mjs';
import { score } from './score.mjs';
import { makeWorld } from './world.mjs';

/**
 * Plays some controllers through one world.
 *
 * @param task `{ scenario, seed, controllers, flexible }`, controllers by name; with a flexible budget they are still held against
 *   the clairvoyant that has to spend the same every day
 * @returns scores by controller, and with a flexible budget that of the `CLAIRVOYANT` with the same freedom
 */
export default function judge({ scenario, seed, controllers, flexible = false }) {
	const world = makeWorld(scenario, seed);
	const optimum = dailyOptimum(world);
	const scores = controllers.map((name) => {
		const { make } = CONTROLLERS.find((controller) => controller.name === name);
		return [name, score(world, play(world, make, { flexible }), optimum)];
	});
	const value = (days) => sum(days.map((day) => day.value));
	const ceiling = flexible ? [[CLAIRVOYANT, { shareOfOptimum: value(flexibleOptimum(world)) / value(optimum) }]] : [];
	return Object.fromEntries([...scores, ...ceiling]);
}
