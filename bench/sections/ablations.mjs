import { mean } from 'simple-statistics';

import { PARTS } from '../ablations/parts.mjs';
import { withVariants } from '../ablations/withVariants.mjs';
import { OURS_BY_BIDS } from '../controllers/index.mjs';
import { groupBy } from '../groupBy.mjs';
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
	'moved',
	'surge',
];
const FORECAST_SCENARIOS = ['base', 'bursts', 'weekly', 'few', 'volatile', 'moved', 'calm', 'erratic'];

/** Ablation: the loss without each part of the method. Parts are kept or removed by this, hence on tuning seeds. */
export async function ablations({ quick, progress }) {
	const parts = quick ? PARTS.slice(0, 1) : PARTS;
	const scenarios = quick ? ['sparse'] : SCENARIOS;
	const seeds = TUNING_SEEDS.slice(0, quick ? 1 : 5);
	const forecasts = quick ? ['base'] : FORECAST_SCENARIOS;
	const measured = await withVariants(
		[{}, ...parts],
		async (options) => {
			const tasks = forecasts.flatMap((scenario) => seeds.slice(0, 2).map((seed) => ({ scenario, seed })));
			return {
				worlds: await judgeWorlds(scenarios, seeds, [OURS_BY_BIDS], options),
				forecasts: await forecastWorlds(tasks, options),
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
				`scenario with the largest loss, with the interval of its ${seeds.length} worlds. By how much the Brier score of exhaustion rises from ${brierScore(whole.forecasts, 'ours').toFixed(4)}; ` +
				`and by how much the interval score of the day's spend rises, which is low where 80% intervals are narrow and hold: mean of ${forecasts.join(', ')}, and in the scenario with the largest rise.`,
			rows: [
				['part', 'instead', 'points', 'at most', 'in', 'Brier score', 'interval score, %', 'at most, %', 'in'],
				...parts.map(({ part, instead }, position) => [
					part,
					instead,
					...lossesOf(whole.worlds, without[position].worlds),
					signed(brierScore(without[position].forecasts, 'ours') - brierScore(whole.forecasts, 'ours'), 4),
					...scoresLost(whole.forecasts, without[position].forecasts),
				]),
			],
		},
	];
}

/** Points lost on average, and in the scenario with the largest loss. */
function lossesOf(whole, without) {
	const share = ({ scores }) => scores[OURS_BY_BIDS].shareOfOptimum;
	const losses = whole.map((world, position) => ({
		scenario: world.scenario,
		loss: 100 * (share(world) - share(without[position])),
	}));
	const [scenario, greatest] = greatestOf(losses);
	return [withInterval(losses), withInterval(greatest), scenario];
}

/** By how much the interval score rises on average over scenarios, and in the scenario where it rises most, in %. */
function scoresLost(whole, without) {
	const losses = [...groupBy(whole, ({ scenario }) => scenario)].map(([scenario, forecasts]) => {
		const score = (made) => mean(made.map(({ endScore }) => endScore));
		const others = without.filter((each) => each.scenario === scenario);
		return { scenario, loss: 100 * (score(others) / score(forecasts) - 1) };
	});
	const [scenario, greatest] = greatestOf(losses);
	return [signed(mean(losses.map(({ loss }) => loss)), 1), signed(greatest[0].loss, 1), scenario];
}

/** The scenario with the largest mean loss, and its losses. */
const greatestOf = (losses) =>
	[...groupBy(losses, ({ scenario }) => scenario)].reduce((a, b) => (meanLoss(b[1]) > meanLoss(a[1]) ? b : a));

const meanLoss = (losses) => mean(losses.map(({ loss }) => loss));

function withInterval(losses) {
	const { mean: average, low, high } = meanInterval(losses.map(({ loss }) => loss));
	return `${signed(average, 2)} (${signed(low, 2)} to ${signed(high, 2)})`;
}

const signed = (value, digits) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(digits)}`;
