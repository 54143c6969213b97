import { mean } from 'simple-statistics';

import { SIMPLE_STRATEGIES } from '../controllers/index.mjs';
import { SCENARIOS } from '../market/scenarios.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';
import { figures, judgeWorlds, percent, percentInterval } from './judgeWorlds.mjs';

/** The five simple strategies compared with those of GAELP of the same names, both followed by amounts. */
export async function otherStrategies({ quick, progress }) {
	const seeds = quick ? TUNING_SEEDS.slice(0, 1) : JUDGED_SEEDS.slice(0, 3);
	const scenarios = quick ? ['base'] : Object.keys(SCENARIOS);
	const theirs = (strategy) => `GAELP ${strategy}`;
	const names = SIMPLE_STRATEGIES.flatMap((strategy) => [
		strategy,
		theirs(strategy),
		`${theirs(strategy)}, reallocated`,
	]);
	const worlds = await judgeWorlds(scenarios, seeds, names, { progress });
	const share = (name) => figures(worlds, name, 'shareOfOptimum');
	return [
		{
			title: 'The other strategies',
			note: `${worlds.length} worlds, most of 60 conversions a day; % of perfect foresight. GAELP fixes its plan at midnight; "reallocated" includes its own reallocation after a change of 15%.`,
			rows: [
				['strategy', 'ours', 'GAELP', 'GAELP, reallocated', 'points gained'],
				...SIMPLE_STRATEGIES.map((strategy) => [
					strategy,
					percentInterval(meanInterval(share(strategy)), 1),
					percent(mean(share(theirs(strategy))), 1),
					percent(mean(share(`${theirs(strategy)}, reallocated`)), 1),
					percent(mean(share(strategy)) - mean(share(theirs(strategy))), 1),
				]),
			],
		},
	];
}
