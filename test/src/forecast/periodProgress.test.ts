import { type BudgetDefinitionInput, checkExhaustion, createState, ingest } from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Wednesday, the 11th day of a month of thirty. */
const TODAY = Date.UTC(2026, 10, 11);
const FIRST = Date.UTC(2026, 10, 1);
const NOON = TODAY + 12 * HOUR_MS;

const DEFINITION = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '30000.00' } as const;

/** The month of a budget that spends 40.00 an hour, at noon of the 11th. */
function monthOf(
	changes: Partial<BudgetDefinitionInput> = {},
	{ fromMs = FIRST - 20 * DAY_MS, untilMs = NOON, nowMs = NOON } = {},
) {
	const windows = hourly(fromMs, (untilMs - fromMs) / HOUR_MS, () => ({ spend: 40, clicks: 4, conversions: 1 }));
	const { state } = ingest(createState({ ...DEFINITION, ...changes }), windows, nowMs);
	return checkExhaustion(state, { nowMs }).exhaustion.horizons.month!;
}

test('a month says how much of its time and amount is gone, what is needed a day and what yesterday did', () => {
	expect(monthOf()).toMatchObject({
		period: { start: '2026-11-01', end: '2026-11-30' },
		elapsed: 10.5 / 30,
		spent: '10080',
		utilization: 10080 / 30000,
		pace: 10080 / (30000 * (10.5 / 30)),
		daysLeft: 20,
		// 20,400 of 30,000 was left this morning for 20 days; 21,360 for 21 days yesterday morning.
		neededPerDay: '1020.00',
		yesterday: { spent: '960', neededPerDay: '1017.14' },
	});
});

test.each`
	instant                   | elapsed                           | because
	${'2026-03-29T00:00:00Z'} | ${(28 * 24 + 1) / (31 * 24 - 1)}  | ${'the month of the change to summer time has an hour less'}
	${'2026-10-25T22:00:00Z'} | ${(24 * 24 + 24) / (31 * 24 + 1)} | ${'that of the change to winter time has one more'}
	${'2026-11-14T23:00:00Z'} | ${14 / 30}                        | ${'months follow the clocks of the budget'}
`('at $instant the share $elapsed of a month in Berlin is over: $because', ({ instant, elapsed }) => {
	const nowMs = Date.parse(instant as string);
	const month = monthOf({ timeZone: 'Europe/Berlin' }, { fromMs: nowMs - 40 * DAY_MS, untilMs: nowMs, nowMs });
	expect(month.elapsed).toBeCloseTo(elapsed as number, 12);
});

describe('missing is not zero', () => {
	const lateStart = { fromMs: FIRST + 5 * DAY_MS };

	test('what was spent before the first report counts in share, pace, need and projection', () => {
		const month = monthOf({ spentBeforeFirstReport: '6000.00' }, lateStart);
		const known = 5.5 * 960;
		expect(month).toMatchObject({
			spent: String(known),
			assumed: '6000.00',
			utilization: (6000 + known) / 30000,
			pace: expect.closeTo((6000 + known) / (30000 * (10.5 / 30)), 12),
			neededPerDay: '960.00',
		});
		expect(month.projected.mean).toBeGreaterThan(0.99 * (6000 + 25 * 960));
		expect(month.projected.mean).toBeLessThan(1.01 * (6000 + 25 * 960));
	});

	test('without a figure for it an even share is assumed, and no warning says that the month falls short', () => {
		const month = monthOf({}, lateStart);
		expect(month.assumed).toBe('5000.00');
		expect(month.projected.mean).toBeGreaterThan(28_500);
	});

	test.each`
		untilMs                     | yesterday                                    | because
		${TODAY}                    | ${{ spent: '960', neededPerDay: '1017.14' }} | ${'reports reach up to midnight'}
		${TODAY - HOUR_MS}          | ${null}                                      | ${'its last hour is not reported'}
		${TODAY - DAY_MS - HOUR_MS} | ${null}                                      | ${'nothing of it is reported'}
	`('yesterday is $yesterday: $because', ({ untilMs, yesterday }) => {
		expect(monthOf({}, { untilMs }).yesterday).toEqual(yesterday);
	});

	test('what is expected but not reported counts in the pace, so that late reports do not look slow', () => {
		const late = monthOf({}, { untilMs: NOON - 3 * HOUR_MS });
		expect(late.spent).toBe('9960');
		expect(late.pace).toBeCloseTo(monthOf().pace!, 2);
	});

	test('before the first report there is no pace and no yesterday', () => {
		const { exhaustion } = checkExhaustion(createState(DEFINITION), { nowMs: NOON });
		expect(exhaustion.horizons.month).toMatchObject({ pace: null, yesterday: null, neededPerDay: '1000.00' });
	});
});

test.each`
	monthlyAmount | neededPerDay | because
	${'9000.00'}  | ${'0.00'}    | ${'it is used up'}
	${'9600.00'}  | ${'0.00'}    | ${'it was used up at midnight'}
	${'9601.99'}  | ${'0.09'}    | ${'fractions of a cent are not asked for'}
`('with $monthlyAmount a month each day needs $neededPerDay: $because', ({ monthlyAmount, neededPerDay }) => {
	expect(monthOf({ monthlyAmount }).neededPerDay).toBe(neededPerDay);
});

test('on its first day a month has no pace and no yesterday', () => {
	const nowMs = FIRST + 12 * HOUR_MS;
	const month = monthOf({}, { untilMs: nowMs, nowMs });
	expect(month).toMatchObject({ pace: null, yesterday: null, daysLeft: 30, elapsed: 0.5 / 30 });
});
