import { mean } from 'simple-statistics';

import { inParallel } from '../inParallel.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { percent } from './judgeWorlds.mjs';

const tryMarket = new URL('../mix/tryMarket.mjs', import.meta.url);

/** Markets for every seed: an interval is right or wrong, and it takes many to see how often. */
const MARKETS = 2;

/** Chance of a sudden week, by kind of market. */
const KINDS = { 'plain noise': 0, 'with sudden weeks': 1 / 30 };

const holds = ({ low, high, truth }) => truth >= low && truth <= high;

const shareOf = (list, isTrue) =>
	list.length === 0 ? '-' : percent(mean(list.map((one) => (isTrue(one) ? 1 : 0))), 0);

/** (figures) of markets of one kind, in the order of `FIGURES`. */
function judge(markets) {
	const brought = markets.flatMap((market) => market.brought);
	const next = markets.flatMap((market) => market.next);
	const gains = markets.map(({ gain }) => gain);
	const told = next.filter(({ identified }) => identified);
	const foreseen = markets.filter(({ isForeseenBetter }) => isForeseenBetter !== null);
	return [
		shareOf(brought, holds),
		shareOf(next, holds),
		shareOf(next, ({ identified }) => identified),
		shareOf(told, holds),
		shareOf(gains, holds),
		shareOf(gains, ({ truth }) => truth > 0),
		percent(mean(markets.map(({ probabilityBetter }) => probabilityBetter)), 0),
		percent(mean(gains.map(({ truth }) => truth)) / mean(gains.map((gain) => gain.mean)), 0),
		shareOf(foreseen, ({ isForeseenBetter }) => isForeseenBetter),
	];
}

const FIGURES = [
	'80% intervals of what channels brought hold the truth',
	'80% intervals of what the next money brings hold it',
	'channels said to be identified',
	'80% intervals of what their next money brings hold it',
	'80% intervals of the gain of the proposed split hold it',
	'the proposed split really brings more',
	'the same as stated, on average',
	'real gain, of the expected one',
	'unseen periods are foreseen better with the channels than without',
];

/** Whether what a mix says of channels holds in markets whose truth is known, and whether its split really brings more. */
export async function mix({ quick, progress }) {
	const seeds = quick
		? TUNING_SEEDS
		: JUDGED_SEEDS.flatMap((seed) => Array.from({ length: MARKETS }, (_, position) => seed * MARKETS + position));
	const tasks = Object.values(KINDS).flatMap((spikes) => seeds.map((seed) => ({ seed, spikes })));
	const markets = await inParallel(tryMarket, tasks, { progress });
	const kinds = Object.values(KINDS).map((spikes) =>
		judge(markets.filter((_, position) => tasks[position].spikes === spikes)),
	);
	return [
		{
			title: 'What each channel brings',
			note:
				`${Object.keys(KINDS).length} x ${seeds.length} simulated markets of 156 weeks and four channels whose truth is known, ` +
				'without and with a sudden week in thirty; all figures in percent.',
			rows: [
				['', ...Object.keys(KINDS)],
				...FIGURES.map((figure, position) => [figure, ...kinds.map((figures) => figures[position])]),
			],
		},
	];
}
