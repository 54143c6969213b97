import { createState, ingest, type PacingState, pacingStatus } from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday. */
const TODAY = Date.UTC(2026, 5, 1);

const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '240.00' };

const trendsOf = (state: PacingState) => pacingStatus(state, { nowMs: TODAY }).trends;

/** Four weeks of 10.00 an hour, read every midnight; every hour has a conversion that is reported three days later. */
function lateConversions(): PacingState {
	let state = createState(definition);
	for (let day = -28; day <= 0; day++) {
		const nowMs = TODAY + day * DAY_MS;
		const windows = hourly(nowMs - 5 * DAY_MS, 5 * 24, (position) => ({
			spend: '10.00',
			clicks: 20,
			conversions: position < 2 * 24 ? 1 : 0,
		}));
		({ state } = ingest(state, windows, nowMs));
	}
	return state;
}

test('days are compared at equal maturity: a steady account with conversions three days late has no trend', () => {
	const { cpa, cvr, intervals } = trendsOf(lateConversions());
	expect(Math.abs(cpa!)).toBeLessThan(0.1);
	expect(Math.abs(cvr!)).toBeLessThan(0.1);
	expect(intervals.cpa!.low).toBeLessThan(0);
	expect(intervals.cpa!.high).toBeGreaterThan(0);
});

test('two conversions a week are no trend: the interval says so', () => {
	const orders = new Map([
		[-3, 80],
		[-5, 20],
		[-10, 30],
		[-12, 4],
	]);
	const windows = hourly(TODAY - 28 * DAY_MS, 28 * 24, (position) => {
		const revenue = position % 24 === 12 ? (orders.get(Math.floor(position / 24) - 28) ?? 0) : 0;
		return { spend: '1.00', clicks: 2, conversions: revenue > 0 ? 1 : 0, revenue };
	});
	const { state } = ingest(createState(definition), windows, TODAY);
	const { roas, intervals } = trendsOf(state);
	expect(roas).toBeGreaterThan(1.5);
	expect(intervals.roas!.low).toBeLessThan(0);
});

test('a real change is seen: half the conversions at the same spend', () => {
	const windows = hourly(TODAY - 28 * DAY_MS, 28 * 24, (position) => ({
		spend: '10.00',
		clicks: 20,
		conversions: position * HOUR_MS < 21 * DAY_MS ? 4 : 2,
	}));
	const { state } = ingest(createState(definition), windows, TODAY);
	const { cpa, cvr, intervals } = trendsOf(state);
	expect(cpa).toBeGreaterThan(0.7);
	expect(cvr).toBeLessThan(-0.4);
	expect(intervals.cpa!.low).toBeGreaterThan(0.3);
});

test('a CPM that doubles is seen, and impressions of yesterday are complete', () => {
	const windows = hourly(TODAY - 28 * DAY_MS, 28 * 24, (position) => ({
		spend: '10.00',
		impressions: position * HOUR_MS < 21 * DAY_MS ? 2000 : 1000,
	}));
	const { state } = ingest(createState({ ...definition, objective: 'reach' }), windows, TODAY);
	const { cpm, intervals } = trendsOf(state);
	expect(cpm).toBe(1);
	expect(intervals.cpm!.low).toBeGreaterThan(0.5);
	expect(pacingStatus(state, { nowMs: TODAY }).efficiency).toBeCloseTo(1000 / 1750, 9);
});

test('without results there is no trend', () => {
	const { state } = ingest(
		createState(definition),
		hourly(TODAY - 14 * DAY_MS, 14 * 24, () => ({ spend: '10.00' })),
		TODAY,
	);
	expect(trendsOf(state)).toEqual({
		spend: 0,
		roas: null,
		cpa: null,
		cvr: null,
		cpc: null,
		cpm: null,
		intervals: { roas: null, cpa: null, cvr: null, cpc: null, cpm: null },
	});
});
