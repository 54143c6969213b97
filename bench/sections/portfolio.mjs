import { mean, min } from 'simple-statistics';

import { inParallel } from '../inParallel.mjs';
import { CONTROLLERS, CORE } from '../portfolio/play.mjs';
import { JUDGED_ACCOUNTS, QUICK_ACCOUNTS } from '../seeds.mjs';
import { meanInterval, ratioInterval } from '../statistics.mjs';
import { percent, percentInterval } from './judgeWorlds.mjs';

const play = new URL('../portfolio/play.mjs', import.meta.url);

/** Money over campaigns with unknown, drifting responses: share of what the best split with all curves known would bring. */
export async function portfolio({ quick, progress }) {
	const seeds = quick ? QUICK_ACCOUNTS : JUDGED_ACCOUNTS;
	const tasks = CONTROLLERS.flatMap((controller) => seeds.map((seed) => ({ seed, controller })));
	const results = await inParallel(play, tasks, { progress });
	const of = (controller, figure) =>
		results.filter((_, task) => tasks[task].controller === controller).map((score) => score[figure]);
	const peers = CONTROLLERS.filter((name) => name !== CORE);
	const best = peers.reduce((a, b) => (mean(of(b, 'whole')) > mean(of(a, 'whole')) ? b : a));
	const regrets = (controller) => of(controller, 'whole').map((share) => 1 - share);
	const peerRegrets = regrets(best);
	const { ratio, low, high } = ratioInterval(regrets(CORE).map((regret, world) => [regret, peerRegrets[world]]));
	const ahead = of(CORE, 'whole').filter((share, world) =>
		peers.every((peer) => share > of(peer, 'whole')[world]),
	).length;
	return [
		{
			title: 'Money over campaigns',
			note:
				`${seeds.length} budgets of 3 to 20 campaigns, 84 days; % of the expected results of the best split with all curves known. ` +
				`The regret of ${CORE} is ${ratio.toFixed(3)} of that of the best peer, ${best} (95% interval ${low.toFixed(2)} to ${high.toFixed(2)}); it is ahead of every peer in ${ahead} of ${seeds.length} worlds.`,
			rows: [
				['', 'all days', 'first 14 days', 'after', 'worst world'],
				...CONTROLLERS.map((name) => [
					name,
					percentInterval(meanInterval(of(name, 'whole'))),
					percent(mean(of(name, 'cold'))),
					percent(mean(of(name, 'after'))),
					percent(min(of(name, 'whole')), 1),
				]),
			],
		},
	];
}
