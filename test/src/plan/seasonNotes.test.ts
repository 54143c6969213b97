import type { Strategy } from '../../../src/budget/budgetDefinition';
import { planContext } from '../../../src/plan/planContext';
import { seasonNotes } from '../../../src/plan/seasonNotes';
import { dayTarget } from '../../../src/plan/dayTarget';
import { certainRate, certainSpend, definitionOf, learningOf } from './certainLearning';
import { spreadByWeight } from '../../../src/plan/spreadByWeight';

const DECEMBER = 11;
const LAST_WEEK = 4;

const rate = certainRate(0.1, {
	month: (month) => (month === DECEMBER ? 1.3 : 1),
	weekOfMonth: (week) => (week === LAST_WEEK ? 0.8 : 1),
});

/** The same factors with a relative standard deviation of 0.5. */
const uncertain = {
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
	const target = dayTarget(
		{ definition, days: new Map(), date, today: date },
		spreadByWeight({ of: () => 1 }, 'EUR', { today: date }),
	);
	return seasonNotes(planContext({ ...learning, definition }, { strategy, nowMs: 0, date }), target).map(
		({ message }) => message,
	);
};

test.each`
	amounts                        | date            | noted            | because
	${{ flight: OVER_NEW_YEAR }}   | ${'2026-12-30'} | ${[MONTH, WEEK]} | ${'the flight continues in January'}
	${{ flight: OVER_NEW_YEAR }}   | ${'2026-12-03'} | ${[MONTH]}       | ${'the first week is as usual'}
	${{ flight: OVER_NEW_YEAR }}   | ${'2027-01-03'} | ${[]}            | ${'January and its first week are as usual'}
	${{ monthlyAmount: '100.00' }} | ${'2026-12-29'} | ${[]}            | ${'all remaining days are in this month and week'}
	${{ weeklyAmount: '100.00' }}  | ${'2026-12-29'} | ${[MONTH, WEEK]} | ${'the week ends in January'}
	${{ weeklyAmount: '100.00' }}  | ${'2026-12-22'} | ${[]}            | ${'all its days are in the fourth week of December'}
	${{ dailyAmount: '100.00' }}   | ${'2026-12-29'} | ${[]}            | ${'a daily amount is not spread'}
`('$amounts on $date notes $noted: $because', ({ amounts, date, noted }) => {
	expect(notes(amounts, date)).toEqual(noted);
});

test('a season whose interval includes 1 is not noted', () => {
	expect(notes({ flight: OVER_NEW_YEAR }, '2026-12-30', uncertain)).toEqual([]);
});

test.each`
	strategy                         | noted
	${'adaptive_ml'}                 | ${true}
	${'conversion_pattern_adaptive'} | ${true}
	${'performance_based'}           | ${false}
	${'even_distribution'}           | ${false}
`('$strategy notes seasons: $noted', ({ strategy, noted }) => {
	expect(notes({ flight: OVER_NEW_YEAR }, '2026-12-03', rate, strategy)).toEqual(noted ? [MONTH] : []);
});

test('no season is noted without spend, when all days have equal weights', () => {
	expect(notes({ flight: OVER_NEW_YEAR }, '2026-12-03', rate, 'adaptive_ml', false)).toEqual([]);
});
