import { mean } from 'simple-statistics';

import { inParallel } from '../inParallel.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { INCIDENTS } from './incidentKinds.mjs';

/** Conversions a day. */
const SIZES = [60, 8, 3, 1];

/** Messages that an incident may cost: that it began, and that it is over. */
const ENOUGH_MESSAGES = 2;

const percent = (part) => (100 * part).toFixed(1);

/** Which incidents of every kind are told in time, with how many messages, and how many days without one have any message. */
export async function incidentBench({ quick, progress }) {
	const seeds = quick ? TUNING_SEEDS.slice(0, 1) : JUDGED_SEEDS.slice(0, 10);
	const tasks = SIZES.flatMap((conversionsPerDay) =>
		[null, ...Object.keys(INCIDENTS)].flatMap((incident) =>
			seeds.map((seed) => ({ seed, conversionsPerDay, incident })),
		),
	);
	const played = await inParallel(new URL('playIncident.mjs', import.meta.url), tasks, { progress });
	const of = (incident, size) =>
		played.filter((_, task) => tasks[task].incident === incident && tasks[task].conversionsPerDay === size);
	const days = (size) => of(null, size).flatMap(({ messagesByDay }) => messagesByDay);
	const quietRow = [
		'days without an incident that have a message, %',
		...SIZES.map((size) => percent(mean(days(size).map(({ length }) => Number(length > 0))))),
		'',
	];
	const incidentRow = (incident) => {
		const told = SIZES.map((size) => of(incident, size));
		const few = told.flat().map(({ messages }) => Number(messages <= ENOUGH_MESSAGES));
		return [
			`${incident}: told in time, %`,
			...told.map((some) => percent(mean(some.map(({ inTime }) => Number(inTime))))),
			percent(mean(few)),
		];
	};
	return [
		{
			title: 'Alerts of every kind, in a month that nobody steers',
			note: `A monthly budget that three campaigns spend by themselves, checked every hour at 20 past; ${seeds.length} accounts of each size, each with a month without an incident and one with each kind; a month whose spend is as usual has just the amount that it spends. In time: nothing spent any more, or three times as much, before a third of a usual day is missing or too much; a campaign that disappears within a day; reports that stop within 6 hours, until midnight, when they bring what is missing; a slow day before it ends; a month that goes wrong from its 8th day on by its 20th; a CPA that doubles within two weeks, four with 3 conversions a day or fewer. What fired before and still does counts as told. The messages of an incident are all of the budget from its begin to a day after its end.`,
			rows: [
				[
					'',
					...SIZES.map((size) => `${size} conversion${size === 1 ? '' : 's'} a day`),
					`at most ${ENOUGH_MESSAGES} messages, %`,
				],
				quietRow,
				...Object.keys(INCIDENTS).map(incidentRow),
			],
		},
	];
}
