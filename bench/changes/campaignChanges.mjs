import { mean } from 'simple-statistics';

import { inParallel } from '../inParallel.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { CAMPAIGNS } from './campaignWorld.mjs';
import { DETECTORS } from './campaignDetectors.mjs';
import { BEFORE_DAYS } from './watchCampaigns.mjs';

const watchCampaigns = new URL('watchCampaigns.mjs', import.meta.url);

/** Conversions a day of a campaign, many and few. */
const VOLUMES = [60, 15];

/** Factors on the conversions of the first campaign. */
const FACTORS = [0.5, 2];

/** Days in which a change may be detected. */
const SEARCH_DAYS = 20;

/** Detectors of changed campaigns: time between false alarms, and detection delay. */
export async function campaignChangesBench({ quick, progress }) {
	const seeds = quick ? TUNING_SEEDS.slice(0, 2) : JUDGED_SEEDS.slice(0, 10);
	const quietDays = quick ? 20 : 30;
	const tasks = Object.keys(DETECTORS).flatMap((detector) =>
		VOLUMES.flatMap((perDay) =>
			[1, ...FACTORS].flatMap((factor) =>
				seeds.map((seed) => ({ detector, perDay, factor, seed, days: factor === 1 ? quietDays : SEARCH_DAYS })),
			),
		),
	);
	const results = await inParallel(watchCampaigns, tasks, { progress });
	const of = (detector, perDay, factor) =>
		results.filter((_, position) => {
			const task = tasks[position];
			return task.detector === detector && task.perDay === perDay && task.factor === factor;
		});
	return {
		title: 'Changes of campaigns',
		note: `${CAMPAIGNS} campaigns with diminishing returns under one budget, ${BEFORE_DAYS} days of history, evaluated after every day. The level of spend changes every ten days; day effects are shared and individual. False alarms are counted over ${seeds.length} worlds of ${quietDays} days without a change. The conversions of one campaign are then multiplied: mean days until it is named, over ${seeds.length} worlds, and how many were found within ${SEARCH_DAYS} days if not all; a detector that alarms anyway finds everything soon.`,
		rows: [
			[
				'detector',
				'conversions a day of each',
				'days between false alarms',
				...FACTORS.map((factor) => `x ${factor}, days`),
			],
			...VOLUMES.flatMap((perDay) =>
				Object.keys(DETECTORS).map((detector) => [
					detector,
					String(perDay),
					daysBetweenAlarms(of(detector, perDay, 1)),
					...FACTORS.map((factor) => daysToFind(of(detector, perDay, factor))),
				]),
			),
		],
	};
}

/** @param worlds (worlds, days) detected campaigns */
function daysBetweenAlarms(worlds) {
	const days = worlds.flat();
	const alarms = days.filter((found) => found.length > 0).length;
	return alarms === 0 ? `> ${days.length}` : (days.length / alarms).toFixed(1);
}

function daysToFind(worlds) {
	const found = worlds.filter((days) => days.at(-1).includes(0)).map((days) => days.length);
	if (found.length === 0) return 'never';
	return `${mean(found).toFixed(1)}${found.length < worlds.length ? ` (${found.length} of ${worlds.length})` : ''}`;
}
