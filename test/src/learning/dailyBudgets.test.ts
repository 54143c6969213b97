import {
	checkExhaustion,
	createState,
	fanChart,
	ingest,
	optimizeAllocation,
	type PacingState,
	preparePush,
	updateDefinition,
	withOffer,
} from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday, midnight. */
const TODAY = Date.UTC(2026, 10, 23);
const DAYS = 28;

interface Account {
	/** Daily budget and spend of a day, by the days before today; 0 is today. */
	readonly budget: (daysBefore: number) => number;
	readonly spend: (daysBefore: number) => number;
	/** Hours of today that are reported. */
	readonly hours?: number;
}

/** An account with even hours whose reports name its daily budget, and a monthly amount beyond its needs. */
function account(
	{ budget, spend, hours = 0 }: Account,
	control: 'daily-budget' | undefined = 'daily-budget',
): PacingState {
	let state = createState({
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		dailyAmount: '100.00',
		...(control && { control }),
	});
	for (let daysBefore = DAYS; daysBefore >= 0; daysBefore--) {
		const startMs = TODAY - daysBefore * DAY_MS;
		const count = daysBefore === 0 ? hours : 24;
		const windows = hourly(startMs, count, () => ({
			campaignId: 'a',
			spend: (spend(daysBefore) / 24).toFixed(6),
			clicks: 10,
			conversions: 1,
		}));
		if (control !== undefined) {
			state = withOffer(state, { campaignId: 'a', amount: String(budget(daysBefore)), atMs: startMs });
		}
		if (count > 0) ({ state } = ingest(state, windows, startMs + count * HOUR_MS));
	}
	return state;
}

const planned = (state: PacingState, hour: number) =>
	optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: TODAY + hour * HOUR_MS }).plan;

const checked = (state: PacingState, hour: number) =>
	checkExhaustion(state, { nowMs: TODAY + hour * HOUR_MS }).exhaustion;

/** Days of the week in turn with budgets of 80 and 120, all of them spent. */
const uneven = (daysBefore: number) => (daysBefore % 2 === 0 ? 80 : 120);

describe('spend is forecast under the daily budget in force', () => {
	test.each`
		today  | limited  | expected | because
		${100} | ${true}  | ${100}   | ${'the budget is the usual one'}
		${50}  | ${true}  | ${50}    | ${'half the budget spends half'}
		${200} | ${false} | ${100}   | ${'demand was the limit before: more budget brings no more'}
	`('$today in place of 100 spends about $expected: $because', ({ today, limited, expected }) => {
		const usual = limited ? uneven : () => 200;
		const state = account({
			budget: (daysBefore) => (daysBefore === 0 ? (today as number) : usual(daysBefore)),
			spend: (daysBefore) => (limited ? uneven(daysBefore) : 100),
		});
		const { mean } = checked(state, 0.5).spendByDayEnd;
		expect(mean).toBeGreaterThan(0.8 * (expected as number));
		expect(mean).toBeLessThan(1.25 * (expected as number));
	});
});

describe('an alert needs more than a normal day of a platform that paces', () => {
	test.each`
		pace   | state       | because
		${1.2} | ${'ok'}     | ${'a fifth above is made up for on other days'}
		${2.5} | ${'firing'} | ${'no platform does that on a normal day'}
	`('at $pace times its amount by noon: $because', ({ pace, state: expected }) => {
		const spend = (daysBefore: number) => (daysBefore === 0 ? 100 * (pace as number) : 100);
		expect(checked(account({ budget: () => 100, spend, hours: 12 }), 12).alert.state).toBe(expected);
	});

	test('nothing is alerted in the first hour, under the budget of yesterday', () => {
		const state = account({ budget: (daysBefore) => (daysBefore === 0 ? 300 : uneven(daysBefore)), spend: uneven });
		expect(checked(state, 0.4).alert.state).toBe('ok');
		expect(checked(state, 1.4).alert.state).toBe('firing');
	});

	test('an alert is not resolved while the day is still at risk, however the next hours go', () => {
		const running = account(
			{ budget: () => 100, spend: (daysBefore) => (daysBefore === 0 ? 160 : 100), hours: 8 },
			undefined,
		);
		const { state } = checkExhaustion(running, { nowMs: TODAY + 8 * HOUR_MS });
		expect(state.alert!.state).toBe('firing');
		const later = Array.from({ length: 25 }, (_, step) => {
			const hours = hourly(TODAY + 8 * HOUR_MS, 4, () => ({
				campaignId: 'a',
				spend: (0.2 * step).toFixed(2),
				clicks: 5,
				conversions: 0,
			}));
			return checked(ingest(state, hours, TODAY + 12 * HOUR_MS).state, 12);
		});
		const states = later.map(({ status, alert }) => `${status} ${alert.state}`);
		expect(new Set(states)).toEqual(new Set(['on-pace resolved', 'underspending resolved', 'at-risk firing']));
	});
});

describe('the rest of a day that has spent its budget', () => {
	/** The day's 100 were spent by 12:00, and nothing is reported since. */
	const spentByNoon = (budget: number) =>
		account({ budget: () => budget, spend: (daysBefore) => (daysBefore === 0 ? 220 : 100), hours: 12 });

	test('is silent, not missing: data is not stale, and nothing more is expected', () => {
		const state = spentByNoon(100);
		expect(checked(state, 18).status).toBe('exhausted');
		expect(optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: TODAY + 18 * HOUR_MS }).plan.unreported).toBe(
			'0.00',
		);
		expect(checked(state, 24 + 2).status).not.toBe('stale-data');
	});

	test.each`
		hour      | day             | because
		${13}     | ${'raised'}     | ${'the report is an hour old'}
		${18}     | ${'stale-data'} | ${'the platform may go on to twice the budget, and nobody knows how far it went'}
		${24 + 2} | ${'raised'}     | ${'of the new day hardly anything is missing'}
	`('does not hide how old reports are from a raise, at $hour: $because', ({ hour, day }) => {
		const nowMs = TODAY + (hour as number) * HOUR_MS;
		const { dailyAmount, ...definition } = spentByNoon(100).definition;
		expect(dailyAmount).toBeDefined();
		const monthly = updateDefinition(spentByNoon(100), { ...definition, monthlyAmount: '3600.00' });
		const { state, plan } = optimizeAllocation(monthly, { strategy: 'adaptive_ml', nowMs });
		expect(Number(plan.dayAmount)).toBeGreaterThan(150);
		const target = { platform: 'google_ads', accountId: '1', objects: [{ id: '2', current: '100000000' }] } as const;
		const { push } = preparePush(state, { target, nowMs, dryRun: false });
		expect(push.requests.length > 0 ? 'raised' : push.held[0]!.code).toBe(day);
	});

	test('is missing where the budget has room', () => {
		const state = spentByNoon(200);
		const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: TODAY + 18 * HOUR_MS });
		expect(Number(plan.unreported)).toBeGreaterThan(10);
		expect(checked(state, 24 + 2).status).toBe('stale-data');
	});

	test('ends at midnight: a day later without a report the data is stale', () => {
		expect(checked(spentByNoon(100), 2 * 24 - 1).status).toBe('stale-data');
	});
});

describe('a day whose demand outgrows its daily budget', () => {
	const BUDGET = 120;
	/** Until 12:00 three times the usual spend: demand of the day is far above what the platform makes of the budget. */
	const runaway = (hours: number, spentOfDay: number) =>
		account({
			budget: () => BUDGET,
			spend: (daysBefore) => (daysBefore === 0 ? (24 / hours) * spentOfDay : BUDGET),
			hours,
		});

	test('is projected to end at what the platform makes of the budget, and is at risk all the same', () => {
		const { spendByDayEnd, status } = checked(runaway(8, 90), 8);
		expect(spendByDayEnd.low).toBeGreaterThan(90);
		expect(spendByDayEnd.high).toBeLessThan(1.25 * BUDGET);
		expect(status).toBe('at-risk');
	});

	test('is projected by demand again once it has gone beyond what any budget becomes', () => {
		const { mean } = checked(runaway(8, 160), 8).spendByDayEnd;
		expect(mean).toBeGreaterThan(300);
	});

	test('is over where its budget is spent and no later hour is reported', () => {
		const state = runaway(8, 122);
		for (const hour of [9, 12, 20]) {
			expect(checked(state, hour).spendByDayEnd).toEqual({ mean: 122, low: 122, high: 122, level: 0.8 });
		}
	});

	test('has no more projected than it has room for, in its chart too', () => {
		const state = runaway(8, 110);
		const { hours } = fanChart(state, { nowMs: TODAY + 8 * HOUR_MS });
		const { spendByDayEnd } = checked(state, 8);
		expect(hours.at(-1)!.spend.mean).toBeCloseTo(spendByDayEnd.mean, 9);
		expect(hours.at(-1)!.spend.high).toBeCloseTo(spendByDayEnd.high, 9);
	});

	test('may spend more where a raise of the budget is planned', () => {
		const state = runaway(8, 60);
		const plan = planned(updateDefinition(state, { ...state.definition, dailyAmount: '200.00' }), 8);
		expect(plan.dayAmount).toBe('200.00');
		const before = checked(state, 8).spendByDayEnd;
		expect(plan.expected.spend.mean - before.mean).toBeGreaterThan(50);
	});
});

describe('the spend that a plan expects of a day', () => {
	test('is what campaigns can spend where demand limits them, not the amount that they are offered', () => {
		const state = account({ budget: () => 100, spend: () => 60 });
		const { spend } = planned(state, 0).expected;
		expect(spend.low).toBeLessThan(60);
		expect(spend.high).toBeGreaterThan(60);
		expect(spend.mean).toBeLessThan(66);
	});
});
