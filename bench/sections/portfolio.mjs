import { mean, min } from 'simple-statistics';

import { PORTFOLIO_PARTS } from '../ablations/portfolioParts.mjs';
import { withVariants } from '../ablations/withVariants.mjs';
import { inParallel } from '../inParallel.mjs';
import { CONTROLLERS, CORE } from '../portfolio/play.mjs';
import { JUDGED_ACCOUNTS, TUNING_ACCOUNTS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';
import { percent, percentInterval } from './judgeWorlds.mjs';

const play = new URL('../portfolio/play.mjs', import.meta.url);

/** Money over campaigns with unknown, drifting responses: share of what the best split with all curves known would bring. */
export async function portfolio({ quick, progress }) {
	const seeds = quick ? TUNING_ACCOUNTS.slice(0, QUICK_ACCOUNTS) : JUDGED_ACCOUNTS;
	const tasks = CONTROLLERS.flatMap((controller) => seeds.map((seed) => ({ seed, controller })));
	const results = await inParallel(play, tasks, { progress: (share) => progress(share / 2) });
	const of = (controller, figure) =>
		results.filter((_, task) => tasks[task].controller === controller).map((score) => score[figure]);
	const peers = CONTROLLERS.filter((name) => name !== CORE);
	const best = peers.reduce((a, b) => (mean(of(b, 'whole')) > mean(of(a, 'whole')) ? b : a));
	const regret = (controller) => 1 - mean(of(controller, 'whole'));
	const ahead = of(CORE, 'whole').filter((share, world) =>
		peers.every((peer) => share > of(peer, 'whole')[world]),
	).length;
	return [
		{
			title: 'Money over campaigns',
			note:
				`${seeds.length} budgets of 3 to 20 campaigns, 84 days; % of the expected results of the best split with all curves known. ` +
				`The regret of ${CORE} is ${(regret(CORE) / regret(best)).toFixed(2)} of that of the best peer, ${best}; it is ahead of every peer in ${ahead} of ${seeds.length} worlds.`,
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
		await worthOfParts(quick, (share) => progress((1 + share) / 2)),
	];
}

const QUICK_ACCOUNTS = 6;

/** What splits lose when a part of the method is taken out. Parts are chosen by this, so on accounts that nothing is judged on. */
async function worthOfParts(quick, progress) {
	const parts = quick ? PORTFOLIO_PARTS.slice(0, 1) : PORTFOLIO_PARTS;
	const accounts = quick ? TUNING_ACCOUNTS.slice(0, QUICK_ACCOUNTS) : TUNING_ACCOUNTS;
	const tasks = accounts.map((seed) => ({ seed, controller: CORE }));
	const [whole, ...without] = await withVariants(
		[{ edits: [] }, ...parts],
		async (options) => await inParallel(play, tasks, options),
		progress,
	);
	const mean84 = (scores) => mean(scores.map((score) => score.whole));
	return {
		title: 'Money over campaigns: what each part is worth',
		note:
			`Points of the optimum that are lost when a part is replaced, in ${tasks.length} other budgets, on which parts were chosen; with all parts they reach ${percent(mean84(whole))}%. ` +
			'In brackets the 95% interval of the difference.',
		rows: [
			['part', 'instead', 'points'],
			...parts.map(({ part, instead }, position) => [
				part,
				instead,
				pointsLost(meanInterval(whole.map((score, account) => score.whole - without[position][account].whole))),
			]),
		],
	};
}

const pointsLost = ({ mean: points, low, high }) => `${percent(points)} (${percent(low)} to ${percent(high)})`;
