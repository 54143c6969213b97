import { contextAt } from '../../../src/api/checks';
import { historyDays } from '../../../src/backtest/historyDays';
import { CONTROLS } from '../../../src/budget/control';
import { checkExhaustion, createState, ingest, optimizeAllocation } from '../../../src/index';
import { learn } from '../../../src/learning/learn';
import { fanChart } from '../../../src/status/fanChart';
import { dailySpend } from '../../../src/status/dailySpend';
import { periodDays } from '../../../src/status/periodDays';
import { todaysSpend } from '../../../src/alerts/spendAnomaly';
import { unreportedAt } from '../../../src/learning/unreported';
import { tightestPeriod } from '../../../src/guards/moneyLeft';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

const BASE = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC' };

/** A Monday; June 2026 has 22 weekdays. */
const MONDAY = Date.UTC(2026, 5, 15);

const WEEKENDS = { name: 'Weekend', start: '2026-06-06', end: '2026-06-07', factor: 0, repeats: 'weekly' as const };
const OFFICE = [{ from: '08:00', to: '18:00' }];

const MONTH = { ...BASE, monthlyAmount: '2200.00', events: [WEEKENDS] };

/** Hours before Monday in which every open day spends 240 and every closed one so much an hour. */
const historyWith = (closed: string, days = 28) =>
	hourly(MONDAY - days * DAY_MS, days * 24, (hour) => {
		const weekday = new Date(MONDAY - days * DAY_MS + hour * HOUR_MS).getUTCDay();
		const isClosed = weekday === 0 || weekday === 6;
		return {
			campaignId: '7',
			spend: isClosed ? closed : '10.00',
			clicks: 10,
			conversions: isClosed ? 9 : 1,
			budget: '250.00',
		};
	});

const stateWith = (definition: object, windows = historyWith('0')) =>
	ingest(createState({ ...BASE, ...definition } as never), windows, MONDAY).state;

const NOON = MONDAY + 12 * HOUR_MS;

describe('what was spent on closed days', () => {
	test.each([undefined, ...CONTROLS])('changes no plan and no forecast of other days: %s', (control) => {
		const decided = ['0.10', '90.00'].map((closed) => {
			const definition = { dailyAmount: '240.00', events: [WEEKENDS], ...(control !== undefined && { control }) };
			const state = stateWith({ ...definition, campaigns: [{ campaignId: '7' }] }, historyWith(closed));
			const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: MONDAY });
			const { spendByDayEnd } = checkExhaustion(state, { nowMs: MONDAY }).exhaustion;
			return {
				hours: plan.hours.map(({ amount }) => amount),
				campaigns: plan.campaigns?.map(({ amount, headroom }) => [amount, headroom]),
				spendByDayEnd,
			};
		});
		expect(decided[1]).toEqual(decided[0]);
	});

	test('is no day of the event, and none to replay', () => {
		const state = stateWith(MONTH, historyWith('90.00'));
		expect(learn(state).uplift('Weekend')).toBeNull();
		const replayed = historyDays(state.ledger, state.definition).map(({ date }) => new Date(date).getUTCDay());
		expect(replayed).not.toContain(0);
		expect(replayed).toHaveLength(20);
	});
});

describe('figures of days', () => {
	test('spread what was spent before the first report over open days', () => {
		const { plan } = optimizeAllocation(createState(MONTH), { strategy: 'even_distribution', nowMs: MONDAY });
		expect(plan.dayAmount).toBe('100.00');
		expect(plan.warnings).toContainEqual(
			expect.objectContaining({ message: expect.stringMatching(/€1,000\.00, is assumed/) as string }),
		);
	});

	test('count open days ahead, and need nothing of closed ones', () => {
		const context = contextAt(stateWith(MONTH), NOON);
		expect(tightestPeriod(context)).toMatchObject({ daysAhead: 11 });
		expect(dailySpend(context).evenDay).toBe(100);
		expect(dailySpend(contextAt(stateWith(MONTH), MONDAY - DAY_MS)).evenDay).toBeNull();
		const { status, horizons } = checkExhaustion(stateWith(MONTH), { nowMs: NOON }).exhaustion;
		const { days } = periodDays(context, { status, horizons })!;
		const neededOn = (date: string) => days.find((day) => day.date === date)!.needed;
		expect(neededOn('2026-06-01')).toBe(100);
		expect(neededOn('2026-06-13')).toBe(0);
		expect(neededOn('2026-06-20')).toBe(0);
		expect(neededOn('2026-06-19')).toBe(Number(horizons.month!.neededPerDay));
		expect(days.find(({ date }) => date === '2026-06-20')!.forecast!.spend).toMatchObject({ mean: 0, low: 0, high: 0 });
	});
});

describe('the last day that is open', () => {
	/** A flight until a closed Sunday, and one until the Saturday before it. */
	const flights = ['2026-06-14', '2026-06-13'].map((end) => ({
		flight: { start: '2026-06-01', end, amount: '3120.00' },
		events: [{ name: 'Sunday', start: '2026-06-14', factor: 0 }],
	}));
	const saturday = (hour: number) => Date.UTC(2026, 5, 13, hour);
	const stateAt = (definition: object, nowMs: number, spend = '10.00') =>
		ingest(
			createState({ ...BASE, ...definition } as never),
			hourly(saturday(0) - 28 * DAY_MS, (nowMs - saturday(0)) / HOUR_MS + 28 * 24, () => ({
				campaignId: '7',
				spend,
				budget: '250.00',
			})),
			nowMs,
		).state;

	test.each([undefined, ...CONTROLS])('is planned like the last one: %s', (control) => {
		const [until, before] = flights.map((definition) => {
			const state = stateAt({ ...definition, ...(control !== undefined && { control }) }, saturday(15));
			const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: saturday(15) });
			return [plan.dayAmount, plan.hours.map(({ amount }) => amount)];
		});
		expect(until).toEqual(before);
	});

	test('may spend the last of the flight, and the closed day after it is no incident', () => {
		const [{ flight, events }] = flights as [(typeof flights)[number]];
		const state = stateAt({ flight: { ...flight, amount: '3110.00' }, events }, saturday(23));
		for (const nowMs of [saturday(23), saturday(24 + 12)]) {
			const { exhaustion } = checkExhaustion(state, { nowMs });
			expect(exhaustion.alerts).toEqual([]);
			expect(exhaustion.reasons.map(({ code }) => code)).not.toContain('flight-spent');
			const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs });
			expect(plan.warnings.map(({ code }) => code)).not.toContain('flight-spent');
		}
	});
});

describe('a forecast of today', () => {
	const everyHour = hourly(MONDAY - 28 * DAY_MS, 28 * 24, () => ({ spend: '10.00', clicks: 10 }));

	test('is nothing while it is closed, however usual it is that such days spend', () => {
		const events = [{ name: 'Move', start: '2026-06-15', factor: 0 }];
		const context = contextAt(stateWith({ dailyAmount: '240.00', events }, everyHour), NOON);
		expect(fanChart(context).hours.at(-1)!.spend).toMatchObject({ mean: 0, low: 0, high: 0 });
		expect(context.unreported.today.mean).toBe(0);
	});

	test('ends with the flight', () => {
		const flight = { start: '2026-06-01', end: '2026-06-15', amount: '3580.00', endTime: '18:00' };
		const { spendByDayEnd } = checkExhaustion(stateWith({ flight }, everyHour), { nowMs: MONDAY }).exhaustion;
		expect(spendByDayEnd.mean).toBeCloseTo(180, -1);
	});
});

describe('figures of hours', () => {
	const office = { dailyAmount: '100.00', openHours: OFFICE };

	test('last over the open hours', () => {
		const { exhaustion } = checkExhaustion(createState({ ...BASE, ...office }), { nowMs: MONDAY });
		expect(exhaustion.recommendedHourlyCap).toBe('10.00');
	});

	test('compare today with what is usual in its open hours only', () => {
		const windows = hourly(MONDAY - 28 * DAY_MS, 28 * 24 + 12, (hour) => ({
			spend: hour % 24 >= 8 && hour % 24 < 18 ? '10.00' : '0.50',
		}));
		const { wholeDay, usualDay } = todaysSpend(
			contextAt(ingest(createState({ ...BASE, ...office }), windows, NOON).state, NOON),
		)!;
		expect(wholeDay).toMatchObject({ fromMs: MONDAY + 8 * HOUR_MS, untilMs: NOON, spent: 40 });
		expect(wholeDay.usual).toBeCloseTo(40, 0);
		expect(usualDay).toBeCloseTo(100, 0);
	});

	test('expect nothing unreported of closed ones', () => {
		const windows = hourly(MONDAY - 28 * DAY_MS, 28 * 24 - 6, (hour) => ({
			spend: hour % 24 >= 8 && hour % 24 < 18 ? '10.00' : '0',
		}));
		const learning = learn(ingest(createState({ ...BASE, ...office }), windows, MONDAY - 6 * HOUR_MS).state);
		const at = (nowMs: number) => unreportedAt(learning, nowMs);
		expect(at(MONDAY + 7 * HOUR_MS).today.mean).toBe(0);
		expect([...at(MONDAY + 7 * HOUR_MS).earlier.values()].every((spend) => spend === 0)).toBe(true);
		expect(at(MONDAY + 9 * HOUR_MS).today.mean).toBeCloseTo(10, 0);
		expect(at(MONDAY + 9 * HOUR_MS).fromMs).toBe(MONDAY + 8 * HOUR_MS);
	});
});
