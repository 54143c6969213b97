import type { SpendHour } from '../../../src/demand/spendSeries';
import { planContext } from '../../../src/plan/planContext';
import { targetOf } from '../../../src/plan/targetOf';
import { certainSpend, definitionOf, learningOf } from './certainLearning';

/** The first hour of a Monday is over. */
const TODAY = Date.UTC(2026, 5, 1);
const NOW = TODAY + 3_600_000;
const DATE = '2026-06-01';

/** Days of the week before: the budget is no longer new. */
const BEFORE = ['2026-05-29', '2026-05-30', '2026-05-31'];

const spentHundred = { spend: 100_000_000, clicks: null, conversions: null, revenue: null, impressions: null };

/** Every hour usually spends 1.00; this one spent a different amount, and the day continues at that level. */
const firstHour = (spend: number): SpendHour => ({
	startMs: TODAY,
	date: DATE,
	localHour: 0,
	weekday: 0,
	hours: 1,
	spend,
	logMultiplier: 0,
	bidKnown: false,
	capped: false,
	reported: 1,
	divided: false,
	complete: true,
});

/** What today may spend of a week of 7000.00, of which 100.00 are spent this morning. */
const targetAfter = (
	spend: number,
	strategy: 'adaptive_ml' | 'even_distribution',
	dataUntilMs?: number,
	eventFactor?: number,
	usual = 1,
) => {
	const events = eventFactor === undefined ? undefined : [{ name: 'Sale', start: DATE, factor: eventFactor }];
	const learning = {
		...learningOf(certainSpend(() => usual)),
		definition: definitionOf({ weeklyAmount: '7000.00', objective: 'clicks', events }),
		dataUntilMs,
		series: [firstHour(spend)],
		days: new Map([...BEFORE, DATE].map((date) => [date, spentHundred])),
	};
	return targetOf(planContext(learning, { strategy, nowMs: NOW })).amount / 100;
};

/** 100.00 are spent; today gets its share of the rest, by the traffic of 23 hours against that of six whole days. */
const partOf = (traffic: number) => 100 + (6900 * traffic) / (traffic + 6 * 24);

test.each`
	spend   | strategy               | amount          | because
	${1}    | ${'adaptive_ml'}       | ${partOf(23)}   | ${'the day is as usual'}
	${1.5}  | ${'adaptive_ml'}       | ${partOf(34.5)} | ${'50% more is to come'}
	${0.8}  | ${'adaptive_ml'}       | ${partOf(18.4)} | ${'20% less is to come'}
	${100}  | ${'adaptive_ml'}       | ${partOf(46)}   | ${'at most twice the usual'}
	${0.01} | ${'adaptive_ml'}       | ${partOf(11.5)} | ${'at least half the usual'}
	${1.5}  | ${'even_distribution'} | ${1000}         | ${'other strategies keep the amount at the start of the day'}
`('after $spend instead of 1.00 $strategy gives today $amount: $because', ({ spend, strategy, amount }) => {
	expect(targetAfter(spend, strategy)).toBeCloseTo(amount, 1);
});

test('hours that reports already cover count as usual', () => {
	expect(targetAfter(1.5, 'adaptive_ml', NOW)).toBeCloseTo(partOf(34.5), 1);
	expect(targetAfter(1.5, 'adaptive_ml', TODAY + 86_400_000)).toBeCloseTo(partOf(23), 1);
});

test.each`
	spend  | factor | traffic         | because
	${1}   | ${2}   | ${2 * 23}       | ${'usual traffic does not contradict the factor: it may convert better'}
	${1.5} | ${2}   | ${2 * 23}       | ${'the factor explains 50% more'}
	${3}   | ${2}   | ${1.5 * 46}     | ${'three times as much is 1.5 times what it explains'}
	${0.8} | ${2}   | ${0.8 * 2 * 23} | ${'less than usual is unexpected'}
	${0.8} | ${0.5} | ${0.5 * 23}     | ${'the factor of a quiet day explains 20% less'}
	${1.5} | ${0.5} | ${1.5 * 11.5}   | ${'but not 50% more'}
`('a morning of $spend on a day of an event with the factor $factor predicts $traffic: $because', (row) => {
	expect(targetAfter(row.spend, 'adaptive_ml', undefined, row.factor)).toBeCloseTo(partOf(row.traffic), 1);
});

test('if no hour is expected to spend anything, the remaining days get equal amounts', () => {
	expect(targetAfter(1, 'adaptive_ml', undefined, 2, 0)).toBeCloseTo(100 + 6900 / 7, 1);
});
