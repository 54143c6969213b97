import { mean } from 'simple-statistics';

import { inParallel } from '../inParallel.mjs';
import { OURS, REMAINING } from '../loop/controllers.mjs';
import { OTHER_ASSUMPTIONS } from '../loop/otherAssumptions.mjs';
import { interval } from '../loop/percent.mjs';
import { JUDGED_MONTHS, TUNING_MONTHS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';

const play = new URL('../loop/play.mjs', import.meta.url);

/** Accounts of one campaign that its budget limits, by their column. */
const SCENARIOS = { 'manual bids': 'one-limited-manual', 'smart bidding': 'one-limited-smart' };

/** How results of the closed loop hang on what the sandbox account assumes: the same months with other figures. */
export async function assumptions({ quick, progress }) {
	const seeds = quick ? TUNING_MONTHS.slice(0, 1) : JUDGED_MONTHS;
	const others = quick ? OTHER_ASSUMPTIONS.slice(1, 2) : OTHER_ASSUMPTIONS;
	const tasks = others.flatMap(({ label, changed }) =>
		Object.values(SCENARIOS).flatMap((scenario) =>
			[OURS, REMAINING].flatMap((controller) =>
				seeds.map((month) => ({ ...month, label, scenario, controller, assumptions: changed })),
			),
		),
	);
	const played = await inParallel(play, tasks, { progress });
	const monthsOf = (label, scenario, controller) =>
		played
			.filter(
				(_, at) => tasks[at].label === label && tasks[at].scenario === scenario && tasks[at].controller === controller,
			)
			.map(({ months }) => months[0]);
	const cells = (label, scenario) => {
		const [ours, rule] = [OURS, REMAINING].map((controller) => monthsOf(label, scenario, controller));
		const above = ours.map(({ conversions }, seed) => conversions / rule[seed].conversions - 1);
		return [interval(meanInterval(above)), `${deviation(ours)} (${deviation(rule)})`];
	};
	return [
		{
			title: 'Closed loop: other assumptions',
			note: `First months of one campaign that could spend twice its budget in the sandbox account, ${seeds.length} seeds a row, a decision an hour at 20 past: expected conversions of this package above those of rule b (remaining / days left, once a day) in %, with 95% intervals over seeds, and the mean absolute deviation from the amount of the month in %, that of rule b in brackets. Each row changes one of the assumptions of sandbox/README.md, for history and month alike.`,
			rows: [
				['', ...Object.keys(SCENARIOS).flatMap((name) => [`${name}: above b`, `${name}: deviation`])],
				...others.map(({ label }) => [
					label,
					...Object.values(SCENARIOS).flatMap((scenario) => cells(label, scenario)),
				]),
			],
		},
	];
}

const deviation = (months) => (100 * mean(months.map((month) => Math.abs(month.deviation)))).toFixed(2);
