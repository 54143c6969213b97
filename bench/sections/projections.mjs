import { mean } from 'simple-statistics';

import { inParallel } from '../inParallel.mjs';
import { HOURS } from '../loop/playProjections.mjs';
import { ROWS } from '../loop/rows.mjs';
import { JUDGED_MONTHS, TUNING_MONTHS } from '../seeds.mjs';
import { percent } from './judgeWorlds.mjs';

const play = new URL('../loop/playProjections.mjs', import.meta.url);

/** Situations of the closed loop in which reports come as the sandbox's platforms send them. */
const SITUATIONS = [
	'one-limited-manual',
	'one-limited-smart',
	'demand-equal',
	'demand-below',
	'three-campaigns',
	'runaway',
	'small-3',
];

/** What is projected of days and months that this package paces, at 20 past, with hours that are not fully reported yet. */
export async function projections({ quick, progress }) {
	const months = quick ? TUNING_MONTHS.slice(0, 1) : JUDGED_MONTHS;
	const rows = ROWS.filter(({ scenario }) => SITUATIONS.slice(0, quick ? 1 : undefined).includes(scenario));
	const tasks = rows.flatMap(({ scenario, platform }, row) =>
		months.map((own) => ({ scenario, platform, row, ...own })),
	);
	const results = await inParallel(play, tasks, { progress });
	const saidOf = (row) => results.flatMap((said, task) => (tasks[task].row === row ? said : []));
	return [
		{
			title: 'Projections of days and months that are paced',
			note:
				`${months.length} months a situation in the sandbox, daily budgets set by this package at 20 past, when the last hour shows 70% of its spend and the one before 95%. Error: the mean of |projected / spent - 1|, ` +
				'in brackets that of the daily budgets in force, until midnight or on every day left. Coverage: how often the 80% interval held what was spent.',
			rows: [
				['', ...HOURS.flatMap((hour) => [`day at ${hour}:20`, 'coverage']), 'month', 'coverage'],
				...rows.map(({ label }, row) => [
					label,
					...HOURS.flatMap((hour) =>
						errorAndCoverage(
							saidOf(row)
								.filter((one) => one.hour === hour)
								.map(({ day }) => day),
						),
					),
					...errorAndCoverage(saidOf(row).map(({ month }) => month)),
				]),
			],
		},
	];
}

function errorAndCoverage(said) {
	const error = (valueOf) => mean(said.map((one) => Math.abs(valueOf(one) / one.truth - 1)));
	const held = said.filter(({ projected: { low, high }, truth }) => low <= truth && truth <= high);
	return [
		`${percent(
			error(({ projected }) => projected.mean),
			1,
		)}% (${percent(
			error(({ inForce }) => inForce),
			1,
		)}%)`,
		`${percent(held.length / said.length, 0)}%`,
	];
}
