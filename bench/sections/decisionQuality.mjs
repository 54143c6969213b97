import { max, mean, min } from 'simple-statistics';

import { OURS_BY_AMOUNTS, OURS_BY_BIDS, PEER_NAMES } from '../controllers/index.mjs';
import { SCENARIOS } from '../market/scenarios.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';
import { figures, judgeWorlds, percent, percentInterval } from './judgeWorlds.mjs';

const OURS = [OURS_BY_BIDS, OURS_BY_AMOUNTS];

/** Results of controllers in % of perfect foresight, in worlds that nothing was tuned on. */
export async function decisionQuality({ quick, progress }) {
	const seeds = quick ? TUNING_SEEDS.slice(0, 1) : JUDGED_SEEDS;
	const scenarios = quick ? ['base', 'sparse', 'daypart', 'shift'] : Object.keys(SCENARIOS);
	const worlds = await judgeWorlds(scenarios, seeds, [...OURS, ...PEER_NAMES], { progress });
	return [overall(worlds), byScenario(scenarios, worlds)];
}

function overall(worlds) {
	const share = (name) => figures(worlds, name, 'shareOfOptimum');
	const bestPeer = worlds.map(({ scores }) =>
		max(PEER_NAMES.filter((name) => keepsBudget(scores[name])).map((name) => scores[name].shareOfOptimum)),
	);
	const wins = (name) => mean(share(name).map((value, world) => (value > bestPeer[world] ? 1 : 0)));
	const ranked = [...OURS, ...PEER_NAMES].sort((a, b) => mean(share(b)) - mean(share(a)));
	return {
		title: 'Decision quality',
		note: `${worlds.length} worlds of 28 days of history and 14 judged days, 24 decisions a day. 100% is perfect foresight: every realised hour is known, with the same daily budget. Intervals are 95%, by bootstrap over worlds. "best" is the share of worlds in which this package did better than every peer that kept the budget there, with no day more than 1% above it.`,
		rows: [
			['controller', '% of the optimum', 'worst world', 'best', 'overspend %', 'worst day %'],
			...ranked.map((name) => [
				OURS.includes(name) ? `**${name}**` : name,
				percentInterval(meanInterval(share(name))),
				percent(min(share(name)), 1),
				OURS.includes(name) ? `${percent(wins(name), 1)}%` : '',
				percent(mean(figures(worlds, name, 'overspendMean')), 3),
				percent(max(figures(worlds, name, 'overspendWorstDay'))),
			]),
		],
		bars: ranked.map((name) => ({ name, value: 100 * mean(share(name)), ours: OURS.includes(name) })),
	};
}

/** Overspending buys results: maximum overspend of a day for a peer to qualify. */
const keepsBudget = ({ overspendWorstDay }) => overspendWorstDay <= 0.01;

/** This package and the best peer in each scenario. */
function byScenario(scenarios, worlds) {
	const share = (list, name) => mean(figures(list, name, 'shareOfOptimum'));
	return {
		title: 'By scenario',
		note: 'Mean share of the optimum in %. The best peer of a scenario is chosen among those that keep the budget in all its worlds.',
		rows: [
			['scenario', 'bid multiplier', 'amounts only', 'best peer', 'its name'],
			...scenarios.map((scenario) => {
				const inScenario = worlds.filter((world) => world.scenario === scenario);
				const fair = PEER_NAMES.filter((name) => inScenario.every(({ scores }) => keepsBudget(scores[name])));
				const best = fair.reduce((a, b) => (share(inScenario, b) > share(inScenario, a) ? b : a));
				return [
					scenario,
					...[OURS_BY_BIDS, OURS_BY_AMOUNTS, best].map((name) => percent(share(inScenario, name))),
					best,
				];
			}),
		],
	};
}
