import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { mean, sum } from 'simple-statistics';

import { cusum, gaelpRule, hourly, pageHinkley } from './alerts/changeDetectors.mjs';
import { streamSeed } from './market/streamSeed.mjs';
import { seededRandom } from './random.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from './seeds.mjs';

const { createState, ingest, reallocate } = createRequire(import.meta.url)('../dist/src/index.js');

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.UTC(2026, 0, 5);

/** Conversions a day, few and many. */
const VOLUMES = [60, 15];

/** Factors on the conversion rate, and the hours they apply to. */
const FACTORS = [0.3, 0.5, 0.7, 1.5];
const CHANGED_HOURS = { from: 9, to: 16 };

/** Days before a change, and days in which it may be detected. */
const BEFORE_DAYS = 28;
const SEARCH_DAYS = 60;

const CLICKS_PER_CONVERSION = 20;
const COST_PER_CLICK = 0.5;

/** The share of a day's traffic in each hour, averaged over the regions that worlds are made from. */
const { regions } = JSON.parse(readFileSync(new URL('market/traffic.json', import.meta.url), 'utf8'));
const relative = Array.from({ length: 24 }, (_, hour) => mean(regions.map(({ hours }) => hours[hour])));
const TRAFFIC = relative.map((each) => each / sum(relative));

/** The core: it ingests a day and is evaluated at its end; evidence that stays above the threshold is one alarm. */
function core(history) {
	const usualDay = mean(history.map((day) => sum(day.map(({ spend }) => spend))));
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: (1.5 * usualDay).toFixed(2) };
	let nowMs = START_MS;
	let state = createState(definition);
	let above = false;
	const takeIn = (hours) => {
		const windows = hours.map(({ clicks, conversions, spend }, position) => ({
			startMs: nowMs + position * HOUR_MS,
			endMs: nowMs + (position + 1) * HOUR_MS,
			spend,
			clicks,
			conversions,
		}));
		nowMs += hours.length * HOUR_MS;
		state = ingest(state, windows, nowMs).state;
	};
	takeIn(history.flat());
	return (day) => {
		takeIn(day);
		const { state: next, reallocation } = reallocate(state, { nowMs });
		state = next;
		const before = above;
		above = reallocation.changed || reallocation.evidence.eValue >= reallocation.evidence.threshold;
		return above && !before ? [DAY_MS / HOUR_MS] : [];
	};
}

const DETECTORS = {
	'**this package**, once a day': core,
	"GAELP's 15% rule (github.com/harikravich/AELP)": hourly(gaelpRule),
	'Page-Hinkley (Biometrika 41, 1954; 58, 1971)': hourly(pageHinkley),
	'two-sided CUSUM (J. M. Lucas, Technometrics 27, 1985)': hourly(() => cusum({ factors: [1.5, 0.6], limit: 6 })),
};

/** Detectors of changed conversion rates: time between false alarms, and detection delay. */
export function changeDetectionBench({ quick }) {
	const seeds = quick ? TUNING_SEEDS.slice(0, 1) : JUDGED_SEEDS;
	const quiet = quick ? { worlds: 1, days: 100 } : { worlds: 10, days: 400 };
	return {
		title: 'Changes',
		note: `Poisson conversions of hours whose clicks are known, ${BEFORE_DAYS} days of history. False alarms are counted over ${quiet.worlds} worlds of ${quiet.days} days without a change; a detector starts anew after each. The conversion rate of the hours from ${CHANGED_HOURS.from}:00 to ${CHANGED_HOURS.to}:59 is then multiplied at a midnight: mean hours until it is found, over ${seeds.length} worlds, and how many found it within ${SEARCH_DAYS} days if not all; a detector that alarms anyway finds everything soon. The package watches hours against each other and learns its baseline; Page-Hinkley and CUSUM watch the total and know the true rate before.`,
		rows: [
			['detector', 'conversions a day', 'days between false alarms', ...FACTORS.map((factor) => `x ${factor}, hours`)],
			...VOLUMES.flatMap((perDay) =>
				Object.entries(DETECTORS).map(([name, detector]) => [
					name,
					String(perDay),
					daysBetweenAlarms(detector, perDay, seeds, quiet),
					...FACTORS.map((factor) => hoursToFind(detector, perDay, factor, seeds)),
				]),
			),
		],
	};
}

function daysBetweenAlarms(detector, perDay, seeds, { worlds, days }) {
	const alarms = seeds.slice(0, worlds).map((seed) => {
		const draw = world(seed, perDay);
		const alarmHours = detector(repeat(BEFORE_DAYS, () => draw(1)));
		return sum(repeat(days, () => alarmHours(draw(1)).length));
	});
	return sum(alarms) === 0 ? `> ${worlds * days}` : ((worlds * days) / sum(alarms)).toFixed(1);
}

function hoursToFind(detector, perDay, factor, seeds) {
	const found = seeds.flatMap((seed) => {
		const draw = world(seed, perDay);
		const alarmHours = detector(repeat(BEFORE_DAYS, () => draw(1)));
		for (let day = 0; day < SEARCH_DAYS; day++) {
			const [first] = alarmHours(draw(factor));
			if (first !== undefined) return [24 * day + first];
		}
		return [];
	});
	if (found.length === 0) return 'never';
	return `${mean(found).toFixed(0)}${found.length < seeds.length ? ` (${found.length} of ${seeds.length})` : ''}`;
}

const repeat = (count, draw) => Array.from({ length: count }, draw);

/** Draws days (24), with the conversion rate of the changed hours multiplied by a factor. */
function world(seed, perDay) {
	const { poisson } = seededRandom(streamSeed('changes', seed, perDay));
	return (factor) =>
		TRAFFIC.map((share, hour) => {
			const clicks = poisson(CLICKS_PER_CONVERSION * perDay * share);
			const expected = clicks / CLICKS_PER_CONVERSION;
			const isChanged = hour >= CHANGED_HOURS.from && hour <= CHANGED_HOURS.to;
			const conversions = poisson(expected * (isChanged ? factor : 1));
			return { hour, clicks, conversions, expected, spend: COST_PER_CLICK * clicks };
		});
}
