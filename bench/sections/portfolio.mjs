import { mean, min } from 'simple-statistics';

import { inParallel } from '../inParallel.mjs';
import { CONTROLLERS, CORE } from '../portfolio/play.mjs';
import { HARD_JUDGED_ACCOUNTS, HARD_TUNING_ACCOUNTS, JUDGED_ACCOUNTS, QUICK_ACCOUNTS } from '../seeds.mjs';
import { meanInterval, ratioInterval, worstMean } from '../statistics.mjs';
import { percent, percentInterval, pointsAbove } from './judgeWorlds.mjs';

const play = new URL('../portfolio/play.mjs', import.meta.url);

/** Budgets over campaigns with unknown, drifting responses, in % of the best split with all curves known. */
export async function portfolio({ quick, progress }) {
	const ordinary = quick ? QUICK_ACCOUNTS : JUDGED_ACCOUNTS;
	const hard = quick ? HARD_TUNING_ACCOUNTS.slice(0, 4) : HARD_JUDGED_ACCOUNTS;
	const accounts = [
		...ordinary.map((seed) => ({ seed, isHard: false })),
		...hard.map((seed) => ({ seed, isHard: true })),
	];
	const tasks = CONTROLLERS.flatMap((controller) => accounts.map((account) => ({ ...account, controller })));
	const results = await inParallel(play, tasks, { progress });
	const scoresOf = (controller, isHard) =>
		results.filter((_, task) => tasks[task].controller === controller && tasks[task].isHard === isHard);
	const of = (controller, figure) => scoresOf(controller, false).map((score) => score[figure]);
	const ofHard = (controller) => scoresOf(controller, true).map(({ whole }) => whole);
	const peers = CONTROLLERS.filter((name) => name !== CORE);
	const best = peers.reduce((a, b) => (mean(of(b, 'whole')) > mean(of(a, 'whole')) ? b : a));
	const regrets = (controller) => of(controller, 'whole').map((share) => 1 - share);
	const peerRegrets = regrets(best);
	const { ratio, low, high } = ratioInterval(regrets(CORE).map((regret, world) => [regret, peerRegrets[world]]));
	const ahead = of(CORE, 'whole').filter((share, world) =>
		peers.every((peer) => share > of(peer, 'whole')[world]),
	).length;
	const ofAll = (controller) => [...of(controller, 'whole'), ...ofHard(controller)];
	const below = ofAll(CORE).filter((share, world) => share < ofAll('equal split')[world] - 0.01).length;
	return [
		{
			title: 'Budgets over campaigns',
			note:
				`${ordinary.length} budgets of 3 to 20 campaigns, together about 100 results a day, 84 days of one split each; % of the expected results of the best split with all curves known. ` +
				`All controllers live through the same days, drift and noise, and differences are paired by account, with 95% intervals. This package is ${pointsAbove(of(CORE, 'whole'), of(best, 'whole'))} points above the best peer, ${best}, and ${pointsAbove(ofHard(CORE), ofHard(best))} in hard accounts. ` +
				`Its regret is ${ratio.toFixed(3)} of that peer's (95% interval ${low.toFixed(2)} to ${high.toFixed(2)}); it is ahead of every peer in ${ahead} of ${ordinary.length} accounts, and more than a point below an equal split in ${below} of all ${accounts.length}. ` +
				`In ${hard.length} hard accounts, an S-shaped campaign should get a third of the budget or more and starts with less than 5%.`,
			rows: [
				[
					'',
					'all days',
					`${CORE} above it`,
					'first 14 days',
					'after',
					'worst 5%',
					'worst',
					'hard accounts',
					'worst of them',
				],
				...CONTROLLERS.map((name) => [
					name,
					percentInterval(meanInterval(of(name, 'whole'))),
					name === CORE ? '' : pointsAbove(of(CORE, 'whole'), of(name, 'whole')),
					percent(mean(of(name, 'cold'))),
					percent(mean(of(name, 'after'))),
					percent(worstMean(of(name, 'whole')), 1),
					percent(min(of(name, 'whole')), 1),
					percentInterval(meanInterval(ofHard(name)), 1),
					percent(min(ofHard(name)), 1),
				]),
			],
		},
	];
}
