import {
	checkExhaustion,
	createState,
	ingest,
	optimizeAllocation,
	type PacingState,
	pacingMultiplier,
	pacingStatus,
} from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday. */
const TODAY = Date.UTC(2026, 5, 1);

const MINUTE_MS = 60_000;

const even = () => ({ spend: '41.67', clicks: 20, conversions: 2 });

/** A day of 1000.00 after four weeks of equal hours, reported up to an hour of today. */
function reportedUntil(hour: number): PacingState {
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00' };
	const windows = hourly(TODAY - 28 * DAY_MS, 28 * 24 + hour, even);
	return ingest(createState(definition), windows, TODAY + hour * HOUR_MS).state;
}

const planAt = (state: PacingState, nowMs: number) =>
	optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }).plan;

const near = (amount: string, expected: number, share: number) =>
	expect(Math.abs(Number(amount) / expected - 1)).toBeLessThan(share);

describe('hours after the last report', () => {
	test.each`
		reported | minutes   | expected  | because
		${9}     | ${11.333} | ${83.34}  | ${'two whole hours are missing, and part of the running one'}
		${9}     | ${14.333} | ${208.35} | ${'five are missing'}
		${-1}    | ${1}      | ${41.67}  | ${'only the hours of today belong to the day'}
	`('are reserved: reports until hour $reported at $minutes, $because', ({ reported, minutes, expected }) => {
		const nowMs = TODAY + minutes * HOUR_MS;
		const plan = planAt(reportedUntil(reported), nowMs);
		near(plan.unreported, expected, 0.1);
		const past = plan.hours.filter(({ state }) => state === 'past');
		const rest = plan.hours.filter(({ state }) => state !== 'past');
		const cents = (amounts: readonly (string | null)[]) =>
			amounts.reduce((sum, amount) => sum + Math.round(100 * Number(amount ?? 0)), 0);
		const total = cents(past.map(({ spent }) => spent)) + cents(rest.map(({ amount }) => amount));
		expect(total + cents([plan.unreported])).toBe(100_000);
		for (const { amount, multiplier } of rest) {
			near(amount, 41.67, 0.1);
			expect(Math.abs(multiplier - 1)).toBeLessThan(0.05);
		}
	});

	test('have an interval, and are said in the words of the plan and the check', () => {
		const state = reportedUntil(9);
		const nowMs = TODAY + 14.333 * HOUR_MS;
		const { expected, warnings } = planAt(state, nowMs);
		expect(expected.unreported.low).toBeLessThan(expected.unreported.mean);
		expect(expected.unreported.high).toBeGreaterThan(expected.unreported.mean);
		const said =
			/^No spend has been reported since 09:00: about €2\d\d\.\d\d \(€\d+\.\d\d to €\d+\.\d\d\) is expected for that time and reserved$/;
		const ofPlan = warnings.find(({ code }) => code === 'unreported');
		expect(ofPlan?.message).toMatch(said);
		expect(checkExhaustion(state, { nowMs }).exhaustion.reasons).toContainEqual(ofPlan);
	});

	test.each([11.333, 14.333])('do not raise the pacing multiplier at %d', (hour) => {
		const nowMs = TODAY + hour * HOUR_MS;
		const state = reportedUntil(9);
		expect(Math.abs(pacingMultiplier(state, { nowMs }).multiplier - 1)).toBeLessThan(0.05);
		const { day } = pacingStatus(state, { nowMs });
		expect(Math.abs(day.paceRatio - 1)).toBeLessThan(0.05);
		expect(Math.abs(Number(day.remaining) / (41.67 * (24 - hour)) - 1)).toBeLessThan(0.05);
	});

	test('of a single campaign and of several are split without a gap', () => {
		const definition = {
			...reportedUntil(0).definition,
			campaigns: [{ campaignId: 'a' }, { campaignId: 'b' }],
		};
		const state = { ...reportedUntil(9), definition };
		const plan = planAt(state, TODAY + 14 * HOUR_MS);
		plan.hours.forEach(({ amount }, hour) => {
			const parts = plan.campaigns!.reduce((sum, { hours }) => sum + Math.round(100 * Number(hours[hour])), 0);
			if (hour >= 14) expect(parts).toBe(Math.round(100 * Number(amount)));
		});
	});

	test('nothing is reserved once a report covers them, even if it has no rows for them', () => {
		const state = ingest(reportedUntil(9), hourly(TODAY + 13 * HOUR_MS, 1, even), TODAY + 14 * HOUR_MS).state;
		expect(planAt(state, TODAY + 14 * HOUR_MS).unreported).toBe('0.00');
	});
});

describe('the running hour', () => {
	test.each([0, 20, 40])('has the amount of the whole hour at %d past, silent minutes included', (minutes) => {
		const nowMs = TODAY + 9 * HOUR_MS + minutes * MINUTE_MS;
		const { hours } = planAt(reportedUntil(9), nowMs);
		near(hours[9]!.amount, 1000 / 24, 0.05);
		expect(Math.abs(hours[9]!.multiplier - 1)).toBeLessThan(0.05);
	});
});

describe('a month', () => {
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '30000.00' };
	const reported = (from: number, until: number, special = {}) => {
		const firstMs = Date.UTC(2026, 5, from);
		const windows = hourly(firstMs, ((until - from) * DAY_MS) / HOUR_MS, even);
		return ingest(createState({ ...definition, ...special }), windows, Date.UTC(2026, 5, until)).state;
	};
	const planned = (state: PacingState, day: number) => planAt(state, Date.UTC(2026, 5, day));

	test('counts unreported days before today as spent', () => {
		const state = reported(1, 10);
		const nowMs = Date.UTC(2026, 5, 11, 6);
		const whole = planAt(reported(1, 11), nowMs);
		near(planAt(state, nowMs).dayAmount, Number(whole.dayAmount), 0.05);
	});

	test('what was spent before the first report is unknown: an even share is assumed, and said', () => {
		const { dayAmount, warnings } = planned(reported(20, 23), 23);
		near(dayAmount, 1000, 0.02);
		expect(warnings.find(({ code }) => code === 'unknown-start')?.message).toBe(
			"No spend is reported for the month from 2026-06-01 to 2026-06-19: an even share of its budget, €19,000.00, is assumed. Enter the actual spend as 'Spent Before First Report'",
		);
	});

	test.each`
		stated        | dayAmount | because
		${'0'}        | ${3375}   | ${'27000 are left for eight days'}
		${'15000.00'} | ${1500}   | ${'12000 are left'}
	`('counts what the user entered, $stated: $because', ({ stated, dayAmount }) => {
		const plan = planned(reported(20, 23, { spentBeforeFirstReport: stated }), 23);
		near(plan.dayAmount, dayAmount, 0.02);
		expect(plan.warnings.map(({ code }) => code)).not.toContain('unknown-start');
	});

	test.each`
		stated        | assumed      | because
		${undefined}  | ${'6129.03'} | ${'the month is assumed to have begun evenly'}
		${'20000.00'} | ${'6129.03'} | ${'as long as that is part of what the year had'}
		${'2000.00'}  | ${'2000.00'} | ${'a month cannot have spent more than its year'}
		${'0'}        | ${'0.00'}    | ${'nor anything where the year had nothing'}
	`('of a month in a year that had $stated before, $assumed is assumed: $because', ({ stated, assumed }) => {
		const budget = {
			...definition,
			monthlyAmount: '10000.00',
			yearlyAmount: '120000.00',
			...(stated !== undefined && { spentBeforeFirstReport: stated as string }),
		};
		const nowMs = Date.parse('2026-03-20T12:00:00Z');
		const { state } = ingest(
			createState(budget),
			hourly(nowMs - 12 * HOUR_MS, 12, () => ({ spend: 20 })),
			nowMs,
		);
		expect(pacingStatus(state, { nowMs }).horizons.month!.assumed).toBe(assumed);
	});

	test('of a new budget without any report begins with an even day', () => {
		near(planned(createState({ ...definition }), 16).dayAmount, 1000, 0.001);
	});
});
