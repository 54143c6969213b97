import { burnRateRule } from './burnRateRule.mjs';
import { corePolicy } from './corePolicy.mjs';
import { runningTotals } from './demandShapes.mjs';

/** Share of the day's budget that should be spent after an hour: by the clock, by the true demand. */
const clockShare = (_, hour) => (hour + 1) / 24;
const demandShare = ({ expected }, hour) => expected[hour];

/** Fires while spend exceeds `most` times the planned spend so far. */
const aheadOf =
	(expectedShare, most, { tellsOnce }) =>
	({ shape }) =>
	(spend) => {
		const firing = runningTotals(spend)
			.slice(0, -1)
			.map((spent, hour) => spent / expectedShare(shape, hour) > most);
		const told = firing.filter((fires, hour) => fires && !(tellsOnce && firing[hour - 1]));
		return { firing, messages: told.length };
	};

/** The name of the core among the policies. */
export const CORE = 'this package';

/**
 * Policies that say at every full hour but midnight whether an alert fires: `make({ shape, history })` gives a function of a day's
 * spend (24) that returns `firing` (23) and the number of `messages`. All but the core know the true shape of the day.
 */
export const POLICIES = [
	{ name: CORE, source: 'checkExhaustion', make: corePolicy },
	{
		name: 'pace against the clock > 1.1',
		source: 'overpacing alert of 10%, docs.adalysis.com/tools/budget/pacing, asked every hour',
		make: aheadOf(clockShare, 1.1, { tellsOnce: false }),
	},
	{
		name: 'pace against the clock > 1.3',
		source: '"ahead" in budget_optimizer.py of github.com/harikravich/AELP, asked every hour',
		make: aheadOf(clockShare, 1.3, { tellsOnce: false }),
	},
	{
		name: 'pace against the usual curve > 1.3, one message',
		source: "the same threshold against the day's usual spend, as sheets with hourly benchmarks do",
		make: aheadOf(demandShare, 1.3, { tellsOnce: true }),
	},
	{
		name: 'burn rate of 4 hours',
		source: 'Google, The Site Reliability Workbook, chapter 5, for one day',
		make: burnRateRule({ windowHours: 4, prior: 0, weightOfDay: 0, excess: 1.15, darkShare: 0.05 }),
	},
	{
		name: 'shrunk burn rate',
		source: 'the same with a prior, the rule that was best in a first comparison',
		make: burnRateRule({ windowHours: 2, prior: 0.2, weightOfDay: 0.4, excess: 1.05, darkShare: 0.08 }),
	},
];
