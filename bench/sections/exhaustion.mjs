import { mean } from 'simple-statistics';

import { inParallel } from '../inParallel.mjs';
import { SCENARIOS } from '../market/scenarios.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { percent } from './judgeWorlds.mjs';

const forecastDays = new URL('../exhaustion/forecastDays.mjs', import.meta.url);
const PEERS = ['projection on the usual curve', 'linear projection', "GAELP's rule"];

/** Accuracy of exhaustion forecasts. */
export async function exhaustion({ quick, progress }) {
	const seeds = quick ? TUNING_SEEDS.slice(0, 1) : JUDGED_SEEDS.slice(0, 8);
	const scenarios = quick ? ['base', 'bursts'] : Object.keys(SCENARIOS).filter((name) => name !== 'cold');
	const forecasts = await forecastWorlds(scenarios, seeds, { progress });
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
	return [
		{
			title: 'Exhaustion of the day',
			note: `${forecasts.length} forecasts in ${scenarios.length * seeds.length} worlds with constant bids, after 28 days of history. The Brier score is the mean squared error of the probability (0.25 for a coin flip), the calibration error its mean distance from what happened, in tenths. The day's spend lay in the 80% interval in ${inside(forecasts, 'endInside')}%, the instant of exhaustion in its own in ${inside(timed, 'instantInside')}%.`,
			rows: [
				['forecast', 'Brier score', 'calibration error', 'error of the instant, hours'],
				...['ours', ...PEERS].map(row),
			],
		},
	];
}

/** Forecasts of every hour of the worlds of some scenarios. */
export async function forecastWorlds(scenarios, seeds, options) {
	const tasks = scenarios.flatMap((scenario) => seeds.map((seed) => ({ scenario, seed })));
	return (await inParallel(forecastDays, tasks, options)).flat();
}

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
