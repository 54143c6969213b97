import { mean } from 'simple-statistics';

import { PARTS } from '../ablations/parts.mjs';
import { withVariants } from '../ablations/withVariants.mjs';
import { OURS_BY_BIDS } from '../controllers/index.mjs';
import { TUNING_SEEDS } from '../seeds.mjs';
import { brierScore, foresee } from './exhaustion.mjs';
import { judgeWorlds } from './judgeWorlds.mjs';

const SCENARIOS = ['base', 'sparse', 'cold', 'daypart', 'shift', 'weekly', 'tight'];
const FORECAST_SCENARIOS = ['base', 'bursts', 'weekly'];

/** What each part of the method is worth: how much worse the core does without it. Parts are kept by this, so on tuning seeds. */
export async function ablations({ quick, progress }) {
	const parts = quick ? PARTS.slice(0, 1) : PARTS;
	const scenarios = quick ? ['sparse'] : SCENARIOS;
	const seeds = TUNING_SEEDS.slice(0, quick ? 1 : 2);
	const forecasts = quick ? ['base'] : FORECAST_SCENARIOS;
	const measured = await withVariants(
		[{}, ...parts],
		async (options) => ({
			worlds: await judgeWorlds(scenarios, seeds, [OURS_BY_BIDS], options),
			brier: brierScore(await foresee(forecasts, seeds, options), 'ours'),
		}),
		progress,
	);
	const [whole, ...without] = measured;
	return [
		{
			title: 'What each part is worth',
			note:
				`Points of the optimum that adaptive_ml loses by bid multiplier when a part is taken out, mean of ${whole.worlds.length} worlds (${scenarios.join(', ')}), and in the ` +
				`scenario that needs it most; and by how much the Brier score of exhaustion rises from ${whole.brier.toFixed(4)}.`,
			rows: [
				['part', 'instead', 'points', 'at most', 'in', 'Brier score'],
				...parts.map(({ part, instead }, position) => [
					part,
					instead,
					...lossesOf(whole.worlds, without[position].worlds, scenarios),
					signed(without[position].brier - whole.brier, 4),
				]),
			],
		},
	];
}

/** Points lost on average, and most in which scenario. */
function lossesOf(whole, without, scenarios) {
	const points = (inScenario) =>
		100 *
		mean(
			whole.flatMap(({ scenario, scores }, world) =>
				inScenario(scenario)
					? [scores[OURS_BY_BIDS].shareOfOptimum - without[world].scores[OURS_BY_BIDS].shareOfOptimum]
					: [],
			),
		);
	const each = scenarios.map((scenario) => ({ scenario, loss: points((other) => other === scenario) }));
	const greatest = each.reduce((a, b) => (b.loss > a.loss ? b : a));
	return [
		signed(
			points(() => true),
			2,
		),
		signed(greatest.loss, 2),
		greatest.scenario,
	];
}

const signed = (value, digits) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(digits)}`;
