import fc from 'fast-check';

import { createState, optimizeAllocation, STRATEGIES } from '../../../src/index';
import { RUNS } from '../../support/runs';

const FLIGHT = { start: '2026-11-23', end: '2026-11-29', amount: 800 };
const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'Europe/Berlin', flight: FLIGHT };
const MORNING = Date.parse('2026-11-23T00:00:00+01:00');

const event = (changes = {}) => ({ name: 'Black Friday', start: '2026-11-27', factor: 2, ...changes });

const planOf = (events: object[] | undefined, date = '2026-11-23', changes = {}) =>
	optimizeAllocation(createState({ ...definition, ...changes, ...(events && { events: events as never }) }), {
		strategy: 'even_distribution',
		nowMs: MORNING,
		date,
	}).plan;

describe('a day of the calendar', () => {
	test.each`
		events                                                              | date            | amount      | because
		${undefined}                                                        | ${'2026-11-27'} | ${'114.29'} | ${'without events a seventh'}
		${[event()]}                                                        | ${'2026-11-27'} | ${'200.00'} | ${'two of eight parts'}
		${[event()]}                                                        | ${'2026-11-23'} | ${'100.00'} | ${'the other days have one part each'}
		${[event({ start: '2026-11-28', end: '2026-11-29', factor: 0.5 })]} | ${'2026-11-29'} | ${'66.67'}  | ${'half of a part, and there are six'}
		${[event(), event({ name: 'Payday', factor: 1.5 })]}                | ${'2026-11-27'} | ${'266.66'} | ${'factors multiply: three of nine'}
		${[event({ start: '2026-12-27' })]}                                 | ${'2026-11-27'} | ${'114.29'} | ${'an event elsewhere changes nothing'}
	`('has $amount on $date: $because', ({ events, date, amount }) => {
		expect(planOf(events, date).dayAmount).toBe(amount);
	});

	test('is told with the plan, and a daily amount stays as it is', () => {
		expect(planOf([event()], '2026-11-27').constraints).toMatchObject([
			{ code: 'event', detail: 'Black Friday: the day counts 2 times as much as usual in longer targets' },
		]);
		const daily = planOf([event()], '2026-11-27', { flight: undefined, dailyAmount: 100 });
		expect(daily.dayAmount).toBe('100.00');
		expect(daily.constraints).toEqual([]);
	});

	test('never changes the total: days of a flight add up to it, whatever the events and the strategy', () => {
		const factor = fc.integer({ min: 1, max: 200 }).map((tenths) => tenths / 10);
		const day = fc.integer({ min: 23, max: 29 }).map((date) => `2026-11-${date}`);
		fc.assert(
			fc.property(fc.array(fc.record({ start: day, factor })), fc.constantFrom(...STRATEGIES), (given, strategy) => {
				const events = given.map((one) => event(one));
				const state = createState({ ...definition, events });
				const cents = Array.from({ length: 7 }, (_, offset) => {
					const { plan } = optimizeAllocation(state, { strategy, nowMs: MORNING, date: `2026-11-${23 + offset}` });
					return Math.round(100 * Number(plan.dayAmount));
				});
				expect(cents.reduce((sum, amount) => sum + amount, 0)).toBe(80_000);
			}),
			{ ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 5) },
		);
	});

	test.each`
		changes                  | message                | because
		${{ factor: 0 }}         | ${/must be above 0/}   | ${'a day without money is no day of the budget'}
		${{ start: 'tomorrow' }} | ${/must be a date/}    | ${'no date'}
		${{ end: '2026-11-01' }} | ${/before it starts/}  | ${'the wrong way round'}
		${{ name: '' }}          | ${/must not be empty/} | ${'a plan could not name it'}
	`('is refused with $changes: $because', ({ changes, message }) => {
		expect(() => createState({ ...definition, events: [event(changes)] })).toThrow(message);
	});
});
