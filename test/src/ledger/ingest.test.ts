import {
	createState,
	ingest,
	optimizeAllocation,
	type PacingState,
	type PerformanceWindow,
	readState,
} from '../../../src/index';
import { dayTotals } from '../../../src/ledger/dayTotals';
import { deliveredHours } from '../../../src/ledger/ledger';
import { DAY_MS, deepFreeze, HOUR_MS, hourly } from '../../support/deliveries';

const NOW = Date.UTC(2026, 5, 15, 12);

const DEFINITION = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00' } as const;

const empty = deepFreeze(createState(DEFINITION));

/** Amounts that differ from hour to hour, in cents. */
const spendOf = (hour: number): string => (((hour * 7919) % 9973) / 100).toFixed(2);

const history = (days: number, untilMs = NOW): PerformanceWindow[] =>
	hourly(untilMs - days * DAY_MS, days * 24, (hour) => ({
		campaignId: 'a',
		spend: spendOf(hour),
		impressions: 10 * (hour % 997),
		clicks: hour % 40,
		conversions: (hour % 7) / 2,
		revenue: spendOf(hour * 3),
	}));

const hourOf = (startMs: number, rest: Partial<PerformanceWindow> = {}): PerformanceWindow => ({
	campaignId: 'a',
	startMs,
	endMs: startMs + HOUR_MS,
	spend: '10.00',
	...rest,
});

const cents = (amounts: readonly string[]) =>
	amounts.reduce((sum, amount) => sum + Math.round(100 * Number(amount)), 0);

const totalCents = (state: PacingState) =>
	[...dayTotals(state.ledger, 'UTC').values()].reduce((sum, { spend }) => sum + spend, 0) / 10_000;

describe('ingesting a report again', () => {
	const windows = deepFreeze(history(7));
	const once = deepFreeze(ingest(empty, windows, NOW).state);

	test('ingesting a report twice equals ingesting it once', () => {
		const { state, report } = ingest(once, windows, NOW + HOUR_MS);
		expect(state).toEqual(once);
		expect(report).toEqual({ accepted: 0, replaced: 0, unchanged: windows.length, rejected: [] });
	});

	test('ingesting a report twice equals ingesting it once, also after the state was stored', () => {
		const stored = JSON.parse(JSON.stringify(once)) as PacingState;
		expect(ingest(stored, windows, NOW).state).toEqual(once);
	});

	test('a restatement changes only its own hour', () => {
		const restated = { ...windows[50]!, conversions: 99, revenue: '123.45' };
		const { state, report } = ingest(once, [restated], NOW);
		expect(report).toMatchObject({ accepted: 0, replaced: 1, rejected: [] });
		const before = deliveredHours(once.ledger);
		const after = deliveredHours(state.ledger);
		expect(after).toHaveLength(before.length);
		before.forEach((hour, position) => {
			if (hour.startMs === restated.startMs)
				expect(after[position]).toEqual({ ...hour, conversions: 99, revenue: 123_450_000 });
			else expect(after[position]).toEqual(hour);
		});
	});

	test('parts of a report in any order give the same state as the whole report', () => {
		const late = ingest(empty, windows.slice(60), NOW).state;
		expect(ingest(late, [...windows.slice(0, 60)].reverse(), NOW).state).toEqual(once);
	});

	test('inputs are not mutated', () => {
		expect(() => ingest(once, deepFreeze([hourOf(NOW - 8 * DAY_MS)]), NOW)).not.toThrow();
		const before = JSON.stringify(empty);
		ingest(empty, windows, NOW);
		expect(JSON.stringify(empty)).toBe(before);
	});
});

describe('windows of one report', () => {
	const startMs = NOW - 5 * HOUR_MS;

	test('the same window twice counts once', () => {
		const { state, report } = ingest(empty, [hourOf(startMs), hourOf(startMs)], NOW);
		expect(report).toEqual({ accepted: 1, replaced: 0, unchanged: 1, rejected: [] });
		expect(totalCents(state)).toBe(1000);
	});

	test('contradictory windows are both rejected', () => {
		const { state, report } = ingest(empty, [hourOf(startMs), hourOf(startMs, { spend: '11.00' })], NOW);
		expect(report.rejected.map(({ index }) => index)).toEqual([0, 1]);
		expect(report.rejected[0]!.reason).toMatch(/different figures for the same campaign and time/);
		expect(state).toEqual(empty);
	});

	test('the same hour of two campaigns is two windows', () => {
		const { state, report } = ingest(empty, [hourOf(startMs), hourOf(startMs, { campaignId: 'b' })], NOW);
		expect(report.accepted).toBe(2);
		expect(totalCents(state)).toBe(2000);
	});

	test.each([
		{
			window: hourOf(startMs + HOUR_MS / 2),
			reason: /overlaps another window/,
			because: 'half of it has already been counted',
		},
		{ window: hourOf(NOW), reason: /future/, because: 'it starts now' },
		{ window: hourOf(NOW + DAY_MS), reason: /future/, because: 'it starts tomorrow' },
		{
			window: hourOf(NOW - 12.5 * HOUR_MS),
			reason: /crosses midnight in UTC/,
			because: 'half of it belongs to yesterday',
		},
		{
			window: hourOf(startMs - DAY_MS, { endMs: startMs - DAY_MS + 3 * HOUR_MS }),
			reason: /lasts 3 hours/,
			because: 'the delivery of its hours is unknown',
		},
		{ window: hourOf(startMs + 60_000), reason: /multiple of five minutes/, because: 'no platform reports it' },
		{ window: hourOf(startMs, { endMs: startMs }), reason: /must end after it starts/, because: 'it is empty' },
	])('a window is rejected because $because', ({ window, reason }) => {
		const before = deepFreeze(ingest(empty, [hourOf(startMs)], NOW).state);
		const { state, report } = ingest(before, [window], NOW);
		expect(report).toMatchObject({ accepted: 0, replaced: 0, unchanged: 0 });
		expect(report.rejected).toEqual([{ index: 0, reason: expect.stringMatching(reason) as string }]);
		expect(state).toEqual(before);
	});

	test('a rejected window does not affect the others', () => {
		const { report } = ingest(empty, [hourOf(startMs), hourOf(NOW + HOUR_MS), hourOf(startMs + HOUR_MS)], NOW);
		expect(report).toMatchObject({ accepted: 2, rejected: [{ index: 1 }] });
	});

	test('the current hour is accepted, and replaced after it has ended', () => {
		const running = ingest(empty, [hourOf(NOW, { spend: '3.00' })], NOW + 20 * 60_000);
		expect(running.report.accepted).toBe(1);
		expect(running.state.ledger.dataUntilMs).toBe(NOW + 20 * 60_000);
		const over = ingest(running.state, [hourOf(NOW, { spend: '9.00' })], NOW + HOUR_MS);
		expect(over.report.replaced).toBe(1);
		expect(totalCents(over.state)).toBe(900);
		expect(over.state.ledger.dataUntilMs).toBe(NOW + HOUR_MS);
	});
});

describe('windows older than the restatement days', () => {
	const windows = history(60);
	const sent = cents(windows.map(({ spend }) => String(spend)));
	const folded = deepFreeze(ingest(empty, windows, NOW).state);

	test('are folded without losing a cent', () => {
		expect(folded.ledger.folded!.days.length).toBeGreaterThanOrEqual(30);
		expect(deliveredHours(folded.ledger).length).toBeLessThanOrEqual(31 * 24);
		expect(totalCents(folded)).toBe(sent);
	});

	test('cannot be restated, and the reason says so', () => {
		const { state, report } = ingest(folded, [{ ...windows[3]!, spend: '77.00' }], NOW);
		expect(report.rejected).toEqual([{ index: 0, reason: expect.stringMatching(/older than the 30 days/) as string }]);
		expect(state).toEqual(folded);
	});

	test('do not prevent adding earlier history', () => {
		const earlier = history(10, NOW - 60 * DAY_MS);
		const { state, report } = ingest(folded, earlier, NOW);
		expect(report).toEqual({ accepted: earlier.length, replaced: 0, unchanged: 0, rejected: [] });
		expect(totalCents(state)).toBe(sent + cents(earlier.map(({ spend }) => String(spend))));
	});

	test('keep spend by day to the micro, and results', () => {
		const day = folded.ledger.folded!.days[0]![0] as number;
		const ofDay = windows.filter(({ startMs }) => Math.floor(startMs / DAY_MS) === day);
		const sum = (field: 'spend' | 'clicks' | 'conversions' | 'revenue' | 'impressions') =>
			ofDay.reduce((total, window) => total + Number(window[field]), 0);
		const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
		expect(dayTotals(folded.ledger, 'UTC').get(date)).toEqual({
			spend: Math.round(100 * sum('spend')) * 10_000,
			clicks: sum('clicks'),
			conversions: sum('conversions'),
			revenue: Math.round(100 * sum('revenue')) * 10_000,
			impressions: sum('impressions'),
		});
	});

	test('are still read if they were stored before results were kept', () => {
		const days = [['2026-04-20', 12_345_678]];
		const stored = { ...folded, ledger: { ...folded.ledger, folded: { ...folded.ledger.folded!, days } } };
		const { ledger } = readState(JSON.parse(JSON.stringify(stored)));
		const only = { spend: 12_345_678, clicks: null, conversions: null, revenue: null, impressions: null };
		expect(dayTotals(ledger, 'UTC').get('2026-04-20')).toEqual(only);
	});

	test('keep their total when sent daily over two months', () => {
		let state = empty;
		for (let day = 0; day < 60; day++) {
			const nowMs = NOW - (59 - day) * DAY_MS;
			state = ingest(state, windows.slice(day * 24, (day + 1) * 24), nowMs).state;
		}
		expect(totalCents(state)).toBe(sent);
	});
});

describe('size and time', () => {
	test('a year of hours, a calendar and a plan fit into 64 KiB', () => {
		const year = hourly(NOW - 365 * DAY_MS, 365 * 24, (hour) => ({
			campaignId: '12345678901',
			spend: (40 + (hour % 97) * 0.53).toFixed(2),
			impressions: 4000 + (hour % 997),
			clicks: 150 + (hour % 71),
			conversions: Number(((hour % 13) * 0.37).toFixed(2)),
			revenue: (300 + (hour % 89) * 1.37).toFixed(2),
		}));
		const events = Array.from({ length: 20 }, (_, event) => ({
			name: `Holiday ${event}`,
			start: '2026-01-15',
			factor: 2,
		}));
		const { state, report } = ingest(createState({ ...DEFINITION, events }), year, NOW);
		expect(report.accepted).toBe(365 * 24);
		const planned = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW }).state;
		expect(planned.plan).not.toBeNull();
		expect(JSON.stringify(planned).length).toBeLessThan(64 * 1024);
	});

	test('thirty days of hours of fifty campaigns, with all figures, fit into half a megabyte', () => {
		const many = Array.from({ length: 50 }, (_, campaign) =>
			hourly(NOW - 30 * DAY_MS, 30 * 24, (hour) => ({
				campaignId: String(21_400_000_000 + campaign),
				spend: (((hour * 7919 + campaign * 104_729) % 9973) * 0.01).toFixed(2),
				impressions: (hour * 613 + campaign * 31) % 4999,
				clicks: (hour * 17 + campaign) % 199,
				conversions: (hour + campaign) % 7,
				revenue: (((hour + campaign) % 7) * 43.17).toFixed(2),
			})),
		).flat();
		const { state, report } = ingest(empty, many, NOW);
		expect(report.accepted).toBe(36_000);
		expect(JSON.stringify(state).length).toBeLessThan(500_000);
	});

	test('10,000 windows take at most 15 times as long as 1,000', () => {
		const campaigns = (count: number) =>
			hourly(NOW - 20 * DAY_MS, 480, () => ({ spend: '1.00' }))
				.flatMap((window) => Array.from({ length: 21 }, (_, id) => ({ ...window, campaignId: `c${id}` })))
				.slice(0, count);
		const few = campaigns(1_000);
		const many = campaigns(10_000);
		expect(many).toHaveLength(10_000);
		const duration = (windows: readonly PerformanceWindow[]) => {
			const startMs = performance.now();
			ingest(empty, windows, NOW);
			return performance.now() - startMs;
		};
		const median = (windows: readonly PerformanceWindow[], runs: number) =>
			Array.from({ length: runs }, () => duration(windows)).sort((a, b) => a - b)[Math.floor(runs / 2)]!;
		const ratio = () => median(many, 5) / median(few, 15);
		duration(many);
		const first = ratio();
		expect(first <= 15 ? first : ratio()).toBeLessThanOrEqual(15);
	});
});
