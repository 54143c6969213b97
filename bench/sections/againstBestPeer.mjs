import { mean } from 'simple-statistics';

import { OURS_BY_AMOUNTS, OURS_BY_BIDS } from '../controllers/index.mjs';
import { PEERS } from '../peers/index.mjs';
import { figures, percent, pointsAbove } from './judgeWorlds.mjs';

/** Overspending buys results: what a peer may overspend on average, as a fraction of budgets, to count. Small accounts stop late by a part of a click. */
const MAX_OVERSPEND = 0.003;

/** What the rows of `againstBestPeer` show. */
export const AGAINST_BEST_PEER =
	'Mean share of the optimum in %, and spend in % of what the optimum spends. The best peer of a row is chosen in its own worlds, among those that overspend by 0.3% at most, once among all and once among those that decide amounts; differences are in points, paired by world, with 95% intervals.';

/**
 * This package and the best peers in the worlds of each scenario, by both levers.
 *
 * @param worlds from `judgeWorlds`, of these scenarios and maybe others
 * @returns rows of a table, its head first
 */
export const againstBestPeer = (scenarios, worlds) => [
	[
		'scenario',
		'bid multiplier',
		'spend',
		'best peer',
		'its name',
		'bids above it',
		'amounts only',
		'spend',
		'best peer by amounts',
		'its name',
		'amounts above it',
	],
	...scenarios.map((scenario) => {
		const inScenario = worlds.filter((world) => world.scenario === scenario);
		return [
			scenario,
			...besidePeer(inScenario, OURS_BY_BIDS, PEERS),
			...besidePeer(
				inScenario,
				OURS_BY_AMOUNTS,
				PEERS.filter(({ lever }) => lever === 'amounts'),
			),
		];
	}),
];

function besidePeer(worlds, ours, peers) {
	const best = bestOf(worlds, peers);
	return [
		percent(mean(figures(worlds, ours, 'shareOfOptimum'))),
		percent(mean(figures(worlds, ours, 'shareOfSpend')), 1),
		percent(mean(figures(worlds, best, 'shareOfOptimum'))),
		best,
		pointsAbove(figures(worlds, ours, 'shareOfOptimum'), figures(worlds, best, 'shareOfOptimum')),
	];
}

/** The name of the peer with the highest mean share of the optimum in worlds, among those that keep their budgets. */
export function bestOf(worlds, peers) {
	const names = peers
		.map(({ name }) => name)
		.filter((name) => mean(figures(worlds, name, 'overspendMean')) <= MAX_OVERSPEND);
	const share = (name) => mean(figures(worlds, name, 'shareOfOptimum'));
	return names.reduce((a, b) => (share(b) > share(a) ? b : a));
}
