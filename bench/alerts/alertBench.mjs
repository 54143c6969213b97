import { mean, median } from 'simple-statistics';

import { inParallel } from '../inParallel.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';
import { DEMAND_SHAPES } from './demandShapes.mjs';
import { CORE, POLICIES } from './policies.mjs';

/** Standard deviations of an hour's log demand. */
const NOISES = [0.25, 0.45];

/** Conversions a day of the usual account, and of small ones, which are reported apart at the first noise. */
const MID_SIZE = 60;
const SMALL = [8, 3, 1];

/** Days of each kind that are played after one history. */
const DAYS = 20;

const SHAPES = Object.keys(DEMAND_SHAPES);

const MID_SIZE_SETTINGS = SHAPES.flatMap((shape) =>
	NOISES.map((noise) => ({ shape, noise, conversionsPerDay: MID_SIZE })),
);
const SMALL_SETTINGS = SMALL.flatMap((conversionsPerDay) =>
	SHAPES.map((shape) => ({ shape, noise: NOISES[0], conversionsPerDay })),
);

const FIGURES = [
	'normal days alerted %',
	'runaways caught %',
	'messages, normal day',
	'messages, runaway day',
	'lead, hours',
];

/** False alarms of exhaustion alerts on normal days, and timely alarms on runaway days. */
export async function alertBench({ quick, progress }) {
	const seeds = quick ? TUNING_SEEDS.slice(0, 1) : JUDGED_SEEDS.slice(0, 10);
	const tasks = [...MID_SIZE_SETTINGS, ...SMALL_SETTINGS].flatMap((setting) =>
		seeds.map((seed) => ({ ...setting, seed, days: DAYS })),
	);
	const played = await inParallel(new URL('playSetting.mjs', import.meta.url), tasks, { progress });
	/** A row for each policy, over the settings that are wanted. */
	const rows = (isWanted, ...labels) => {
		const chosen = played.filter((_, position) => isWanted(tasks[position]));
		return POLICIES.map(({ name }) => [
			name === CORE ? `**${name}**` : name,
			...labels,
			...figures(
				{
					normal: chosen.flatMap((each) => each[name].normal),
					runaway: chosen.flatMap((each) => each[name].runaway),
				},
				name === CORE,
			),
		]);
	};
	const days = DAYS * seeds.length;
	return [alertTable(days, rows), sizeTable(days * SHAPES.length, rows)];
}

/** Accounts of the usual size: every policy over all settings, then by setting. */
function alertTable(days, rows) {
	const sources = POLICIES.filter(({ name }) => name !== CORE).map(({ name, source }) => `${name}: ${source}`);
	const isMidSize = ({ conversionsPerDay }) => conversionsPerDay === MID_SIZE;
	return {
		title: 'Alerts',
		note: `Accounts of ${MID_SIZE} conversions a day, checked every hour. ${days} normal and ${days} runaway days of each demand and noise, played hour by hour; after every ${DAYS} of each kind another 28 normal days are the history. The other policies know the true demand instead. A runaway multiplies spend by 1.8 to 4 from some hour on; it is caught if the alert fires after one of its hours but before the hour in which the budget ends, and the lead is counted to that hour. ${sources.join('; ')}.`,
		rows: [
			['policy', 'demand', 'noise', ...FIGURES],
			...rows(isMidSize, 'all', 'all'),
			...MID_SIZE_SETTINGS.flatMap(({ shape, noise }) =>
				rows((task) => isMidSize(task) && task.shape === shape && task.noise === noise, shape, String(noise)),
			),
		],
	};
}

/** Small accounts beside the usual one, over all shapes of demand at the first noise. */
const sizeTable = (days, rows) => ({
	title: 'Alerts, by size of the account',
	note: `${days} normal and ${days} runaway days of each size, over all demands at a noise of ${NOISES[0]}. A conversion takes 33 clicks, so that an account of one conversion a day spends 3% of its budget with every click.`,
	rows: [
		['policy', 'conversions a day', ...FIGURES],
		...[MID_SIZE, ...SMALL].flatMap((size) =>
			rows(({ conversionsPerDay, noise }) => conversionsPerDay === size && noise === NOISES[0], String(size)),
		),
	],
});

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
