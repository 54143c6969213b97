import { createState, ingest, optimizeAllocation } from '../../../src/index';
import { shrunkMultipliers } from '../../../src/statistics/shrinkage';
import { HOUR_MS } from '../../support/deliveries';

const cell = (events: number, exposure: number) => ({ events, exposure, hours: exposure > 0 ? 1 : 0 });

test('results of a cell without spend are not evidence on its rate', () => {
	const multipliers = shrunkMultipliers([cell(10, 10), cell(20, 20), cell(3, 0)], 1);
	for (const { mean, relativeDeviation } of multipliers) {
		expect(Number.isFinite(mean)).toBe(true);
		expect(Number.isFinite(relativeDeviation)).toBe(true);
	}
	expect(multipliers[2]!.mean).toBeCloseTo(1, 10);
});

test('every expectation of a plan stays finite with revenue in an hour without spend', () => {
	const startMs = Date.parse('2026-12-30T05:00:00Z');
	const window = (position: number, spend: number, revenue: number) => ({
		campaignId: 'a',
		startMs: startMs + position * HOUR_MS,
		endMs: startMs + (position + 1) * HOUR_MS,
		spend,
		revenue,
	});
	const nowMs = startMs + 30 * HOUR_MS;
	const state = createState({ budgetId: 'b', currency: 'JPY', timeZone: 'UTC', dailyAmount: 500 });
	const { state: delivered } = ingest(state, [window(0, 1, 0), window(20, 0, 1)], nowMs);
	const { plan } = optimizeAllocation(delivered, { strategy: 'adaptive_ml', nowMs });
	for (const value of Object.values(plan.expected.revenue!)) expect(Number.isFinite(value)).toBe(true);
});

test.each([3, 50])(
	'%d conversions in hours without clicks leave the pattern to the hours with clicks',
	(attributed) => {
		const startMs = Date.UTC(2026, 5, 1);
		const isNight = (position: number) => position % 24 < 6;
		const windows = Array.from({ length: 28 * 24 }, (_, position) => ({
			startMs: startMs + position * HOUR_MS,
			endMs: startMs + (position + 1) * HOUR_MS,
			spend: isNight(position) ? 0 : 10,
			clicks: isNight(position) ? 0 : 20,
			conversions: isNight(position) ? attributed : 1,
		}));
		const nowMs = startMs + 28 * 24 * HOUR_MS;
		const state = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: 180 });
		const { plan } = optimizeAllocation(ingest(state, windows, nowMs).state, { strategy: 'adaptive_ml', nowMs });
		for (const { amount } of plan.hours.slice(6)) expect(Math.abs(Number(amount) / 10 - 1)).toBeLessThan(0.15);
	},
);
