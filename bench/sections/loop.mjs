import { max, mean } from 'simple-statistics';

import { CONTROLLERS, OURS, REMAINING, UNTOUCHED } from '../loop/controllers.mjs';
import { interval, percent } from '../loop/percent.mjs';
import { QUICK_ROWS, ROWS } from '../loop/rows.mjs';
import { twoPanels } from '../loop/twoPanels.mjs';
import { inParallel } from '../inParallel.mjs';
import { JUDGED_MONTHS, TUNING_MONTHS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';

const play = new URL('../loop/play.mjs', import.meta.url);

const DAY_MS = 86_400_000;

/** Months in the sandbox: ours beside simple rules on the same account, with the same demand and the same faults. */
export async function loop({ quick, progress }) {
	const seeds = quick ? TUNING_MONTHS.slice(0, 1) : JUDGED_MONTHS;
	const rows = quick ? ROWS.filter(({ scenario }) => QUICK_ROWS.includes(scenario)) : ROWS;
	const tasks = rows.flatMap((row, position) =>
		seeds.flatMap(({ seed, startMs }) =>
			Object.keys(CONTROLLERS).map((controller) => ({
				...row,
				position,
				seed,
				startMs: startMs + ((row.fromDay ?? 1) - 1) * DAY_MS,
				controller,
			})),
		),
	);
	const results = await inParallel(play, tasks, { progress });
	const resultsOf = (row, controller) =>
		results.filter((_, task) => tasks[task].position === row && tasks[task].controller === controller);
	const measured = rows.map((row, position) => figuresOf(row, (controller) => resultsOf(position, controller)));
	return [resultsTable(measured, seeds), ...deviationTable(measured)];
}

/** What a row shows: paired by seed, controllers live through the same demand and faults. */
function figuresOf({ label, months = 1 }, resultsOf) {
	const conversions = (controller, month) => resultsOf(controller).map((result) => result.months[month].conversions);
	const above = (controller, other, month) => {
		const others = conversions(other, month);
		return conversions(controller, month).map((value, seed) => value / others[seed] - 1);
	};
	const deviations = (controller) =>
		resultsOf(controller).flatMap((result) => result.months.map(({ deviation }) => deviation));
	const ours = resultsOf(OURS);
	const byController = Object.fromEntries(
		Object.keys(CONTROLLERS).map((controller) => [
			controller,
			{
				results: mean(above(controller, REMAINING, months - 1)),
				deviation: mean(deviations(controller).map(Math.abs)),
				worst: max(deviations(controller).map(Math.abs)),
			},
		]),
	);
	return {
		label,
		months,
		aboveRemaining: Array.from({ length: months }, (_, month) => meanInterval(above(OURS, REMAINING, month))),
		worstAgainstRemaining: Math.min(...above(OURS, REMAINING, months - 1)),
		aboveUntouched: meanInterval(above(OURS, UNTOUCHED, months - 1)),
		byController,
		edits: max(ours.flatMap((result) => result.months.map(({ edits }) => edits))),
		broken: ours.filter(({ broken }) => broken.perHour + broken.perDay > 0).length,
		limited: limitedText(ours.flatMap((result) => result.limited)),
	};
}

/** Of how many campaigns that demand limits it is said soon, and in an account of one campaign, how often it is said of one that the budget limits. */
function limitedText(campaigns) {
	const limited = campaigns.filter(({ isLimited }) => isLimited);
	if (limited.length > 0) return `${limited.filter(({ isSoon }) => isSoon).length} of ${limited.length}`;
	return `wrongly ${campaigns.filter(({ isSaid }) => isSaid).length} of ${campaigns.length}`;
}

function resultsTable(measured, seeds) {
	return {
		title: 'Closed loop: results',
		note: `Months in the sandbox account, a decision an hour at 20 past, ${seeds.length} seeds a row; expected conversions of this package above those of rule b (remaining / days left, once a day) on the same account, in %, with 95% intervals over seeds. Rule a sets the month's amount / 30.4 once; c pauses the account where the day has spent that; d is b with a weekly split by results per spend. Edits are the most of one budget in a month. The last column: of how many campaigns whose demand is below their first budget it is said within 7 days; where there is none, of how many others it is said at all.`,
		svg: twoPanels('Closed loop: results above rule b in %, and deviation from the amount of the month in %', measured),
		rows: [
			['', 'first month', 'last month', 'worst seed', 'above a', 'd above b', 'edits', 'limited by demand said'],
			...measured.map((row) => [
				row.label,
				interval(row.aboveRemaining[0]),
				row.months === 1 ? '' : interval(row.aboveRemaining.at(-1)),
				percent(row.worstAgainstRemaining),
				interval(row.aboveUntouched),
				percent(row.byController['d: b, weekly by CPA'].results),
				String(row.edits),
				row.limited,
			]),
		],
	};
}

function deviationTable(measured) {
	const names = Object.keys(CONTROLLERS);
	return [
		{
			title: 'Closed loop: deviation from the amount of the month',
			note: `Mean absolute deviation of spend from the amount of the month, in %, and the worst month in brackets. Platform quotas were broken in ${measured.reduce((sum, { broken }) => sum + broken, 0)} months of this package.`,
			rows: [
				['', ...names],
				...measured.map(({ label, byController }) => [
					label,
					...names.map(
						(name) =>
							`${(100 * byController[name].deviation).toFixed(2)} (${(100 * byController[name].worst).toFixed(1)})`,
					),
				]),
			],
		},
	];
}
