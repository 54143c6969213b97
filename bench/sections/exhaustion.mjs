import { mean } from 'simple-statistics';

import { withVariants } from '../ablations/withVariants.mjs';
import { inParallel } from '../inParallel.mjs';
import { SCENARIOS } from '../market/scenarios.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';
import { percent, percentInterval } from './judgeWorlds.mjs';

const forecastDays = new URL('../exhaustion/forecastDays.mjs', import.meta.url);
const CURVE = 'projection on the usual curve';
const PEERS = [CURVE, 'linear projection', "GAELP's rule"];

/** With 28 days of history; of every ordinary scenario these seeds. */
const ORDINARY = Object.keys(SCENARIOS).filter((name) => name !== 'cold');
const ORDINARY_SEEDS = 8;

/** Accounts that are reported apart: `scenarios` of one kind. */
const ACCOUNTS = [
	{ account: '1 conversion a day', scenarios: ['single'] },
	{ account: '3 conversions a day', scenarios: ['few'] },
	{ account: '8 conversions a day', scenarios: ['sparse'] },
	{ account: '8 a day, volatile prices', scenarios: ['sparseVolatile'] },
	{ account: '60 to 400 a day', scenarios: ORDINARY.filter((name) => name !== 'sparse') },
	{ account: '60 a day, volatile prices', scenarios: ['volatile'] },
];

/** Accuracy of exhaustion forecasts. */
export async function exhaustion({ quick, progress }) {
	const seeds = quick ? TUNING_SEEDS.slice(0, 1) : JUDGED_SEEDS;
	const ordinary = quick ? ['base', 'bursts'] : ORDINARY;
	const apart = ACCOUNTS.flatMap(({ scenarios }) => (scenarios.length === 1 ? scenarios : [])).filter(
		(scenario) => !quick || scenario === 'single',
	);
	const tasks = [
		...ordinary.flatMap((scenario) => seeds.slice(0, ORDINARY_SEEDS).map((seed) => ({ scenario, seed }))),
		...apart.flatMap((scenario) =>
			seeds.slice(ordinary.includes(scenario) ? ORDINARY_SEEDS : 0).map((seed) => ({ scenario, seed })),
		),
	];
	const [forecasts] = await withVariants(
		[{}],
		(options) => forecastWorlds(tasks, { ...options, progress }),
		() => {},
	);
	const ofOrdinary = forecasts.filter(
		({ scenario, seed }) => ordinary.includes(scenario) && seeds.indexOf(seed) < ORDINARY_SEEDS,
	);
	return [besidePeers(ofOrdinary), byAccount(forecasts)];
}

function besidePeers(forecasts) {
	const timed = forecasts.filter(({ hoursOff }) => hoursOff !== undefined);
	const row = (name) => {
		const made = forecasts.filter((each) => name in each.forecasts);
		return [
			name === 'ours' ? '**ours**' : name,
			brierScore(made, name).toFixed(4),
			calibrationError(made.map((each) => ({ probability: each.forecasts[name], happened: each.exhausted }))).toFixed(
				3,
			),
			name in timed[0].hoursOff ? mean(timed.map(({ hoursOff }) => hoursOff[name])).toFixed(2) : '',
		];
	};
	const inside = (list, name) => percent(mean(list.map((each) => (each[name] ? 1 : 0))), 1);
	return {
		title: 'Exhaustion of the day',
		note: `${forecasts.length} forecasts in ${worldsOf(forecasts).length} worlds with constant bids, after 28 days of history: accounts of about 60 conversions a day (one scenario has 8, one 150, one 400). The Brier score is the mean squared error of the probability (0.25 for a coin flip), the calibration error its mean distance from what happened, in tenths. The day's spend lay in the 80% interval in ${inside(forecasts, 'endInside')}%, the instant of exhaustion in its own in ${inside(timed, 'instantInside')}%.`,
		rows: [
			['forecast', 'Brier score', 'calibration error', 'error of the instant, hours'],
			...['ours', ...PEERS].map(row),
		],
	};
}

/** Scores and coverage of this package by size and volatility of the account. */
function byAccount(forecasts) {
	const row = ({ account, scenarios }) => {
		const worlds = worldsOf(forecasts.filter(({ scenario }) => scenarios.includes(scenario)));
		if (worlds.length === 0) return [];
		const share = (name) =>
			percentInterval(
				meanInterval(
					worlds.flatMap((made) => {
						const known = made.filter((each) => each[name] !== undefined);
						return known.length === 0 ? [] : [mean(known.map((each) => (each[name] ? 1 : 0)))];
					}),
				),
				1,
			);
		const made = worlds.flat();
		const later = made.filter((each) => CURVE in each.forecasts);
		return [
			[
				account,
				String(worlds.length),
				brierScore(made, 'ours').toFixed(4),
				brierScore(later, CURVE).toFixed(4),
				share('endInside'),
				share('endInsideWide'),
				share('instantInside'),
			],
		];
	};
	return {
		title: 'Exhaustion, by account',
		note: `How often the day's spend lay in its 80% and 95% intervals, and the instant of exhaustion in its 80% interval, in %; the intervals of these are 95%, over worlds. Volatile prices differ by 20% from day to day and by 25% from hour to hour. ${CURVE[0].toUpperCase()}${CURVE.slice(1)} is the best other forecast of the table above.`,
		rows: [
			['account', 'worlds', 'Brier score', CURVE, '80% interval', '95% interval', 'instant, 80%'],
			...ACCOUNTS.flatMap(row),
		],
	};
}

/** (worlds) forecasts of each. */
function worldsOf(forecasts) {
	const worlds = new Map();
	for (const each of forecasts) {
		const key = `${each.scenario}/${each.seed}`;
		if (worlds.has(key)) worlds.get(key).push(each);
		else worlds.set(key, [each]);
	}
	return [...worlds.values()];
}

/**
 * Forecasts of every hour of some worlds.
 *
 * @param worlds `{ scenario, seed }` each
 * @param options from `withVariants`, which names the build of the core
 */
export const forecastWorlds = async (worlds, options) => (await inParallel(forecastDays, worlds, options)).flat();

/** Mean squared error of the probability. */
export const brierScore = (forecasts, name) =>
	mean(forecasts.map((each) => (each.forecasts[name] - each.exhausted) ** 2));

/** @see M. P. Naeini, G. Cooper, M. Hauskrecht, AAAI 2015 (expected calibration error) */
function calibrationError(forecasts) {
	const bins = Array.from({ length: 10 }, () => ({ probability: 0, happened: 0 }));
	for (const { probability, happened } of forecasts) {
		const bin = bins[Math.min(9, Math.floor(10 * probability))];
		bin.probability += probability;
		bin.happened += happened;
	}
	return bins.reduce((sum, bin) => sum + Math.abs(bin.probability - bin.happened), 0) / forecasts.length;
}
