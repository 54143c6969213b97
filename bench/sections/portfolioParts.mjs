import { mean } from 'simple-statistics';

import { PORTFOLIO_PARTS } from '../ablations/portfolioParts.mjs';
import { withVariants } from '../ablations/withVariants.mjs';
import { inParallel } from '../inParallel.mjs';
import { CORE } from '../portfolio/play.mjs';
import { QUICK_ACCOUNTS, TUNING_ACCOUNTS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';
import { percent } from './judgeWorlds.mjs';

const play = new URL('../portfolio/play.mjs', import.meta.url);

/** What splits lose when a part of the method is taken out. Parts are chosen by this, so on accounts that nothing is judged on. */
export async function portfolioParts({ quick, progress }) {
	const parts = quick ? PORTFOLIO_PARTS.slice(0, 1) : PORTFOLIO_PARTS;
	const accounts = quick ? QUICK_ACCOUNTS : TUNING_ACCOUNTS;
	const tasks = accounts.map((seed) => ({ seed, controller: CORE }));
	const [whole, ...without] = await withVariants(
		[{}, ...parts],
		async (options) => await inParallel(play, tasks, options),
		progress,
	);
	const mean84 = (scores) => mean(scores.map((score) => score.whole));
	return [
		{
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
		},
	];
}

const pointsLost = ({ mean: points, low, high }) => `${percent(points)} (${percent(low)} to ${percent(high)})`;
