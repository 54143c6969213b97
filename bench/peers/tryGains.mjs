import { mean } from 'simple-statistics';

import { dailyOptimum } from '../market/perfectForesight.mjs';
import { play } from '../market/play.mjs';
import { score } from '../market/score.mjs';
import { makeWorld } from '../market/world.mjs';
import { TUNABLE } from './tunable.mjs';

const made = new Map();

function worldOf({ scenario, seed }) {
	const key = `${scenario}/${seed}`;
	if (!made.has(key)) {
		const world = makeWorld(scenario, seed);
		made.set(key, { world, optimum: dailyOptimum(world) });
	}
	return made.get(key);
}

/**
 * Plays a law with some gains in worlds.
 *
 * @param task `law`, a name in TUNABLE, its `gains`, and `worlds`, each `{ scenario, seed }`
 * @returns mean share of the optimum less what was overspent, because overspending buys results
 */
export default function tryGains({ law, gains, worlds }) {
	return mean(
		worlds.map((each) => {
			const { world, optimum } = worldOf(each);
			const { shareOfOptimum, overspendMean } = score(world, play(world, TUNABLE[law].law(gains)), optimum);
			return shareOfOptimum - overspendMean;
		}),
	);
}
