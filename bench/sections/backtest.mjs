import { mean } from 'simple-statistics';

import { inParallel } from '../inParallel.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { percent } from './judgeWorlds.mjs';

const tryHistory = new URL('../backtest/tryHistory.mjs', import.meta.url);

/** Histories per seed: coverage needs many intervals. */
const HISTORIES = 10;

/** Bins of the stated probability that the first policy is the best. */
const BINS = [
	[0, 0.5],
	[0.5, 0.8],
	[0.8, 1.01],
];

const covers = ({ low, high }, truth) => truth >= low && truth <= high;

/** Calibration of a backtest: coverage of its intervals, and the probability that its ranking is right. */
export async function backtest({ quick, progress }) {
	const seeds = (quick ? TUNING_SEEDS : JUDGED_SEEDS).flatMap((seed) =>
		Array.from({ length: HISTORIES }, (_, position) => ({ seed: seed * HISTORIES + position })),
	);
	const tries = await inParallel(tryHistory, seeds, { progress });
	const judged = tries.flatMap(({ policies }) => {
		const actual = policies.find(({ policy }) => policy === 'actual');
		const best = Math.max(...policies.map(({ truth }) => truth));
		return policies.map((one) => ({ ...one, actual, isBest: one.truth === best }));
	});
	const coverage = (list, intervalOf, truthOf) =>
		percent(mean(list.map((one) => (covers(intervalOf(one), truthOf(one)) ? 1 : 0))), 1);
	const strategies = judged.filter(({ policy }) => policy !== 'actual');
	const names = [...new Set(judged.map(({ policy }) => policy))].sort();
	const leaders = tries.map(({ policies }) => {
		const best = Math.max(...policies.map(({ truth }) => truth));
		return policies.reduce((a, b) => (b.probabilityBest > a.probabilityBest ? b : a), { probabilityBest: -1, best });
	});
	const bests = tries.map(({ policies }) => Math.max(...policies.map(({ truth }) => truth)));
	const bin = ([from, to]) => {
		const inside = leaders.flatMap((leader, position) =>
			leader.probabilityBest >= from && leader.probabilityBest < to
				? [{ ...leader, isBest: leader.truth === bests[position] }]
				: [],
		);
		return [
			`${percent(from, 0)} to ${percent(Math.min(1, to), 0)}`,
			String(inside.length),
			inside.length === 0 ? '-' : percent(mean(inside.map(({ probabilityBest }) => probabilityBest)), 1),
			inside.length === 0 ? '-' : percent(mean(inside.map(({ isBest }) => (isBest ? 1 : 0))), 1),
		];
	};
	return [
		{
			title: 'Backtest: intervals',
			note: `${tries.length} simulated histories of 30 days with known truth; coverage of the 80% intervals.`,
			rows: [
				['policy', 'value %', 'against the real allocation %'],
				...names.map((name) => {
					const own = judged.filter(({ policy }) => policy === name);
					return [
						name,
						coverage(
							own,
							({ value }) => value,
							({ truth }) => truth,
						),
						name === 'actual'
							? '-'
							: coverage(
									own,
									(one) => one.againstActual,
									({ truth, actual }) => truth - actual.truth,
								),
					];
				}),
				[
					'all',
					coverage(
						judged,
						({ value }) => value,
						({ truth }) => truth,
					),
					coverage(
						strategies,
						(one) => one.againstActual,
						({ truth, actual }) => truth - actual.truth,
					),
				],
			],
		},
		{
			title: 'Backtest: ranking',
			note: 'How often the policy ranked first is truly the best, by its stated probability.',
			rows: [['stated %', 'histories', 'stated on average %', 'true %'], ...BINS.map(bin)],
		},
	];
}
