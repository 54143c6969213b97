import type { Strategy } from '../../../src/budget/budgetDefinition';
import { seasonNotes } from '../../../src/plan/seasonNotes';
import { dayTarget } from '../../../src/plan/dayTarget';
import { certainRate, certainSpend, definitionOf, learningOf } from './certainLearning';

const DECEMBER = 11;
const LAST_WEEK = 4;

const rate = certainRate(0.1, {
	month: (month) => (month === DECEMBER ? 1.3 : 1),
	weekOfMonth: (week) => (week === LAST_WEEK ? 0.8 : 1),
});

/** The same, but as uncertain as its difference is large. */
const vague = {
	...rate,
	month: rate.month.map((one) => ({ ...one, relativeDeviation: 0.5 })),
	weekOfMonth: rate.weekOfMonth.map((one) => ({ ...one, relativeDeviation: 0.5 })),
};

const MONTH = 'December generates 1.3 (1.3-1.3) times the usual results';
const WEEK = 'Days 29 to 31 of a month generate 0.8 (0.8-0.8) times the usual results';
const OVER_NEW_YEAR = { start: '2026-12-01', end: '2027-01-10', amount: '100.00' };

const notes = (amounts: object, date: string, known = rate, strategy: Strategy = 'adaptive_ml', spends = true) => {
	const definition = definitionOf(amounts);
	const rates = { conversionsPerClick: known, conversionsPerSpend: known };
	const learning = learningOf(spends ? certainSpend(() => 1) : null, rates);
	const target = dayTarget({ definition, days: new Map(), date, today: date }, { of: () => 1 });
	return seasonNotes({ learning: { ...learning, definition }, strategy, nowMs: 0, date }, target).map(
		({ message }) => message,
	);
};

test.each`
	amounts                        | date            | told             | because
	${{ flight: OVER_NEW_YEAR }}   | ${'2026-12-30'} | ${[MONTH, WEEK]} | ${'the flight goes on in January'}
	${{ flight: OVER_NEW_YEAR }}   | ${'2026-12-03'} | ${[MONTH]}       | ${'the first week is as usual'}
	${{ flight: OVER_NEW_YEAR }}   | ${'2027-01-03'} | ${[]}            | ${'January and its first week are as usual'}
	${{ monthlyAmount: '100.00' }} | ${'2026-12-29'} | ${[]}            | ${'the days left are all of this month and week'}
	${{ weeklyAmount: '100.00' }}  | ${'2026-12-29'} | ${[MONTH, WEEK]} | ${'the week ends in January'}
	${{ weeklyAmount: '100.00' }}  | ${'2026-12-22'} | ${[]}            | ${'its days are all of the fourth week of December'}
	${{ dailyAmount: '100.00' }}   | ${'2026-12-29'} | ${[]}            | ${'a day is spread over no others'}
`('of $amounts on $date tells $told: $because', ({ amounts, date, told }) => {
	expect(notes(amounts, date)).toEqual(told);
});

test('a season that may be none is not told', () => {
	expect(notes({ flight: OVER_NEW_YEAR }, '2026-12-30', vague)).toEqual([]);
});

test.each`
	strategy                         | told
	${'adaptive_ml'}                 | ${true}
	${'conversion_pattern_adaptive'} | ${true}
	${'performance_based'}           | ${false}
	${'even_distribution'}           | ${false}
`('$strategy tells seasons: $told, as it follows them', ({ strategy, told }) => {
	expect(notes({ flight: OVER_NEW_YEAR }, '2026-12-03', rate, strategy)).toEqual(told ? [MONTH] : []);
});

test('no season is told where days are weighed alike, for want of any spend', () => {
	expect(notes({ flight: OVER_NEW_YEAR }, '2026-12-03', rate, 'adaptive_ml', false)).toEqual([]);
});
