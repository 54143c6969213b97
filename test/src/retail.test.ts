import {
	createState,
	ingest,
	learnedPattern,
	normaliseRows,
	optimizeAllocation,
	type PacingState,
	pacingStatus,
} from '../../src/index';
import { deliveredHours } from '../../src/ledger/ledger';
import { deepFreeze } from '../support/deliveries';
import { describeWithShared, readShared } from '../support/shared';

const SHOP = { budgetId: 'shop', currency: 'GBP', timeZone: 'Europe/London', dailyAmount: '150.00' } as const;

/** Four weeks, Monday to Sunday, without a clock change. */
const DAYS = Array.from({ length: 28 }, (_, day) => new Date(Date.UTC(2011, 8, 26 + day)).toISOString().slice(0, 10));

/** 01:00 in London, after the last of these hours. */
const NOW = Date.UTC(2011, 9, 24);

/** Hours of the day in which the shop had no order in these weeks. */
const CLOSED = [0, 1, 2, 3, 4, 5, 21, 22, 23];

/** Clicks of people who buy nothing, in every hour. */
const IDLE_CLICKS = 3;
const CLICKS_PER_CUSTOMER = 20;

const FIELDS = { date: 'day', hour: 'hour', spend: 'cost', clicks: 'clicks', conversions: 'orders', revenue: 'sales' };

const cellsOf = (file: string): string[][] =>
	readShared(file)
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split(','));

/** (24) mean price of a click on a real exchange, by hour of day. */
function clickPrices(): number[] {
	const prices = Array.from({ length: 24 }, (): number[] => []);
	for (const [timestamp, exchange, price] of cellsOf('data/nab_ad_exchange_hourly.csv')) {
		if (exchange === 'exchange-2') prices[Number(timestamp!.slice(11, 13))]!.push(Number(price));
	}
	return prices.map((seen) => seen.reduce((sum, price) => sum + price, 0) / seen.length);
}

/** A table of advertising: every hour has clicks, those in which the shop sold something have more. */
function advertisingRows() {
	const prices = clickPrices();
	const sales = new Map(cellsOf('data/online_retail_hourly.csv').map((cells) => [cells[0]!, cells]));
	return DAYS.flatMap((day) =>
		prices.map((price, hour) => {
			const [, orders = '0', customers = '0', , revenue = '0'] =
				sales.get(`${day}T${String(hour).padStart(2, '0')}:00`) ?? [];
			const clicks = IDLE_CLICKS + CLICKS_PER_CUSTOMER * Number(customers);
			return { day, hour, clicks, cost: (clicks * price).toFixed(2), orders, sales: revenue };
		}),
	);
}

describeWithShared('a shop that is closed at night and on Saturdays', () => {
	const read = () => normaliseRows(advertisingRows(), { budget: SHOP, fields: FIELDS });
	const learned = (): PacingState => ingest(createState(SHOP), read().windows, NOW).state;

	test('four weeks of rows are read whole', () => {
		const { windows, rejected } = read();
		expect(rejected).toEqual([]);
		expect(windows).toHaveLength(28 * 24);
		expect(windows.some(({ conversions }) => conversions! > 0)).toBe(true);
	});

	test('hours without any order keep a chance: never seen is not impossible', () => {
		const { hourOfDay, rate } = learnedPattern(learned());
		expect(rate!.low).toBeGreaterThan(0);
		expect(hourOfDay).toHaveLength(24);
		for (const { mean, low, high } of hourOfDay) {
			expect(mean).toBeGreaterThan(0);
			expect(low).toBeGreaterThanOrEqual(0);
			expect(high).toBeGreaterThan(low);
			expect(high).toBeLessThan(20);
		}
		const best = Math.max(...hourOfDay.map(({ mean }) => mean));
		for (const hour of CLOSED) expect(hourOfDay[hour]!.mean).toBeLessThan(best);
	});

	test('a Saturday without orders keeps a chance, and is worse than a Thursday', () => {
		const { weekday } = learnedPattern(learned());
		expect(weekday[5]!.mean).toBeGreaterThan(0);
		expect(weekday[5]!.high).toBeGreaterThan(weekday[5]!.low);
		expect(weekday[5]!.mean).toBeLessThan(weekday[3]!.mean);
	});

	test('an adaptive plan gives an open hour more than a closed one', () => {
		const { plan } = optimizeAllocation(learned(), { strategy: 'adaptive_ml', nowMs: NOW, date: '2011-10-25' });
		const mean = (hours: readonly number[]) =>
			hours.reduce((sum, hour) => sum + Number(plan.hours[hour]!.amount), 0) / hours.length;
		expect(mean([10, 11, 12, 13, 14])).toBeGreaterThan(3 * mean(CLOSED));
	});

	test('four weeks ingested twice are four weeks', () => {
		const once = deepFreeze(learned());
		const { windows } = read();
		const { state, report } = ingest(once, windows, NOW);
		expect(report).toEqual({ accepted: 0, replaced: 0, unchanged: windows.length, rejected: [] });
		expect(state).toEqual(once);
		const stored = JSON.parse(JSON.stringify(once)) as PacingState;
		expect(ingest(stored, [...windows].reverse(), NOW).state).toEqual(once);
	});

	test('a restated hour changes only itself', () => {
		const once = deepFreeze(learned());
		const late = read().windows.find(({ conversions }) => conversions! > 5)!;
		const { state, report } = ingest(once, [{ ...late, conversions: late.conversions! + 2 }], NOW);
		expect(report).toMatchObject({ accepted: 0, replaced: 1, rejected: [] });
		const after = deliveredHours(state.ledger);
		deliveredHours(once.ledger).forEach((hour, position) => {
			const isLate = hour.startMs === late.startMs;
			expect(after[position]).toEqual(isLate ? { ...hour, conversions: late.conversions! + 2 } : hour);
		});
	});

	test('the totals of four weeks are those of the table', () => {
		const rows = advertisingRows();
		const total = (field: 'cost' | 'orders' | 'sales') => rows.reduce((sum, row) => sum + Number(row[field]), 0);
		const { spend, conversions, revenue } = pacingStatus(learned(), { nowMs: NOW }).performance.last28Days;
		expect(Number(spend)).toBeCloseTo(total('cost'), 6);
		expect(conversions).toBe(total('orders'));
		expect(Number(revenue)).toBeCloseTo(total('sales'), 4);
	});
});
