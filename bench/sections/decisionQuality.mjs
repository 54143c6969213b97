import { max, mean, min } from 'simple-statistics';

import { OURS_BY_AMOUNTS, OURS_BY_BIDS, PEER_NAMES } from '../controllers/index.mjs';
import { HARDER_SCENARIOS, SCENARIOS } from '../market/scenarios.mjs';
import { PEERS, PEERS_IN_WORDS } from '../peers/index.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';
import { AGAINST_BEST_PEER, againstBestPeer, bestOf } from './againstBestPeer.mjs';
import { harderAccounts } from './harderAccounts.mjs';
import { figures, judgeWorlds, percent, percentInterval, pointsAbove } from './judgeWorlds.mjs';

const OURS = [OURS_BY_BIDS, OURS_BY_AMOUNTS];

/** Results of controllers in % of perfect foresight, in worlds that nothing was tuned on. */
export async function decisionQuality({ quick, progress }) {
	const seeds = quick ? TUNING_SEEDS.slice(0, 1) : JUDGED_SEEDS;
	const ordinary = quick ? ['base', 'sparse', 'daypart', 'shift'] : Object.keys(SCENARIOS);
	const harder = quick ? ['single', 'twentyPast', 'clumsy'] : Object.keys(HARDER_SCENARIOS);
	const worlds = await judgeWorlds([...ordinary, ...harder], seeds, [...OURS, ...PEER_NAMES], { progress });
	const ofOrdinary = worlds.filter(({ scenario }) => ordinary.includes(scenario));
	return [overall(ofOrdinary), byScenario(ordinary, ofOrdinary), ...harderAccounts(harder, worlds)];
}

function overall(worlds) {
	const share = (name) => figures(worlds, name, 'shareOfOptimum');
	const bestPeer = worlds.map(({ scores }) =>
		max(PEER_NAMES.filter((name) => keepsBudget(scores[name])).map((name) => scores[name].shareOfOptimum)),
	);
	const wins = (name) => mean(share(name).map((value, world) => (value > bestPeer[world] ? 1 : 0)));
	const ranked = [...OURS, ...PEER_NAMES].sort((a, b) => mean(share(b)) - mean(share(a)));
	const best = bestOf(worlds, PEERS);
	return {
		title: 'Decision quality',
		note: `${worlds.length} worlds of 28 days of history and 14 judged days: accounts of about 60 conversions a day (one scenario has 8, one 150, one 400), whose price level differs by 8% from hour to hour, with hourly reports and decisions on the hour. Smaller and more volatile accounts and other cadences have tables of their own. 100% is perfect foresight: every realised hour is known, with the same daily budget. Peers are ${PEERS_IN_WORDS}. The best of them that overspends by 0.3% at most is ${best}; in points, paired by world, bid multipliers are ${pointsAbove(share(OURS_BY_BIDS), share(best))} and amounts ${pointsAbove(share(OURS_BY_AMOUNTS), share(best))} above it. Intervals are 95%, by bootstrap over worlds. "best" is the share of worlds in which this package did better than every peer that kept the budget there, with no day more than 1% above it.`,
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

const byScenario = (scenarios, worlds) => ({
	title: 'By scenario',
	note: AGAINST_BEST_PEER,
	rows: againstBestPeer(scenarios, worlds),
});
