import { sum } from 'simple-statistics';

import { DAY_AMOUNT, FIRST_DAYS, JUDGED_DAYS, portfolioWorld } from './world.mjs';
import { core } from './core.mjs';
import { PEERS } from './peers.mjs';

export const CORE = 'this package';

/** Number of judged days that count as cold start. */
const COLD_DAYS = 14;

const makers = { [CORE]: core, ...PEERS };

export const CONTROLLERS = Object.keys(makers);

/**
 * Simulates one controller in a world.
 *
 * @returns expected results over those of the best split with all curves known: of all judged days, the cold start, and the days after it
 */
export default function play({ seed, isHard = false, controller }) {
	const world = portfolioWorld(seed, isHard);
	const decider = makers[controller]({ dayAmount: DAY_AMOUNT, seed });
	/** (campaigns) full days, in order. */
	const history = [];
	const shares = [];
	for (let day = 0; day < FIRST_DAYS + JUDGED_DAYS; day++) {
		const { running, firstSplit, optimum } = world.open(day);
		for (const id of running) history[id] ??= [];
		const amounts =
			day < FIRST_DAYS
				? firstSplit
				: decider.decide({ day, running, firstSplit, history: running.map((id) => history[id]) });
		if (Math.abs(sum(amounts) - DAY_AMOUNT) > 0.01 || Math.min(...amounts) < 0)
			throw new Error(`${controller} splits ${sum(amounts)}`);
		const expected = (split) => sum(running.map((id, position) => world.expected(id, split[position])));
		if (day >= FIRST_DAYS) shares.push(expected(amounts) / expected(optimum));
		const hours = world.deliver(day, running, amounts);
		running.forEach((id, position) => {
			const conversions = sum(hours[position].map((hour) => hour.conversions));
			history[id].push({ day, spend: amounts[position], conversions });
		});
		decider.observe?.({ day, running, hours });
	}
	const average = (days) => sum(days) / days.length;
	return { whole: average(shares), cold: average(shares.slice(0, COLD_DAYS)), after: average(shares.slice(COLD_DAYS)) };
}
