import type { Objective, Strategy } from '../../../src/budget/budgetDefinition';
import { trafficOf } from '../../../src/learning/trafficOf';
import { strategyDayWeight, strategyWeights } from '../../../src/plan/strategyWeights';
import { localDay } from '../../../src/time/localDay';
import { certainRate, certainSpend, definitionOf, learningOf } from './certainLearning';

/** A Monday. */
const DATE = '2026-06-01';
const DAY = localDay(DATE, 'UTC');

/** Traffic doubles from noon on; Sunday has three times as much. */
const MODEL = certainSpend((cell) => (cell % 24 < 12 ? 1 : 2) * (cell >= 144 ? 3 : 1), 0.5);

/** A click converts four times as often from 18:00 on, and 2 * 3 * 5 times as often on the Monday of the first week of June. */
const FACTORS = {
	hourOfDay: (hour: number) => (hour >= 18 ? 4 : 1),
	weekday: (weekday: number) => (weekday === 0 ? 2 : 1),
	weekOfMonth: (week: number) => (week === 0 ? 3 : 1),
	month: (month: number) => (month === 5 ? 5 : 1),
};
const LEARNING = learningOf(MODEL, {
	conversionsPerClick: certainRate(0.1, FACTORS),
	conversionsPerSpend: certainRate(0.2, { hourOfDay: (hour) => (hour < 6 ? 9 : 1) }),
	revenuePerClick: certainRate(7, { hourOfDay: (hour) => (hour >= 18 ? 9 : 1) }),
	impressionsPerSpend: certainRate(200, { hourOfDay: (hour) => (hour >= 18 ? 16 : 1) }),
});

/** The same for another objective. */
const withObjective = (objective: Objective) => ({
	...LEARNING,
	definition: definitionOf({ dailyAmount: '240.00', objective }),
});

const TRAFFIC = DAY.map((hour) => trafficOf(hour, LEARNING));

/** Weights at given hours, relative to the first of them. */
const relative = (weights: readonly number[], hours: readonly number[]) =>
	hours.map((hour) => weights[hour]! / weights[hours[0]!]!);

describe('weights of hours', () => {
	test.each`
		strategy                         | objective        | expected                          | because
		${'even_distribution'}           | ${'conversions'} | ${[1, 1, 1, 1]}                   | ${'hours of one length'}
		${'front_loading'}               | ${'conversions'} | ${[1, 47 / 71, 35 / 71, 25 / 71]} | ${'a line from 71/48 to 25/48'}
		${'performance_based'}           | ${'conversions'} | ${[1, 2, 8, 8]}                   | ${'traffic times conversions per click'}
		${'performance_based'}           | ${'clicks'}      | ${[1, 2, 2, 2]}                   | ${'all clicks are equal: traffic alone'}
		${'performance_based'}           | ${'reach'}       | ${[1, 2, 32, 32]}                 | ${'traffic times impressions per unit of spend'}
		${'performance_based'}           | ${'balanced'}    | ${[1, 2, 12, 12]}                 | ${'the geometric mean of 4 and 9 is 6'}
		${'dayparting_optimized'}        | ${'conversions'} | ${[1, 2, 5, 8]}                   | ${'16:00 to 20:00 is one daypart with a mean efficiency of 2.5'}
		${'conversion_pattern_adaptive'} | ${'revenue'}     | ${[1, 2 / 9, 2 / 9, 2 / 9]}       | ${'conversions per unit of spend, for any objective'}
		${'adaptive_ml'}                 | ${'reach'}       | ${[1, 2, 8, 8]}                   | ${'impressions per unit of spend to that power'}
		${'adaptive_ml'}                 | ${'conversions'} | ${[1, 2, 4, 4]}                   | ${'conversions per click to the power of the elasticity, 0.5'}
	`('of $strategy for $objective at 0:00, 12:00, 18:00 and 23:00 are $expected: $because', (row) => {
		const { strategy, objective, expected } = row;
		const weights = relative(strategyWeights(strategy, withObjective(objective), DAY, TRAFFIC), [0, 12, 18, 23]);
		weights.forEach((weight, position) => expect(weight).toBeCloseTo(expected[position]!, 9));
	});

	test('of front_loading are the middle of the hour on a line from 3/2 to 1/2', () => {
		const weights = strategyWeights('front_loading', LEARNING, DAY, TRAFFIC);
		expect(weights[0]).toBeCloseTo(1.5 - 0.5 / 24, 12);
		expect(weights[23]).toBeCloseTo(1.5 - 23.5 / 24, 12);
	});

	test('count half an hour as half in every strategy', () => {
		const halved = localDay('2026-10-04', 'Australia/Lord_Howe');
		const half = halved.findIndex(({ startMs, endMs }) => endMs - startMs === 1_800_000);
		const learning = learningOf(null, {}, { timeZone: 'Australia/Lord_Howe', objective: 'clicks' });
		const traffic = halved.map((hour) => trafficOf(hour, learning));
		const strategies: Strategy[] = ['even_distribution', 'performance_based', 'dayparting_optimized', 'adaptive_ml'];
		for (const strategy of strategies) {
			const weights = strategyWeights(strategy, learning, halved, traffic);
			expect(weights[half]! / weights[half + 1]!).toBeCloseTo(0.5, 9);
		}
		const loaded = strategyWeights('front_loading', learning, halved, traffic);
		expect(loaded[half]).toBeCloseTo(0.5 * (1.5 - (half + 0.25) / 23.5), 9);
		expect(loaded[half + 1]).toBeCloseTo(1.5 - (half + 1) / 23.5, 9);
	});

	test('without a spend model use the prior elasticity', () => {
		const rates = { conversionsPerClick: certainRate(0.1, { hourOfDay: (hour) => (hour >= 18 ? 4 : 1) }) };
		const traffic = DAY.map(() => 1);
		const weights = strategyWeights('adaptive_ml', learningOf(null, rates), DAY, traffic);
		expect(weights[18]! / weights[0]!).toBeCloseTo(4 ** 1.3, 9);
	});
});

describe('weights of days', () => {
	const weightOf = (strategy: Strategy, learning = LEARNING) => strategyDayWeight(strategy, learning);

	test.each(['even_distribution', 'front_loading', 'performance_based', 'dayparting_optimized'] as const)(
		'are equal for %s',
		(strategy) => {
			expect(['2026-06-01', '2026-06-07'].map(weightOf(strategy))).toEqual([1, 1]);
		},
	);

	test.each(['conversion_pattern_adaptive', 'adaptive_ml'] as const)('are equal for %s without spend', (strategy) => {
		expect(['2026-06-01', '2026-06-07'].map(weightOf(strategy, learningOf(null)))).toEqual([1, 1]);
	});

	/** Twelve hours of 1 and twelve of 2, the last six of which convert better. */
	const monday = (evening: number) => 12 + 12 + 12 * evening;

	test.each`
		strategy                         | objective        | date            | expected                     | because
		${'adaptive_ml'}                 | ${'clicks'}      | ${'2026-06-01'} | ${36}                        | ${'all clicks are equal: traffic alone'}
		${'adaptive_ml'}                 | ${'clicks'}      | ${'2026-06-07'} | ${108}                       | ${'Sunday has three times the traffic'}
		${'adaptive_ml'}                 | ${'conversions'} | ${'2026-06-01'} | ${monday(2) * Math.sqrt(30)} | ${'traffic times the root of the factors of hour, weekday, week and month'}
		${'adaptive_ml'}                 | ${'conversions'} | ${'2026-06-02'} | ${monday(2) * Math.sqrt(15)} | ${'a Tuesday converts half as well'}
		${'adaptive_ml'}                 | ${'conversions'} | ${'2026-06-09'} | ${monday(2) * Math.sqrt(5)}  | ${'the second week converts a third as well'}
		${'adaptive_ml'}                 | ${'conversions'} | ${'2026-07-14'} | ${monday(2)}                 | ${'July converts a fifth as well'}
		${'adaptive_ml'}                 | ${'balanced'}    | ${'2026-07-14'} | ${monday(Math.sqrt(6))}      | ${'the geometric mean of 4 and 9 is 6'}
		${'conversion_pattern_adaptive'} | ${'conversions'} | ${'2026-06-01'} | ${6 * 9 + 6 + 24}            | ${'conversions per unit of spend by hour, without an exponent'}
	`('$date of $strategy for $objective weighs $expected: $because', ({ strategy, objective, date, expected }) => {
		expect(weightOf(strategy, withObjective(objective))(date)).toBeCloseTo(expected, 9);
	});

	test('are those of the local date', () => {
		const rates = { conversionsPerSpend: certainRate(0.2, { weekday: (weekday) => (weekday === 0 ? 2 : 1) }) };
		const constant = certainSpend(() => 1);
		const weightIn = (timeZone: string) =>
			weightOf('conversion_pattern_adaptive', learningOf(constant, rates, { timeZone }));
		expect(weightIn('Pacific/Auckland')('2026-06-01')).toBeCloseTo(48, 9);
		expect(weightIn('Pacific/Auckland')('2026-06-02')).toBeCloseTo(24, 9);
		expect(weightIn('America/Los_Angeles')('2026-06-01')).toBeCloseTo(48, 9);
		expect(weightIn('America/Los_Angeles')('2026-05-31')).toBeCloseTo(24, 9);
	});
});

test.each`
	hour  | spendModel | expected | because
	${0}  | ${MODEL}   | ${1}     | ${'the morning of a Monday'}
	${12} | ${MODEL}   | ${2}     | ${'the afternoon'}
	${12} | ${null}    | ${1}     | ${'without history, the length of the hour'}
`('traffic at $hour:00 is $expected: $because', ({ hour, spendModel, expected }) => {
	expect(trafficOf(DAY[hour]!, learningOf(spendModel))).toBeCloseTo(expected, 9);
});

test('traffic of half an hour is half of the hour', () => {
	const half = { ...DAY[12]!, endMs: DAY[12]!.startMs + 1_800_000 };
	expect(trafficOf(half, LEARNING)).toBeCloseTo(1, 9);
});
