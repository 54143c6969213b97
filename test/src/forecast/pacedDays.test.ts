import { createState, ingest, pacingStatus, type PacingState, withOffer } from '../../../src/index';
import type { PushRecord } from '../../../src/records/pushRecord';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { pushedAt } from '../../support/pushRecords';

/** A Monday, midnight. */
const TODAY = Date.UTC(2026, 10, 16);
const NOW = TODAY + 9 * HOUR_MS;
const DAYS = 42;
const MONTH = 15_000;

interface Account {
	/** Daily budgets, by the days before today. */
	readonly budget: (daysBefore: number) => number;
	/** What demand lets it spend of them, by the days before today; all by default. */
	readonly most?: (daysBefore: number) => number;
	readonly pushes?: readonly PushRecord[];
}

/** An account of even hours on a Monday in the middle of a month of 15,000.00. */
function account({ budget, most = () => Infinity, pushes = [] }: Account): PacingState {
	let state = createState({
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		monthlyAmount: String(MONTH),
		control: 'daily-budget',
	});
	for (let daysBefore = DAYS; daysBefore >= 0; daysBefore--) {
		const startMs = TODAY - daysBefore * DAY_MS;
		const count = daysBefore === 0 ? 9 : 24;
		const spend = (Math.min(most(daysBefore), budget(daysBefore)) / 24).toFixed(6);
		const windows = hourly(startMs, count, () => ({ campaignId: 'a', spend, clicks: 20, conversions: 1 }));
		state = withOffer(state, { campaignId: 'a', amount: String(budget(daysBefore)), atMs: startMs });
		({ state } = ingest(state, windows, startMs + count * HOUR_MS));
	}
	return { ...state, pushes };
}

const projectedOf = (state: PacingState) => pacingStatus(state, { nowMs: NOW }).horizons.month!.projected;
const pushed = (daysBefore: number, more: Partial<PushRecord> = {}) =>
	pushedAt(TODAY - daysBefore * DAY_MS, '500.00', '250.00', { step: 1, ...more });

/** Half a day's budget on Mondays, as their results deserve. */
const weakMondays = (daysBefore: number) => (daysBefore % 7 === 0 ? 250 : 520);

describe('the projection of a month', () => {
	test('is what is planned for the days ahead where this package sets their budgets, whatever the budget of today is', () => {
		const { mean, low, high } = projectedOf(account({ budget: weakMondays, pushes: [pushed(0)] }));
		expect(Math.abs(mean / MONTH - 1)).toBeLessThan(0.005);
		expect(low).toBeLessThan(MONTH);
		expect(high).toBeGreaterThan(MONTH);
		expect(high - low).toBeLessThan(0.05 * MONTH);
	});

	test.each`
		pushes                                                    | because
		${[]}                                                     | ${'nothing was ever pushed'}
		${[pushed(9)]}                                            | ${'the last push is more than a week old'}
		${[pushed(0, { status: 'failed' })]}                      | ${'the push did not arrive'}
		${[pushed(0, { lever: 'ad-schedule', step: undefined })]} | ${'the push set no daily budget'}
	`('goes on with the budget of today where $because', ({ pushes }) => {
		const state = account({ budget: weakMondays, pushes: pushes as PushRecord[] });
		expect(projectedOf(state)).toEqual(projectedOf(account({ budget: weakMondays })));
		expect(projectedOf(state).mean).toBeLessThan(0.85 * MONTH);
	});

	test('goes on as before where demand limits the days, however much is planned', () => {
		const { mean } = projectedOf(account({ budget: () => 500, most: () => 300, pushes: [pushed(0)] }));
		expect(Math.abs(mean / (30 * 300) - 1)).toBeLessThan(0.002);
	});

	test('is less certain than the days ahead where demand limits them, because its level is not known exactly', () => {
		const uneven = (daysBefore: number) => 300 + 60 * Math.sin(2.4 * daysBefore);
		const { mean, low, high } = projectedOf(account({ budget: () => 500, most: uneven, pushes: [pushed(0)] }));
		expect(Math.abs(mean / (30 * 300) - 1)).toBeLessThan(0.005);
		const ofDays = 2 * 1.28 * Math.sqrt(14.6) * (60 / Math.SQRT2);
		expect(high - low).toBeGreaterThan(1.2 * ofDays);
		expect(high - low).toBeLessThan(2 * ofDays);
	});
});
