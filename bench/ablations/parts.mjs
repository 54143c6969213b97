/**
 * Parts of the method that can be taken out one at a time, and what stands in their place: literal edits of the core's sources.
 *
 * An edit that no longer fits its source is an error, so this list cannot fall behind.
 */
export const PARTS = [
	{
		part: 'hours of the day lean on their neighbours',
		instead: 'each hour on its own',
		edits: [['src/results/hourPattern.ts', 'const LENGTHS = [0.6, 1.2]', 'const LENGTHS = [0.01]']],
	},
	{
		part: 'roughness of the day by evidence',
		instead: 'one that suits most accounts',
		edits: [
			['src/results/hourPattern.ts', 'const SCALES = [0.03, 0.08, 0.15, 0.25, 0.4, 0.6]', 'const SCALES = [0.25]'],
			['src/results/hourPattern.ts', 'const LENGTHS = [0.6, 1.2]', 'const LENGTHS = [0.8]'],
			['src/results/hourPattern.ts', 'const OWN = [0.1, 0.5]', 'const OWN = [0.3]'],
		],
	},
	{
		part: 'pattern may have changed lately',
		instead: 'one pattern for all history',
		edits: [['src/results/learnRate.ts', 'const CHANGE_DAYS = 10;', 'const CHANGE_DAYS = 0;']],
	},
	{
		part: 'conversions still to be reported',
		instead: 'what is reported is all there is',
		edits: [['src/results/history.ts', 'conversionDelay(ledger);', '(_ageMs: number) => 1;']],
	},
	{
		part: 'delay of conversions learned',
		instead: 'the usual delay',
		edits: [['src/results/reportDelay.ts', 'const BELIEF = 20;', 'const BELIEF = 1e12;']],
	},
	{
		part: 'results per click',
		instead: 'results per money',
		edits: [
			['src/learning/insight.ts', 'throughClicks(measure, rate) ?? learnRate', 'learnRate'],
			[
				'src/learning/insight.ts',
				"firstKnown('conversionsPerClick', 'conversionsPerSpend')",
				"'conversionsPerSpend' as const",
			],
		],
	},
	{
		part: 'weekday, week and month of results',
		instead: 'hours of the day alone',
		edits: [
			[
				'src/results/learnRate.ts',
				'return [pattern.weekday[weekday]!, pattern.weekOfMonth[weekOfMonth(dayOfMonth)]!, pattern.month[month]!];',
				'return [];',
			],
		],
	},
	{
		part: 'old results count less',
		instead: 'all count alike',
		edits: [['src/results/history.ts', 'const weight = ageWeight(hour.startMs, untilMs);', 'const weight = 1;']],
	},
	{
		part: 'results vary more than Poisson counts',
		instead: 'Poisson counts',
		edits: [
			[
				'src/results/learnRate.ts',
				'const dispersion = dispersionOf(history, hours, measure);',
				'const dispersion = 1;',
			],
		],
	},
	{
		part: 'hours of traffic lean on their neighbours',
		instead: 'each hour on its own',
		edits: [['src/demand/spendModel.ts', 'scale: 0.7, length: 1,', 'scale: 0.7, length: 0.01,']],
	},
	{
		part: 'weekdays and hours of the week of traffic',
		instead: 'hours of the day alone',
		edits: [
			['src/demand/spendModel.ts', 'const WEEKDAY_BELIEF = 8;', 'const WEEKDAY_BELIEF = 1e12;'],
			['src/demand/spendModel.ts', 'const CELL_BELIEF = 3;', 'const CELL_BELIEF = 1e12;'],
		],
	},
	{
		part: 'old traffic counts less',
		instead: 'all counts alike',
		edits: [['src/demand/spendModel.ts', 'const HALF_LIFE_DAYS = 28;', 'const HALF_LIFE_DAYS = 1e12;']],
	},
	{
		part: 'hours with few clicks count less',
		instead: 'all count alike',
		edits: [
			[
				'src/demand/spendModel.ts',
				'clicks === null ? 1 : clicks / (clicks + HALF_WEIGHT_CLICKS)',
				'clicks === null ? 1 : 1',
			],
		],
	},
	{
		part: 'capped hours might have spent more',
		instead: 'they wanted what they spent',
		edits: [['src/demand/spendModel.ts', 'if (!hours[position]!.capped) return log;', 'return log;']],
	},
	{
		part: 'hours after the money ran out left out',
		instead: 'they wanted nothing',
		edits: [['src/demand/spendModel.ts', 'const EXHAUSTED_SHARE = 0.99;', 'const EXHAUSTED_SHARE = 1e12;']],
	},
	{
		part: 'elasticity learned',
		instead: 'the usual elasticity',
		edits: [
			[
				'src/demand/spendModel.ts',
				'elasticity = regressElasticity(hours, effects.residuals, bids, weights, elasticity);',
				'elasticity = USUAL_ELASTICITY;',
			],
		],
	},
	{
		part: 'weights by elasticity',
		instead: 'traffic times efficiency',
		edits: [['src/plan/strategyWeights.ts', '(mean) => mean ** elasticityOf(insight)),', '(mean) => mean),']],
	},
	{
		part: "today's hours tell of the rest of the day",
		instead: 'every day like the average',
		edits: [['src/learning/nowcast.ts', 'startMs >= day[0]!.startMs &&', 'startMs > Infinity &&']],
	},
	{
		part: 'day effect',
		instead: 'drift alone',
		edits: [
			[
				'src/demand/momentVariances.ts',
				'const day = Math.max(LEAST_VARIANCE, shrunk(lagged(FORGOTTEN_LAG), PRIOR_DAY));',
				'const day = 1e-9;',
			],
		],
	},
	{
		part: 'drift from hour to hour',
		instead: 'day effect alone',
		edits: [
			[
				'src/demand/momentVariances.ts',
				'const drift = Math.max(LEAST_VARIANCE, (neighbours - day) / DRIFT_CORRELATION);',
				'const drift = 1e-9;',
			],
		],
	},
	{
		part: 'noise of an hour by its clicks',
		instead: 'by its hour of day',
		edits: [['src/demand/spendModel.ts', '\tclicks === null ? model', '\ttrue ? model']],
	},
	{
		part: 'noise by hour of day',
		instead: 'the same all day',
		edits: [
			[
				'src/demand/momentVariances.ts',
				'return Math.max(LEAST_VARIANCE, (own + total) / 2 - day - drift);',
				'return Math.max(LEAST_VARIANCE, total - day - drift);',
			],
		],
	},
	{
		part: 'a great surprise is a jump',
		instead: 'it is noise',
		edits: [['src/demand/dayState.ts', 'const JUMP = 3;', 'const JUMP = 1e12;']],
	},
	{
		part: 'a single hour moves the day only so far',
		instead: 'as far as it says',
		edits: [['src/demand/dayState.ts', 'const LARGEST_SURPRISE = 1.5;', 'const LARGEST_SURPRISE = 1e12;']],
	},
	{
		part: 'conformal spread',
		instead: 'deviations of the model',
		edits: [
			['src/demand/spendModel.ts', 'spread: conformalSpread(effects.leftOut, variances.totalVariance),', 'spread: 1,'],
		],
	},
	{
		part: 'caps at twice the amount',
		instead: 'caps at what is left',
		edits: [['src/plan/optimizeAllocation.ts', 'const CAP_FACTOR = 2;', 'const CAP_FACTOR = 1e12;']],
	},
];
