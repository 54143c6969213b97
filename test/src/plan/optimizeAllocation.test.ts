import type { BudgetDefinitionInput, Strategy } from '../../../src/budget/budgetDefinition';
import { ingestWindows } from '../../../src/ledger/ingestWindows';
import type { Learning } from '../../../src/learning/learning';
import { EMPTY_LEDGER, type Ledger } from '../../../src/ledger/ledger';
import { storeRows } from '../../../src/ledger/storedHours';
import type { PerformanceWindow } from '../../../src/ledger/performanceWindow';
import { optimizeAllocation } from '../../../src/plan/optimizeAllocation';
import { planContext } from '../../../src/plan/planContext';
import { planDay } from '../../../src/plan/planDay';
import { dayTarget } from '../../../src/plan/dayTarget';
import { createState, type PacingState } from '../../../src/state/pacingState';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { certainRate, certainSpend, definitionOf, learningOf } from './certainLearning';
import { spreadByWeight } from '../../../src/plan/spreadByWeight';

/** A Monday. */
const TODAY = Date.UTC(2026, 5, 1);
const DATE = '2026-06-01';
const MINUTE_MS = 60_000;

const budget = (special: Partial<BudgetDefinitionInput> = {}): PacingState =>
	createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '240.00', ...special });

const planned = (state: PacingState, nowMs: number, strategy: Strategy = 'even_distribution', date?: string) =>
	optimizeAllocation(state, { strategy, nowMs, date });

const ingest = (state: PacingState, windows: readonly PerformanceWindow[], nowMs: number): PacingState => ({
	...state,
	ledger: ingestWindows(state.ledger, windows, { definition: state.definition, nowMs }).ledger,
});

/** Spend of today's hours from midnight on. */
const delivering = (state: PacingState, spend: readonly string[], nowMs: number) =>
	ingest(
		state,
		hourly(TODAY, spend.length, (hour) => ({ spend: spend[hour]! })),
		nowMs,
	);

describe('the plan of a day without history', () => {
	const { plan, state } = planned(budget({ limits: { learningReserve: 0.1 } }), TODAY + 1);

	test('names its budget, date and strategy', () => {
		expect(plan).toMatchObject({
			budgetId: 'b',
			date: DATE,
			timeZone: 'UTC',
			currency: 'EUR',
			strategy: 'even_distribution',
			createdMs: TODAY + 1,
			dayAmount: '240.00',
			spent: '0.00',
			reserve: '24.00',
			unspendable: '0.00',
			confidence: 0,
			expected: { conversions: null, revenue: null, spend: { mean: 240, low: 0, high: 240 } },
		});
		expect(plan.planId).toMatch(/^2026-06-01-[0-9a-f]{16}$/);
		expect(state.plan).toBe(plan);
	});

	test('gives every hour its share, its cap and the neutral bid', () => {
		expect(plan.hours[5]).toEqual({
			startMs: TODAY + 5 * HOUR_MS,
			endMs: TODAY + 6 * HOUR_MS,
			localHour: 5,
			state: 'planned',
			amount: '10.00',
			spent: null,
			cap: '20.00',
			share: 0.041667,
			multiplier: 1,
			expected: { conversions: null, revenue: null, clicks: null },
			confidence: expect.any(Number),
		});
	});
});

describe('hours of a day', () => {
	test.each`
		nowMs                    | states                               | because
		${TODAY}                 | ${['current', 'planned', 'planned']} | ${'the first hour begins now'}
		${TODAY + HOUR_MS - 1}   | ${['current', 'planned', 'planned']} | ${'it ends in a millisecond'}
		${TODAY + HOUR_MS}       | ${['past', 'current', 'planned']}    | ${'it ended now'}
		${TODAY + 2.5 * HOUR_MS} | ${['past', 'past', 'current']}       | ${'the third is half over'}
	`('are $states: $because', ({ nowMs, states }) => {
		expect(
			planned(budget(), nowMs)
				.plan.hours.slice(0, 3)
				.map(({ state }) => state),
		).toEqual(states);
	});

	test('that are past keep their spend, and the rest is planned again', () => {
		const nowMs = TODAY + 22 * HOUR_MS;
		const spend = [...Array<string>(20).fill('10.00'), '0', '20.00'];
		const { hours, spent } = planned(delivering(budget(), spend, nowMs), nowMs).plan;
		expect(hours.slice(19).map(({ amount }) => amount)).toEqual(['10.00', '0.00', '20.00', '10.00', '10.00']);
		expect(hours.slice(19).map((hour) => hour.spent)).toEqual(['10.00', '0.00', '20.00', null, null]);
		expect(hours.slice(19).map(({ cap }) => cap)).toEqual(['10.00', '0.00', '20.00', '20.00', '20.00']);
		expect(
			hours
				.slice(19)
				.map(({ multiplier }) => multiplier)
				.slice(0, 3),
		).toEqual([1, 1, 1]);
		expect(spent).toBe('220.00');
	});

	test('that are half over get half the amount of a whole hour, on top of their spend', () => {
		const nowMs = TODAY + 22.5 * HOUR_MS;
		const state = delivering(budget(), [...Array<string>(22).fill('10.00')], TODAY + 22 * HOUR_MS);
		const running = { startMs: TODAY + 22 * HOUR_MS, endMs: TODAY + 23 * HOUR_MS, spend: '5.00' };
		const { hours } = planned(ingest(state, [running], nowMs), nowMs).plan;
		expect(hours.slice(22).map(({ amount }) => amount)).toEqual(['10.00', '10.00']);
		expect(hours.slice(22).map(({ spent }) => spent)).toEqual(['5.00', null]);
	});

	test('round spend to whole cents whose running sums are the exact ones, rounded', () => {
		const nowMs = TODAY + 4 * HOUR_MS;
		const { hours, spent } = planned(delivering(budget(), Array<string>(4).fill('0.004'), nowMs), nowMs).plan;
		expect(hours.slice(0, 4).map((hour) => hour.spent)).toEqual(['0.00', '0.01', '0.00', '0.01']);
		expect(spent).toBe('0.02');
	});
});

describe('a cap', () => {
	test.each`
		limits                          | spend      | cap         | because
		${{}}                           | ${'10.00'} | ${'20.00'}  | ${'twice the amount'}
		${{ maxHourlyAmount: '12.00' }} | ${'10.00'} | ${'12.00'}  | ${'but not above the maximum per hour'}
		${{}}                           | ${'0'}     | ${'240.00'} | ${'the last hour gets all that remains'}
		${{}}                           | ${'11.00'} | ${'0.00'}   | ${'an overspent day has nothing left'}
	`('of the last hour after 23 of $spend with $limits is $cap: $because', ({ limits, spend, cap }) => {
		const nowMs = TODAY + (spend === '10.00' ? 5 : 23) * HOUR_MS;
		const hours = Math.floor((nowMs - TODAY) / HOUR_MS);
		const state = delivering(budget({ limits }), Array<string>(hours).fill(spend), nowMs);
		expect(planned(state, nowMs).plan.hours[23]!.cap).toBe(cap);
	});
});

describe('the day that is planned', () => {
	const yesterday = /2026-05-31 cannot be planned: in UTC it is 2026-06-01 already/;

	test('is today or later', () => {
		expect(() => planned(budget(), TODAY, 'even_distribution', '2026-05-31')).toThrow(yesterday);
		expect(() => planned(budget(), TODAY, 'even_distribution', '2026-05-31')).toThrow(
			expect.objectContaining({ description: "Leave 'Date' empty for today, or choose a later day." }),
		);
		expect(planned(budget(), TODAY, 'even_distribution', DATE).plan.date).toBe(DATE);
	});

	test('exists in its zone', () => {
		const state = budget({ timeZone: 'Pacific/Apia' });
		const before = Date.UTC(2011, 11, 29, 12);
		expect(() => planned(state, before, 'even_distribution', '2011-12-30')).toThrow(/2011-12-30 cannot be planned/);
	});

	test('becomes the plan of the state today, not later', () => {
		const { state, plan } = planned(budget(), TODAY);
		expect(state.plan).toBe(plan);
		const later = planned(state, TODAY, 'even_distribution', '2026-06-02');
		expect(later.plan.date).toBe('2026-06-02');
		expect(later.plan.hours.every((hour) => hour.state === 'planned')).toBe(true);
		expect(later.state.plan).toBe(plan);
	});
});

describe('a plan after a plan', () => {
	const limited = budget({ limits: { maxChangePerPlan: 0.1 } });

	test('changes no hour by more than the limit per plan', () => {
		const { state } = planned(limited, TODAY);
		const { hours } = planned(state, TODAY, 'front_loading').plan;
		expect(hours[0]!.amount).toBe('11.00');
		expect(hours[23]!.amount).toBe('9.00');
	});

	test('is free on the next day', () => {
		const { state } = planned(limited, TODAY);
		const { hours } = planned(state, TODAY + DAY_MS, 'front_loading').plan;
		expect(hours[0]!.amount).toBe('14.79');
	});

	test('has the same ID if it is the same, and another if it is not', () => {
		const { plan, state } = planned(budget(), TODAY);
		expect(planned(state, TODAY).plan.planId).toBe(plan.planId);
		expect(planned(state, TODAY, 'front_loading').plan.planId).not.toBe(plan.planId);
		expect(planned(state, TODAY + 1).plan.planId).not.toBe(plan.planId);
	});
});

describe('a plan from certain estimates', () => {
	/** Every hour spends 20.00 at twice the neutral bid; 10.00 yields ten clicks and two conversions with 30.00 of revenue. */
	const model = { ...certainSpend(() => 20, 0.5), logMultiplier: Math.log(2) };
	const learning = learningOf(model, {
		clicksPerSpend: certainRate(1),
		conversionsPerSpend: certainRate(0.2),
		revenuePerSpend: certainRate(3),
		impressionsPerSpend: certainRate(50),
	});

	const EVEN = spreadByWeight({ of: () => 1 }, 'EUR', { today: DATE });

	const planEvenly = (learning: Learning, nowMs = TODAY) => {
		const { definition, days } = learning;
		const target = dayTarget({ definition, days, date: DATE, today: DATE }, EVEN);
		return planDay(planContext(learning, { strategy: 'even_distribution', nowMs, date: DATE }), target, null);
	};

	const known = (special: Partial<BudgetDefinitionInput> = {}, ledger: Ledger = EMPTY_LEDGER, nowMs = TODAY) => {
		const definition = definitionOf({ dailyAmount: '240.00', ...special });
		return planEvenly({ ...learning, definition, ledger }, nowMs);
	};

	test('expects the results of its amounts', () => {
		expect(known().hours[5]).toMatchObject({ expected: { conversions: 2, revenue: '30.00', clicks: 10 } });
		expect(known().expected.conversions!.mean).toBeCloseTo(48, 9);
		expect(known().expected.revenue!.mean).toBeCloseTo(720, 9);
	});

	test('expects impressions and their CPM where they are the objective', () => {
		const { expected, hours } = known({ objective: 'reach' });
		expect(hours[5]).toMatchObject({ expected: { conversions: 2, impressions: 500 } });
		expect(expected.impressions!.mean).toBe(12_000);
		expect(expected.cpm).toMatchObject({ mean: 20, level: 0.8 });
		expect(expected.cpm!.low * expected.impressions!.high).toBeCloseTo(240_000, -2);
	});

	test('expects delivered results plus those to come', () => {
		const delivered = storeRows([[TODAY / MINUTE_MS, 60, 120_000_000, 5, 7, 11_000_000]]);
		const ledger = { campaigns: [{ campaignId: '', hours: delivered }] };
		const { expected, hours } = known({}, ledger, TODAY + HOUR_MS);
		expect(expected.conversions!.mean).toBeCloseTo(7 + 0.2 * 120, 9);
		expect(expected.revenue!.mean).toBeCloseTo(11 + 3 * 120, 9);
		expect(hours[0]).toMatchObject({ expected: { conversions: 0, revenue: '0.00', clicks: 0 }, multiplier: 1 });
	});

	test.each`
		objective        | mean      | because
		${'conversions'} | ${48}     | ${'48 conversions to come, uncertain by chance alone'}
		${'cpa'}         | ${48}     | ${'the same results'}
		${'balanced'}    | ${48}     | ${'the same results'}
		${'revenue'}     | ${720}    | ${'720.00 of revenue'}
		${'roas'}        | ${720}    | ${'the same results'}
		${'clicks'}      | ${240}    | ${'240 clicks'}
		${'reach'}       | ${12_000} | ${'12,000 impressions'}
	`('has the confidence of $mean results by chance for $objective: $because', ({ objective, mean }) => {
		expect(known({ objective }).confidence).toBeCloseTo(1 / (1 + 2.563103131089201 / Math.sqrt(mean)), 4);
	});

	test.each`
		dailyAmount  | multiplier | because
		${'480.00'}  | ${2}       | ${'the amount is what the current bid spends'}
		${'240.00'}  | ${0.5}     | ${'half of it, at an elasticity of 0.5, takes a quarter of the bid'}
		${'960.00'}  | ${8}       | ${'twice of it takes four times the bid'}
		${'4800.00'} | ${10}      | ${'bids are not raised above ten times'}
		${'2.40'}    | ${0.1}     | ${'nor lowered below a tenth'}
		${'0.01'}    | ${0}       | ${'an hour without an amount does not bid'}
	`('sets a multiplier of $multiplier for $dailyAmount: $because', ({ dailyAmount, multiplier }) => {
		expect(known({ dailyAmount }).hours[0]!.multiplier).toBeCloseTo(multiplier, 4);
	});

	test('has in each hour the confidence of its efficiency', () => {
		const rate = certainRate(0.1);
		const hourOfDay = rate.hourOfDay.map((multiplier) => ({ ...multiplier, relativeDeviation: 0.3 }));
		const { hours } = planEvenly(learningOf(model, { conversionsPerClick: { ...rate, hourOfDay } }));
		expect(hours[7]!.confidence).toBe(0.5653);
	});

	test('sets the multiplier of a running hour by the rest of its demand', () => {
		const nowMs = TODAY + 23.5 * HOUR_MS;
		expect(known({ dailyAmount: '10.00' }, EMPTY_LEDGER, nowMs).hours[23]!.multiplier).toBeCloseTo(2, 4);
	});

	test('sets the maximum multiplier if no demand is expected', () => {
		const silent = { ...model, spend: model.spend.map(() => 0) };
		const { hours } = planEvenly({ ...learning, spendModel: silent });
		expect(hours[0]!.multiplier).toBe(10);
	});

	test('rounds the reserve down, and has none by default', () => {
		expect(known({ limits: { learningReserve: 0.3333 } }).reserve).toBe('79.99');
		expect(known().reserve).toBe('0.00');
	});

	test('of a zero amount has no shares', () => {
		const flight = { start: '2026-07-01', end: '2026-07-02', amount: '10.00' };
		const plan = known({ flight });
		expect(plan).toMatchObject({ dayAmount: '0.00', expected: { spend: { mean: 0 } } });
		expect(plan.hours[0]).toMatchObject({ amount: '0.00', cap: '0.00', share: 0, multiplier: 0 });
		expect(plan.warnings.map(({ code }) => code)).toEqual(['outside-flight']);
	});
});

test('the amount that maxima leave unallocated is not expected to be spent', () => {
	const { plan } = planned(budget({ limits: { maxHourlyAmount: '5.00' } }), TODAY);
	expect(plan).toMatchObject({ unspendable: '120.00', expected: { spend: { mean: 120, high: 120 } } });
});

test('an hour that is half over gets half of an even hour, including the learning reserve', () => {
	const { plan } = planned(budget({ limits: { learningReserve: 0.5 } }), TODAY + 22.5 * HOUR_MS);
	expect(plan.hours.slice(22).map(({ amount }) => amount)).toEqual(['80.00', '160.00']);
});
