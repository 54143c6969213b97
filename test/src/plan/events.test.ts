import fc from 'fast-check';

import { createState, ingest, optimizeAllocation, readState, STRATEGIES } from '../../../src/index';
import { DAY_MS, hourly } from '../../support/deliveries';
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
		${[event()]}                                                        | ${'2026-11-23'} | ${'100.00'} | ${'every other day gets one part'}
		${[event({ start: '2026-11-28', end: '2026-11-29', factor: 0.5 })]} | ${'2026-11-29'} | ${'66.67'}  | ${'half a part of six'}
		${[event(), event({ name: 'Payday', factor: 1.5 })]}                | ${'2026-11-27'} | ${'266.66'} | ${'factors multiply: three of nine'}
		${[event({ start: '2026-12-27' })]}                                 | ${'2026-11-27'} | ${'114.29'} | ${'an event outside the flight changes nothing'}
	`('has $amount on $date: $because', ({ events, date, amount }) => {
		expect(planOf(events, date).dayAmount).toBe(amount);
	});

	test('is noted in the plan, and does not change a daily amount', () => {
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

	test('counts as usual and is noted as unknown if its factor is neither stated nor learned', () => {
		const plan = planOf([event({ factor: undefined })], '2026-11-27');
		expect(plan.dayAmount).toBe('114.29');
		expect(plan.constraints).toEqual([
			{
				code: 'event',
				detail: 'Black Friday: the day counts as usual in longer targets, because no earlier day of it is known',
			},
		]);
	});

	test.each`
		changes                  | message                 | because
		${{ factor: -1 }}        | ${/must be at least 0/} | ${'nothing is less than closed'}
		${{ start: 'tomorrow' }} | ${/must be a date/}     | ${'it is not a date'}
		${{ end: '2026-11-01' }} | ${/before it starts/}   | ${'the end is before the start'}
		${{ name: '' }}          | ${/must not be empty/}  | ${'a plan must be able to name it'}
	`('is rejected with $changes: $because', ({ changes, message }) => {
		expect(() => createState({ ...definition, events: [event(changes)] })).toThrow(message);
	});
});

describe('a day of the calendar that is learned', () => {
	/** Paydays, the first of each month, have twice the results at twice the spend; a hundred days before the flight, most of them folded. */
	const isPayday = (startMs: number) => new Date(startMs + 3_600_000).getUTCDate() === 1;
	const windows = hourly(MORNING - 100 * DAY_MS, 100 * 24, (hour) => {
		const factor = isPayday(MORNING - 100 * DAY_MS + hour * 3_600_000) ? 2 : 1;
		return {
			spend: String(4 * factor),
			clicks: 40 * factor,
			conversions: 4 * factor,
			revenue: String(80 * factor),
			impressions: 900 * factor,
		};
	});
	const flight = { start: '2026-11-23', end: '2026-12-06', amount: 1400 };
	const payday = { name: 'Payday', start: '2026-12-01', repeats: 'monthly' as const };
	const learnedState = (changes = {}) =>
		ingest(createState({ ...definition, flight, events: [payday], ...changes }), windows, MORNING).state;
	const planOn = (state: ReturnType<typeof learnedState>, date: string, strategy: (typeof STRATEGIES)[number]) =>
		optimizeAllocation(state, { strategy, nowMs: MORNING, date }).plan;

	test.each(['conversions', 'revenue', 'clicks', 'reach', 'balanced', 'roas', 'cpa'] as const)(
		'gets the factor learned from its earlier days in %s, and the plan states the evidence',
		(objective) => {
			const plan = planOn(learnedState({ objective }), '2026-12-01', 'even_distribution');
			expect(Number(plan.dayAmount)).toBeGreaterThan(180);
			expect(Number(plan.dayAmount)).toBeLessThan(195);
			expect(plan.constraints).toMatchObject([
				{
					code: 'event',
					detail: expect.stringMatching(
						/^Payday: the day counts (1\.9\d?|2\.0\d) \(1\.\d+-[12]\.\d+\) times as much as usual in longer targets, because 3 earlier days generated 1\.\d+ \(1\.\d+-1\.\d+\) times the usual results at the same spend$/,
					) as string,
				},
			]);
		},
	);

	test.each(STRATEGIES)('never changes the total, from a stored state too: %s', (strategy) => {
		const state = learnedState();
		const stored = readState(JSON.parse(JSON.stringify(state)));
		const cents = Array.from({ length: 14 }, (_, offset) => {
			const date = new Date(Date.parse(flight.start) + offset * DAY_MS).toISOString().slice(0, 10);
			const plan = planOn(state, date, strategy);
			expect(planOn(stored, date, strategy)).toEqual(plan);
			return Math.round(100 * Number(plan.dayAmount));
		});
		expect(cents.reduce((sum, amount) => sum + amount, 0)).toBe(140_000);
	});

	test('has the same factor in another currency unit', () => {
		const scaled = windows.map(({ spend, revenue, ...window }) => ({
			...window,
			spend: String(10 * Number(spend)),
			revenue: String(10 * Number(revenue)),
		}));
		const large = ingest(
			createState({ ...definition, flight: { ...flight, amount: 14_000 }, events: [payday], objective: 'revenue' }),
			scaled,
			MORNING,
		).state;
		const small = planOn(learnedState({ objective: 'revenue' }), '2026-12-01', 'even_distribution');
		const plan = planOn(large, '2026-12-01', 'even_distribution');
		expect(Math.abs(Number(plan.dayAmount) - 10 * Number(small.dayAmount))).toBeLessThan(0.1);
	});
});
