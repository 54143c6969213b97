import { mean } from 'simple-statistics';

import { OURS_BY_AMOUNTS, OURS_BY_BIDS, PEER_NAMES } from '../controllers/index.mjs';
import { HARDER_SCENARIOS, SCENARIOS, USUAL_CONDITIONS } from '../market/scenarios.mjs';
import { AGAINST_BEST_PEER, againstBestPeer } from './againstBestPeer.mjs';
import { figures, percent, pointsAbove } from './judgeWorlds.mjs';

const OURS = [OURS_BY_BIDS, OURS_BY_AMOUNTS];

/** The ordinary scenario that belongs to the small accounts. */
const SMALL = 'sparse';

/**
 * Small and volatile accounts, late decisions, and platforms that differ from the usual one: every row on its own, in no average.
 *
 * @param scenarios of HARDER_SCENARIOS
 * @param worlds from `judgeWorlds`, of these scenarios, and of the ordinary ones that they are compared with
 * @returns tables: this package against the best peers, and every controller
 */
export function harderAccounts(scenarios, worlds) {
	const conditions = { ...SCENARIOS, ...HARDER_SCENARIOS };
	const size = (scenario) => conditions[scenario].conversionsPerDay ?? USUAL_CONDITIONS.conversionsPerDay;
	const rows = [...scenarios, SMALL].sort((a, b) => size(a) - size(b));
	const because = (scenario) => `${scenario}: ${conditions[scenario].because}`;
	const shares = (scenario, name) =>
		figures(
			worlds.filter((world) => world.scenario === scenario),
			name,
			'shareOfOptimum',
		);
	const ranked = [...OURS, ...PEER_NAMES].sort(
		(a, b) => mean(rows.map((row) => mean(shares(row, b)))) - mean(rows.map((row) => mean(shares(row, a)))),
	);
	const besideBase = (scenario) =>
		OURS.map((name) => `${pointsAbove(shares(scenario, name), shares('base', name))} ${LEVERS[name]}`).join(' and ');
	const count = shares(SMALL, OURS_BY_BIDS).length;
	return [
		{
			title: 'Small and volatile accounts, late decisions, other platforms',
			note: `${count} worlds a row, not in the average above. ${AGAINST_BEST_PEER} In the same worlds, decisions at 20 past are ${besideBase('twentyPast')} above those on the hour, and a platform that follows amounts badly makes ${besideBase('clumsy')}. ${rows.map(because).join('; ')}.`,
			rows: againstBestPeer(rows, worlds),
		},
		{
			title: 'Every controller in these accounts',
			note: 'Mean share of the optimum in %, in the order of the mean of the rows above.',
			rows: [
				['controller', ...rows],
				...ranked.map((name) => [
					OURS.includes(name) ? `**${name}**` : name,
					...rows.map((row) => percent(mean(shares(row, name)))),
				]),
			],
		},
	];
}

const LEVERS = { [OURS_BY_BIDS]: 'points by bids', [OURS_BY_AMOUNTS]: 'by amounts' };
