import { PORTFOLIO_PARTS } from '../ablations/portfolioParts.mjs';
import { withVariants } from '../ablations/withVariants.mjs';
import { inParallel } from '../inParallel.mjs';
import { CORE } from '../portfolio/play.mjs';
import { HARD_TUNING_ACCOUNTS, QUICK_ACCOUNTS, TUNING_ACCOUNTS } from '../seeds.mjs';
import { differenceInterval, meanInterval, worstMean } from '../statistics.mjs';
import { percent } from './judgeWorlds.mjs';

const play = new URL('../portfolio/play.mjs', import.meta.url);

/** Ablation of the split over campaigns. Parts are chosen by this, hence on accounts that are not used for judging. */
export async function portfolioParts({ quick, progress }) {
	const parts = quick ? PORTFOLIO_PARTS.slice(0, 1) : PORTFOLIO_PARTS;
	const ordinary = quick ? QUICK_ACCOUNTS : TUNING_ACCOUNTS;
	const hard = quick ? HARD_TUNING_ACCOUNTS.slice(0, 4) : HARD_TUNING_ACCOUNTS;
	const tasks = [
		...ordinary.map((seed) => ({ seed, controller: CORE })),
		...hard.map((seed) => ({ seed, isHard: true, controller: CORE })),
	];
	const [whole, ...without] = await withVariants(
		[{}, ...parts],
		async (options) => (await inParallel(play, tasks, options)).map((score) => score.whole),
		progress,
	);
	const ofOrdinary = (scores) => scores.slice(0, ordinary.length);
	const ofHard = (scores) => scores.slice(ordinary.length);
	const points = ({ mean, low, high }) => `${percent(mean)} (${percent(low)} to ${percent(high)})`;
	const lost = (scores, statistic) => points(meanLoss(ofOrdinary(whole), ofOrdinary(scores), statistic));
	return [
		{
			title: 'Budgets over campaigns: contribution of each part',
			note:
				`Points of the optimum that are lost when a part is replaced, in ${ordinary.length} other budgets and ${hard.length} hard ones, used for choosing parts; with all parts they reach ${percent(meanInterval(ofOrdinary(whole)).mean)}% and ${percent(meanInterval(ofHard(whole)).mean)}%. ` +
				'In brackets the 95% interval of the paired difference.',
			rows: [
				['part', 'instead', 'mean', 'worst 5%', 'hard accounts'],
				...parts.map(({ part, instead }, position) => [
					part,
					instead,
					lost(without[position]),
					lost(without[position], worstMean),
					points(meanLoss(ofHard(whole), ofHard(without[position]))),
				]),
			],
		},
	];
}

const meanLoss = (whole, without, statistic) =>
	differenceInterval(
		whole.map((share, account) => [share, without[account]]),
		statistic,
	);
