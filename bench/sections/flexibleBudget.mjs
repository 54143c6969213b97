import { max, mean } from 'simple-statistics';

import { PERFECT_FORESIGHT, OURS_BY_BIDS } from '../controllers/index.mjs';
import { JUDGED_SEEDS, TUNING_SEEDS } from '../seeds.mjs';
import { meanInterval } from '../statistics.mjs';
import { figures, judgeWorlds, percent, percentInterval } from './judgeWorlds.mjs';

const SCENARIOS = ['base', 'weekly', 'bursts', 'sparse', 'daypart', 'auctionnet'];

/** The gain if days share a budget: the judged days are one flight, a day at most twice the average. */
export async function flexibleBudget({ quick, progress }) {
	const seeds = quick ? TUNING_SEEDS.slice(0, 1) : JUDGED_SEEDS.slice(0, 10);
	const scenarios = quick ? ['base', 'weekly'] : SCENARIOS;
	const worlds = await judgeWorlds(scenarios, seeds, [OURS_BY_BIDS], { flexible: true, progress });
	const row = (name, list) => [
		name,
		percentInterval(meanInterval(figures(list, OURS_BY_BIDS, 'shareOfOptimum'))),
		percent(mean(figures(list, PERFECT_FORESIGHT, 'shareOfOptimum'))),
		percent(mean(figures(list, OURS_BY_BIDS, 'overspendMean')), 4),
		percent(max(figures(list, OURS_BY_BIDS, 'overspendMean')), 4),
	];
	return [
		{
			title: 'Budgets over several days',
			note: `adaptive_ml with a flight of 14 days, by bid multiplier, ${worlds.length} worlds of 60 conversions a day (sparse: 8), decided on every hour. 100% is perfect foresight with the same budget every day.`,
			rows: [
				['scenario', '% of the daily optimum', 'perfect foresight, flexible', 'period overspend %', 'worst'],
				...scenarios.map((scenario) =>
					row(
						scenario,
						worlds.filter((world) => world.scenario === scenario),
					),
				),
				row('all', worlds),
			],
		},
	];
}
