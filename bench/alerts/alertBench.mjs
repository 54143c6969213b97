import { mean, median } from 'simple-statistics';

import { inParallel } from '../inParallel.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';
import { DEMAND_SHAPES } from './demandShapes.mjs';
import { CORE, POLICIES } from './policies.mjs';

/** Standard deviations of an hour's log spend. */
const NOISES = [0.25, 0.45];

/** Days of each kind that are played after one history. */
const DAYS = 20;

const SETTINGS = Object.keys(DEMAND_SHAPES).flatMap((shape) => NOISES.map((noise) => ({ shape, noise })));

const HEAD = [
	'policy',
	'demand',
	'noise',
	'normal days alerted %',
	'runaways caught %',
	'messages, normal day',
	'messages, runaway day',
	'lead, hours',
];

/** False alarms of exhaustion alerts on normal days, and timely alarms on runaway days. */
export async function alertBench({ quick, progress }) {
	const seeds = quick ? TUNING_SEEDS.slice(0, 1) : JUDGED_SEEDS.slice(0, 10);
	const tasks = SETTINGS.flatMap((setting) => seeds.map((seed) => ({ ...setting, seed, days: DAYS })));
	const played = await inParallel(new URL('playSetting.mjs', import.meta.url), tasks, { progress });
	return alertTable(tasks, played);
}

/**
 * The table of results: first every policy over all settings, then by setting.
 *
 * @param tasks (tasks) as `playSetting` takes them
 * @param played (tasks) what it returned
 */
function alertTable(tasks, played) {
	const daysOf = (name, isWanted) => {
		const chosen = played.filter((_, position) => isWanted(tasks[position]));
		return {
			normal: chosen.flatMap((each) => each[name].normal),
			runaway: chosen.flatMap((each) => each[name].runaway),
		};
	};
	const rows = (isWanted, ...labels) =>
		POLICIES.map(({ name }) => [
			name === CORE ? `**${name}**` : name,
			...labels,
			...figures(daysOf(name, isWanted), name === CORE),
		]);
	const days = daysOf(CORE, () => true).normal.length / SETTINGS.length;
	const sources = POLICIES.filter(({ name }) => name !== CORE).map(({ name, source }) => `${name}: ${source}`);
	return {
		title: 'Alerts',
		note: `${days} normal and ${days} runaway days of each demand and noise, played hour by hour; after every ${tasks[0].days} of each kind another 28 normal days are the history. The other policies know the true demand instead. A runaway multiplies spend by 1.8 to 4 from some hour on; it is caught if the alert fires after one of its hours but before the hour in which the budget ends, and the lead is counted to that hour. ${sources.join('; ')}.`,
		rows: [
			HEAD,
			...rows(() => true, 'all', 'all'),
			...SETTINGS.flatMap(({ shape, noise }) =>
				rows((task) => task.shape === shape && task.noise === noise, shape, String(noise)),
			),
		],
	};
}

function figures({ normal, runaway }, withInterval) {
	const alerted = normal.map((day) => (day.alerted ? 100 : 0));
	const leads = runaway.flatMap(({ leadHours }) => (leadHours === null ? [] : [leadHours]));
	const caught = runaway.map(({ leadHours }) => (leadHours === null ? 0 : 100));
	const shown = withInterval ? interval : (values) => mean(values).toFixed(1);
	return [
		shown(alerted),
		shown(caught),
		mean(normal.map(({ messages }) => messages)).toFixed(2),
		mean(runaway.map(({ messages }) => messages)).toFixed(2),
		leads.length > 0 ? String(median(leads)) : '',
	];
}

function interval(values) {
	const { mean: middle, low, high } = meanInterval(values);
	return `${middle.toFixed(1)} (${low.toFixed(1)}-${high.toFixed(1)})`;
}
