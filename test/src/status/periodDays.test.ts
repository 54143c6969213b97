import { type BudgetDefinitionInput, createState, ingest } from '../../../src/index';
import { checkExhaustion } from '../../../src/status/checkExhaustion';
import { dayContext } from '../../../src/forecast/dayContext';
import { periodDays, type PeriodDay } from '../../../src/status/periodDays';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** Noon of a Wednesday, the 11th day of a month of thirty. */
const NOON = Date.UTC(2026, 10, 11, 12);
const FIRST = Date.UTC(2026, 10, 1);

const DEFINITION = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '30000.00' } as const;

/** A budget that spends about 40.00 an hour, at noon of the 11th. */
function daysOf(
	changes: Partial<BudgetDefinitionInput> = {},
	{ fromMs = FIRST - 20 * DAY_MS, untilMs = NOON, nowMs = NOON } = {},
) {
	const windows = hourly(fromMs, (untilMs - fromMs) / HOUR_MS, (position) => ({
		spend: 38 + (position % 5),
		clicks: 4,
	}));
	const { state } = ingest(createState({ ...DEFINITION, ...changes }), windows, nowMs);
	const context = dayContext(state, nowMs);
	const { exhaustion } = checkExhaustion(context, state);
	return { exhaustion, period: periodDays(context, exhaustion) };
}

const on = (days: readonly PeriodDay[], date: string) => days.find((day) => day.date === date)!;

describe('a month by day', () => {
	const { period, exhaustion } = daysOf();
	const { days, ...rest } = period!;
	const month = exhaustion.horizons.month!;

	test('has every day of the month, what it spent, and the total up to its end', () => {
		expect(rest).toEqual({
			horizon: 'month',
			pacing: 'even',
			today: '2026-11-11',
			elapsed: 10.5 / 30,
			target: 30_000,
			assumed: 0,
		});
		expect(days).toHaveLength(30);
		const spent = days.slice(0, 11).map((day) => day.spent!);
		expect(spent.every((amount) => amount > 0)).toBe(true);
		expect(on(days, '2026-11-11').total).toBeCloseTo(Number(month.spent), 6);
		expect(days.slice(11).map(({ spent: ahead, total }) => [ahead, total])).toEqual(Array(19).fill([null, null]));
	});

	test('asks of each day what its morning asked', () => {
		expect(days[0]!.needed).toBe(1000);
		expect(on(days, '2026-11-10').needed).toBeCloseTo(Number(month.yesterday!.neededPerDay), 1);
		for (const { needed } of days.slice(10)) expect(needed).toBe(Number(month.neededPerDay));
	});

	test('ends where the month is projected, with the same interval', () => {
		expect(days.slice(0, 10).every(({ forecast }) => forecast === null)).toBe(true);
		const ahead = days.slice(10).map(({ forecast }) => forecast!);
		expect(ahead.at(-1)!.total.low).toBeCloseTo(month.projected.low, 6);
		expect(ahead.at(-1)!.total.mean).toBeCloseTo(month.projected.mean, 6);
		expect(ahead.at(-1)!.total.high).toBeCloseTo(month.projected.high, 6);
		expect(ahead[0]!.spend).toMatchObject({ mean: expect.closeTo(exhaustion.spendByDayEnd.mean, 6) });
		ahead.slice(1).forEach(({ spend, total }, position) => {
			expect(total.mean - ahead[position]!.total.mean).toBeCloseTo(spend.mean, 6);
			expect(spend.low).toBeLessThan(spend.high);
		});
	});
});

describe('missing is not zero', () => {
	test('days before the first report are not known, and what is assumed of them counts', () => {
		const { days, assumed } = daysOf({ spentBeforeFirstReport: '6000.00' }, { fromMs: FIRST + 5 * DAY_MS }).period!;
		expect(assumed).toBe(6000);
		expect(on(days, '2026-11-05')).toEqual({
			date: '2026-11-05',
			due: 5000,
			spent: null,
			total: null,
			needed: null,
			forecast: null,
		});
		expect(on(days, '2026-11-06').needed).toBe(960);
		expect(on(days, '2026-11-06').total).toBe(6000 + on(days, '2026-11-06').spent!);
	});

	test('days after the last report are not known, and a forecast is not made from old data', () => {
		const { days } = daysOf({}, { untilMs: NOON - 36 * HOUR_MS }).period!;
		expect(on(days, '2026-11-09').spent).toBeGreaterThan(0);
		expect([on(days, '2026-11-10').spent, on(days, '2026-11-11').spent]).toEqual([null, null]);
		expect(on(days, '2026-11-11').total).toBeNull();
		expect(days.every(({ forecast }) => forecast === null)).toBe(true);
	});

	test('before the first report nothing is known but what is needed', () => {
		const { days } = daysOf({}, { fromMs: NOON, untilMs: NOON }).period!;
		expect(days.every(({ spent, total, forecast }) => spent === null && total === null && forecast === null)).toBe(
			true,
		);
		expect(on(days, '2026-11-11').needed).toBeGreaterThan(0);
	});
});

test.each`
	changes                                                                   | horizon      | because
	${{ weeklyAmount: '7000.00' }}                                            | ${'month'}   | ${'a month is longer than a week'}
	${{ flight: { start: '2026-11-01', end: '2026-12-24', amount: '9000' } }} | ${'flight'}  | ${'a flight is what was sold'}
	${{ flight: { start: '2026-12-01', end: '2026-12-24', amount: '9000' } }} | ${'month'}   | ${'the flight has not begun'}
	${{ monthlyAmount: undefined, weeklyAmount: '7000.00' }}                  | ${'week'}    | ${'there is only a week'}
	${{ monthlyAmount: undefined, dailyAmount: '900.00' }}                    | ${undefined} | ${'a daily amount has no period'}
`('the longest target is the $horizon: $because', ({ changes, horizon }) => {
	expect(daysOf(changes as Partial<BudgetDefinitionInput>).period?.horizon).toBe(horizon);
});
