import { max, mean, min } from 'simple-statistics';

import { OURS_BY_AMOUNTS, OURS_BY_BIDS, PEER_NAMES } from '../controllers/index.mjs';
import { ROBUSTNESS_SCENARIOS } from '../market/scenarios.mjs';
import { PEERS } from '../peers/index.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';
import { bestOf } from './againstBestPeer.mjs';
import { figures, judgeWorlds, percent, percentInterval, pointsAbove } from './judgeWorlds.mjs';

/** A market that violates the assumptions of the methods. */
export async function robustness({ quick, progress }) {
	const names = [OURS_BY_BIDS, OURS_BY_AMOUNTS, ...PEER_NAMES];
	const seeds = quick ? TUNING_SEEDS.slice(0, 1) : JUDGED_SEEDS.slice(0, 20);
	const worlds = await judgeWorlds(Object.keys(ROBUSTNESS_SCENARIOS), seeds, names, { progress });
	const share = (name) => figures(worlds, name, 'shareOfOptimum');
	const best = bestOf(worlds, PEERS);
	const ranked = names.sort((a, b) => mean(share(b)) - mean(share(a))).slice(0, 6);
	return [
		{
			title: 'Robustness: a market that violates the assumptions',
			note: `${worlds.length} worlds of 60 conversions a day: ${Object.values(ROBUSTNESS_SCENARIOS)
				.map(({ because }) => because)
				.join(
					'; ',
				)}. The best peer is ${best}; bid multipliers are ${pointsAbove(share(OURS_BY_BIDS), share(best))} points above it, paired by world. The six best.`,
			rows: [
				['controller', '% of the optimum', 'worst world', 'worst day over %'],
				...ranked.map((name) => [
					name,
					percentInterval(meanInterval(share(name))),
					percent(min(share(name)), 1),
					percent(max(figures(worlds, name, 'overspendWorstDay'))),
				]),
			],
		},
	];
}
