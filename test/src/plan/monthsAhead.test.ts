import fc from 'fast-check';

import {
	type BudgetDefinitionInput,
	checkExhaustion,
	createState,
	definitionNotes,
	ingest,
	optimizeAllocation,
	overviewOf,
	type PacingState,
	pacingStatus,
	preparePush,
	STRATEGIES,
} from '../../../src/index';
import type { DayTotal } from '../../../src/ledger/dayTotals';
import { dayContext } from '../../../src/forecast/dayContext';
import { dueShare } from '../../../src/forecast/dueShare';
import { dayTarget } from '../../../src/plan/dayTarget';
import { spreadByValue } from '../../../src/plan/spreadByValue';
import { spreadByWeight } from '../../../src/plan/spreadByWeight';
import { addDays } from '../../../src/time/localClock';
import { datesOf, monthOf, weekOf } from '../../../src/time/period';
import { amountIn, scene } from '../../support/arbitraries';
import { campaign, google } from '../../support/biddingTargets';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { RUNS } from '../../support/runs';
import { definitionOf } from './certainLearning';

const PLANNED = { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 4) };

/** Spend in major units by local date. */
const spending = (spend: Record<string, number>): ReadonlyMap<string, DayTotal> =>
	new Map(
		Object.entries(spend).map(([date, amount]) => [
			date,
			{ spend: Math.round(amount * 1_000_000), clicks: null, conversions: null, revenue: null, impressions: null },
		]),
	);

const DOUBLED = { monthlyAmount: '3000.00', amountsFrom: [{ from: '2026-12-01', monthlyAmount: '6200.00' }] };
const RAISED = { dailyAmount: '100.00', amountsFrom: [{ from: '2026-11-16', dailyAmount: '150.00' }] };
const WEEKS = { weeklyAmount: '700.00', amountsFrom: [{ from: '2026-11-30', weeklyAmount: '1400.00' }] };

describe('what a day may spend, in cents', () => {
	test.each`
		definition                                                                                                               | date            | today           | spent                                     | amount   | from       | because
		${DOUBLED}                                                                                                               | ${'2026-11-30'} | ${'2026-11-30'} | ${{ '2026-11-29': 2900 }}                 | ${10000} | ${'month'} | ${'the last day of the month before'}
		${DOUBLED}                                                                                                               | ${'2026-12-01'} | ${'2026-12-01'} | ${{ '2026-11-29': 2900 }}                 | ${20000} | ${'month'} | ${'an even day of the new month'}
		${DOUBLED}                                                                                                               | ${'2026-12-01'} | ${'2026-11-20'} | ${{ '2026-11-19': 2900 }}                 | ${20000} | ${'month'} | ${'planned in advance'}
		${RAISED}                                                                                                                | ${'2026-11-15'} | ${'2026-11-15'} | ${{}}                                     | ${10000} | ${'day'}   | ${'the day before the raise'}
		${RAISED}                                                                                                                | ${'2026-11-16'} | ${'2026-11-16'} | ${{}}                                     | ${15000} | ${'day'}   | ${'the day of the raise'}
		${WEEKS}                                                                                                                 | ${'2026-11-29'} | ${'2026-11-29'} | ${{ '2026-11-23': 600 }}                  | ${10000} | ${'week'}  | ${'the last day of a week'}
		${WEEKS}                                                                                                                 | ${'2026-11-30'} | ${'2026-11-30'} | ${{ '2026-11-23': 600 }}                  | ${20000} | ${'week'}  | ${'the first of the week with more'}
		${{ ...DOUBLED, rollover: { maxShare: 1 } }}                                                                             | ${'2026-12-01'} | ${'2026-12-01'} | ${{ '2026-11-29': 2690 }}                 | ${21000} | ${'month'} | ${'310.00 of the amount of the month before were unspent'}
		${{ ...DOUBLED, rollover: { maxShare: 0.1 } }}                                                                           | ${'2026-12-01'} | ${'2026-12-01'} | ${{ '2026-11-29': 10 }}                   | ${20968} | ${'month'} | ${'a tenth of the amount of the month before is carried over'}
		${{ weeklyAmount: '700.00', rollover: { maxShare: 1 }, amountsFrom: [{ from: '2026-12-01', monthlyAmount: '310.00' }] }} | ${'2026-12-01'} | ${'2026-12-01'} | ${{ '2026-11-23': 700, '2026-11-30': 0 }} | ${1000}  | ${'month'} | ${'a month without a monthly amount leaves nothing'}
		${{ ...DOUBLED, dailyAmount: '250.00', amountsFrom: [{ from: '2026-12-01', dailyAmount: '90.00' }] }}                    | ${'2026-12-05'} | ${'2026-12-05'} | ${{}}                                     | ${9000}  | ${'day'}   | ${'the tightest amount of that day applies'}
	`('$definition on $date is $amount: $because', ({ definition, date, today, spent, amount, from }) => {
		const days = spending({ '2026-01-01': 0, ...spent });
		const target = dayTarget(
			{ definition: definitionOf(definition), days, date, today },
			spreadByWeight({ of: () => 1 }, 'EUR', { today }),
		);
		expect(target).toMatchObject({ amount, from });
	});

	test('days ahead are within the daily amount that holds on them', () => {
		const definition = definitionOf({
			weeklyAmount: '700.00',
			amountsFrom: [{ from: '2026-11-13', dailyAmount: '60.00' }],
		});
		const of = (date: string) => (date === '2026-11-14' ? 0.1 : 1);
		const days = spending({ '2026-01-01': 0 });
		const { ahead } = dayTarget(
			{ definition, days, date: '2026-11-11', today: '2026-11-11' },
			spreadByWeight({ of }, 'EUR', { today: '2026-11-11' }),
		);
		expect(ahead.map(({ amount, reason }) => [amount, reason])).toEqual([
			[17073, 'even'],
			[6000, 'maximum'],
			[1707, 'value'],
			[6000, 'maximum'],
		]);
	});
});

test('a month of any weights adds up to its own amount, to the minor unit', () => {
	const cents = fc.integer({ min: 3100, max: 10_000_000 });
	const weights = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 31, maxLength: 31 });
	fc.assert(
		fc.property(cents, cents, weights, fc.boolean(), (november, december, own, isByValue) => {
			const definition = definitionOf({
				monthlyAmount: (november / 100).toFixed(2),
				amountsFrom: [{ from: '2026-12-01', monthlyAmount: (december / 100).toFixed(2) }],
			});
			const weightOf = (date: string) => own[Number(date.slice(8)) - 1]!;
			const rule = isByValue
				? spreadByValue({
						potentialOf: (date) => ({
							value: weightOf(date),
							demand: Infinity,
							certainDemand: Infinity,
							maximum: Infinity,
							pacing: 1,
							isEvent: false,
						}),
						elasticity: 0.7,
						firstDayBound: Infinity,
					})
				: spreadByWeight({ of: weightOf }, 'EUR', { today: '2026-11-01' });
			const totalOf = (month: string, today: string) =>
				datesOf(monthOf(month)).reduce(
					(sum, date) => sum + dayTarget({ definition, days: spending({ '2026-10-01': 0 }), date, today }, rule).amount,
					0,
				);
			expect(totalOf('2026-11-01', '2026-11-01')).toBe(november);
			expect(totalOf('2026-12-01', '2026-11-01')).toBe(december);
			expect(totalOf('2026-12-01', '2026-12-01')).toBe(december);
		}),
		PLANNED,
	);
});

describe('a budget in any scene', () => {
	const withDefinition = (one: { definition: BudgetDefinitionInput }, changes: Partial<BudgetDefinitionInput>) =>
		createState({ ...one.definition, ...changes });
	const decisions = (state: PacingState, nowMs: number, strategy: (typeof STRATEGIES)[number]) => {
		const planned = optimizeAllocation(state, { strategy, nowMs });
		const plan = { ...planned.plan, definitionId: '' };
		const checked = checkExhaustion(planned.state, { nowMs });
		return JSON.stringify([plan, checked.exhaustion, pacingStatus(planned.state, { nowMs })]);
	};
	const anyScene = scene.chain((one) =>
		fc.record({
			one: fc.constant(one),
			strategy: fc.constantFrom(...STRATEGIES),
			control: fc.constantFrom('bid-multiplier' as const, 'daily-budget' as const),
			before: fc.record({
				dailyAmount: amountIn(one.definition.currency, 500, 200_000),
				weeklyAmount: amountIn(one.definition.currency, 3_500, 1_000_000),
				monthlyAmount: amountIn(one.definition.currency, 15_000, 4_000_000),
			}),
			after: fc.record({
				dailyAmount: amountIn(one.definition.currency, 500, 200_000),
				weeklyAmount: amountIn(one.definition.currency, 3_500, 1_000_000),
				monthlyAmount: amountIn(one.definition.currency, 15_000, 4_000_000),
			}),
		}),
	);

	test('is decided the same without a change of amounts, and with one that is years away', () => {
		fc.assert(
			fc.property(anyScene, ({ one, strategy, control, before, after }) => {
				const limits = {};
				const decided = (amountsFrom: BudgetDefinitionInput['amountsFrom']) => {
					const changing = amountsFrom === undefined ? {} : { amountsFrom };
					const created = withDefinition(one, { ...before, control, limits, ...changing });
					return decisions(ingest(created, one.windows, one.nowMs).state, one.nowMs, strategy);
				};
				const plain = decided(undefined);
				expect(decided([])).toBe(plain);
				expect(
					decided([{ from: '2035-01-01', dailyAmount: after.dailyAmount, monthlyAmount: after.monthlyAmount }]),
				).toBe(plain);
			}),
			PLANNED,
		);
	});

	test('is planned by the amounts that hold on the day', () => {
		fc.assert(
			fc.property(anyScene, ({ one, strategy, control, before, after }) => {
				const { date, nowMs, windows } = one;
				const other = { control, limits: {} };
				const amountsFrom = [
					{ from: date, dailyAmount: after.dailyAmount },
					{ from: weekOf(date, 'monday').start, weeklyAmount: after.weeklyAmount },
					{ from: monthOf(date).start, monthlyAmount: after.monthlyAmount },
				];
				fc.pre(new Set(amountsFrom.map(({ from }) => from)).size === 3);
				const planOf = (changes: Partial<BudgetDefinitionInput>) => {
					const { state } = ingest(withDefinition(one, { ...other, ...changes }), windows, nowMs);
					const { plan } = optimizeAllocation(state, { strategy, nowMs });
					const constraints = plan.constraints.filter(({ code }) => code !== 'amount-change');
					return { ...plan, definitionId: '', constraints };
				};
				expect(planOf({ ...before, amountsFrom })).toEqual(planOf(after));
			}),
			PLANNED,
		);
	});
});

describe('a budget whose December doubles', () => {
	const LAST_DAY = Date.parse('2026-11-30T00:00:00Z');
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC' };
	/** 100.00 a day since the beginning of November. */
	const stateAt = (nowMs: number, changes: Partial<BudgetDefinitionInput> = DOUBLED) => {
		const firstMs = Date.parse('2026-11-01T00:00:00Z');
		const windows = hourly(firstMs, Math.floor((nowMs - firstMs) / HOUR_MS), (hour) => ({
			campaignId: '111',
			spend: (100 / 24 + 0.1 * Math.sin(hour)).toFixed(4),
			clicks: 10,
			conversions: 1,
		}));
		return ingest(createState({ ...definition, ...changes }), windows, nowMs).state;
	};
	const planAt = (nowMs: number, changes?: Partial<BudgetDefinitionInput>) =>
		optimizeAllocation(stateAt(nowMs, changes), { strategy: 'even_distribution', nowMs });

	test.each`
		atMs                     | changes                                                                                              | details                                                                    | because
		${LAST_DAY - 7 * DAY_MS} | ${DOUBLED}                                                                                           | ${[]}                                                                      | ${'eight days are far'}
		${LAST_DAY - 6 * DAY_MS} | ${DOUBLED}                                                                                           | ${['From 1 December on the monthly amount is €6,200.00, after €3,000.00']} | ${'a week is near'}
		${LAST_DAY + DAY_MS}     | ${DOUBLED}                                                                                           | ${['From 1 December on the monthly amount is €6,200.00, after €3,000.00']} | ${'on its first day'}
		${LAST_DAY + 2 * DAY_MS} | ${DOUBLED}                                                                                           | ${[]}                                                                      | ${'it is what holds then'}
		${LAST_DAY}              | ${{ ...DOUBLED, amountsFrom: [{ from: '2026-12-01', dailyAmount: 300, monthlyAmount: '3000.00' }] }} | ${['From 1 December on the daily amount is €300.00']}                      | ${'an amount that is the same is no change'}
	`('names the change: $because', ({ atMs, changes, details }) => {
		const { constraints } = planAt(atMs, changes).plan;
		expect(constraints.filter(({ code }) => code === 'amount-change').map(({ detail }) => detail)).toEqual(details);
	});

	test('its status has the amounts of the month', () => {
		const targetAt = (nowMs: number) => pacingStatus(stateAt(nowMs), { nowMs }).horizons.month!.target;
		expect([targetAt(LAST_DAY + 23 * HOUR_MS), targetAt(LAST_DAY + DAY_MS)]).toEqual(['3000.00', '6200.00']);
	});

	test('an even day on the overview is one of the amounts that hold today', () => {
		const changes = { ...DOUBLED, dailyAmount: '150.00' };
		const raised = {
			...changes,
			amountsFrom: [{ from: '2026-12-01', monthlyAmount: '6200.00', dailyAmount: '180.00' }],
		};
		const evenDayAt = (nowMs: number, of: object) => overviewOf(stateAt(nowMs, of), { nowMs }).daily.evenDay;
		expect(evenDayAt(LAST_DAY, raised)).toBe(100);
		expect(evenDayAt(LAST_DAY + DAY_MS, changes)).toBe(150);
		expect(evenDayAt(LAST_DAY + DAY_MS, raised)).toBe(180);
	});

	test('days of events ahead are forecast up to the daily amount that holds on them', () => {
		const events = [{ name: 'Sale', start: '2026-12-02', end: '2026-12-31', factor: 3 }];
		const projected = (daily: object[]) => {
			const changes = { monthlyAmount: '9000.00', dailyAmount: '110.00', events, amountsFrom: daily as never };
			return pacingStatus(stateAt(LAST_DAY + DAY_MS, changes), { nowMs: LAST_DAY + DAY_MS }).horizons.month!.projected
				.mean;
		};
		expect(projected([])).toBeLessThan(3600);
		expect(projected([{ from: '2026-12-02', dailyAmount: '250.00' }])).toBeGreaterThan(6500);
	});

	test('hours owe nothing once three quarters of the daily amount that holds on them are spent', () => {
		const changes = { dailyAmount: '1000.00', amountsFrom: [{ from: '2026-12-01', dailyAmount: '120.00' }] };
		const nowMs = LAST_DAY + DAY_MS + 23 * HOUR_MS;
		const state = stateAt(nowMs, changes);
		const context = dayContext(state, nowMs);
		const owed = dueShare(context, { campaignId: null, own: state.ledger });
		const { series } = context.learning;
		expect([owed(series.at(-1)!), owed(series.at(-24)!)]).toEqual([0, 1]);
	});

	test('an approved plan is pushed on the day of the change, and refused on the day after', () => {
		const nowMs = LAST_DAY + DAY_MS + 9 * HOUR_MS;
		const { state, plan } = planAt(nowMs);
		const approved = { target: google(campaign()), planId: plan.planId };
		expect(() => preparePush(state, { ...approved, nowMs: nowMs + HOUR_MS })).not.toThrow();
		expect(() => preparePush(state, { ...approved, nowMs: nowMs + DAY_MS })).toThrow(/is for 2026-12-01/);
		const eve = planAt(LAST_DAY + 9 * HOUR_MS);
		const known = { target: google(campaign()), planId: eve.plan.planId };
		expect(() => preparePush(eve.state, { ...known, nowMs: LAST_DAY + 23 * HOUR_MS })).not.toThrow();
		expect(() => preparePush(eve.state, { ...known, nowMs })).toThrow(/is for 2026-11-30/);
	});

	test('a daily amount without room for a month ahead is warned of, with the date', () => {
		const notes = definitionNotes(definitionOf({ ...DOUBLED, dailyAmount: '150.00' }));
		expect(notes).toEqual([
			{
				code: 'daily-amount-below-target',
				message: expect.stringMatching(
					/^From 1 Dec 2026 on: 'Daily Amount' of €150\.00 limits every day: a month comes to/,
				),
			},
		]);
		expect(definitionNotes(definitionOf({ ...DOUBLED, dailyAmount: '100.00' }))).toEqual([
			{ code: 'daily-amount-below-target', message: expect.stringMatching(/^'Daily Amount' of €100\.00/) },
		]);
	});
});

test.each`
	date            | codes                         | because
	${'2026-11-30'} | ${['amount-change']}          | ${'only a daily amount holds, which an event does not change'}
	${'2026-12-01'} | ${['amount-change', 'event']} | ${'the monthly amount has begun'}
`('an event on $date gives $codes: $because', ({ date, codes }) => {
	const state = createState({
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		dailyAmount: '400.00',
		amountsFrom: [{ from: '2026-12-01', monthlyAmount: '3100.00' }],
		events: [{ name: 'Sale', start: '2026-11-30', end: '2026-12-01', factor: 2 }],
	});
	const { plan } = optimizeAllocation(state, {
		strategy: 'even_distribution',
		nowMs: Date.parse('2026-11-29T00:00:00Z'),
		date,
	});
	expect(plan.constraints.map(({ code }) => code)).toEqual(expect.arrayContaining(codes as string[]));
	expect(plan.constraints.some(({ code }) => code === 'event')).toBe((codes as string[]).includes('event'));
});

test('days ahead are bounded by the maximum of each, where daily budgets are the lever', () => {
	const definition = {
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		control: 'daily-budget' as const,
		monthlyAmount: '3000.00',
		dailyAmount: '400.00',
	};
	const nowMs = Date.parse('2026-11-10T00:00:00Z');
	const amountsFrom = [{ from: '2026-11-20', dailyAmount: '80.00' }];
	const { plan } = optimizeAllocation(createState({ ...definition, amountsFrom }), {
		strategy: 'even_distribution',
		nowMs,
	});
	const of = (date: string) => plan.days.find((day) => day.date === date);
	expect(of('2026-11-20')).toMatchObject({ amount: '80.00', why: 'The maximum of a day' });
	expect(Number(of('2026-11-19')!.amount)).toBeGreaterThan(110);
	const all = [{ amount: plan.dayAmount }, ...plan.days].reduce(
		(sum, { amount }) => sum + Math.round(100 * Number(amount)),
		0,
	);
	expect(all).toBe(Math.round(300_000 * (21 / 30)));
	expect(addDays(plan.days.at(-1)!.date, 1)).toBe('2026-12-01');
});
