import { mean } from 'simple-statistics';

import { PARTS } from '../ablations/parts.mjs';
import { withVariants } from '../ablations/withVariants.mjs';
import { OURS_BY_BIDS } from '../controllers/index.mjs';
import { TUNING_SEEDS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';
import { brierScore, forecastWorlds } from './exhaustion.mjs';
import { judgeWorlds } from './judgeWorlds.mjs';

const SCENARIOS = [
	'base',
	'sparse',
	'few',
	'single',
	'volatile',
	'twentyPast',
	'cold',
	'daypart',
	'shift',
	'delay',
	'weekly',
	'tight',
];
const FORECAST_SCENARIOS = ['base', 'bursts', 'weekly', 'few', 'volatile'];

/** Ablation: the loss without each part of the method. Parts are kept or removed by this, hence on tuning seeds. */
export async function ablations({ quick, progress }) {
	const parts = quick ? PARTS.slice(0, 1) : PARTS;
	const scenarios = quick ? ['sparse'] : SCENARIOS;
	const seeds = TUNING_SEEDS.slice(0, quick ? 1 : 5);
	const forecasts = quick ? ['base'] : FORECAST_SCENARIOS;
	const measured = await withVariants(
		[{}, ...parts],
		async (options) => {
			const forecast = await forecastWorlds(
				forecasts.flatMap((scenario) => seeds.slice(0, 2).map((seed) => ({ scenario, seed }))),
				options,
			);
			return {
				worlds: await judgeWorlds(scenarios, seeds, [OURS_BY_BIDS], options),
				brier: brierScore(forecast, 'ours'),
				coverage: mean(forecast.map(({ endInside }) => (endInside ? 1 : 0))),
			};
		},
		progress,
	);
	const [whole, ...without] = measured;
	return [
		{
			title: 'Contribution of each part',
			note:
				`Points of the optimum that adaptive_ml loses by bid multiplier when a part is removed: mean of ${whole.worlds.length} worlds (${scenarios.join(', ')}) with its 95% interval, and in the ` +
				`scenario with the largest loss; by how much the Brier score of exhaustion rises from ${whole.brier.toFixed(4)}, and the share of days within the 80% interval of their spend falls from ${(100 * whole.coverage).toFixed(1)}%.`,
			rows: [
				['part', 'instead', 'points', 'at most', 'in', 'Brier score', 'coverage %'],
				...parts.map(({ part, instead }, position) => [
					part,
					instead,
					...lossesOf(whole.worlds, without[position].worlds, scenarios),
					signed(without[position].brier - whole.brier, 4),
					signed(100 * (whole.coverage - without[position].coverage), 1),
				]),
			],
		},
	];
}

/** Points lost on average, and the scenario with the largest loss. */
function lossesOf(whole, without, scenarios) {
	const share = ({ scores }) => scores[OURS_BY_BIDS].shareOfOptimum;
	const losses = whole.map((world, position) => ({
		scenario: world.scenario,
		loss: 100 * (share(world) - share(without[position])),
	}));
	const overall = meanInterval(losses.map(({ loss }) => loss));
	const each = scenarios.map((scenario) => ({
		scenario,
		loss: mean(losses.filter((other) => other.scenario === scenario).map(({ loss }) => loss)),
	}));
	const greatest = each.reduce((a, b) => (b.loss > a.loss ? b : a));
	return [
		`${signed(overall.mean, 2)} (${signed(overall.low, 2)} to ${signed(overall.high, 2)})`,
		signed(greatest.loss, 2),
		greatest.scenario,
	];
}

const signed = (value, digits) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(digits)}`;
