import { createState, ingest, optimizeAllocation, readState, recentHours } from '../../../src/index';
import { deliveredHour, HOUR_MS } from '../../support/deliveries';

const START = Date.parse('2026-11-23T00:00:00Z');
const MINUTE = START / 60_000;
const NOW = START + 2.5 * HOUR_MS;

/** A state written by version 1: two campaigns, one with a running hour, one that reports only spend. */
const VERSION_1 = {
	version: 1,
	definition: { ...createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '240.00' }).definition },
	ledger: {
		campaigns: [
			{
				campaignId: 'a',
				folded: { fromMs: 1_750_000_000_000, untilMs: 1_751_000_000_000 },
				hours: [
					[MINUTE, 60, 10_500_000, 12, 0.25, 40_000_000, 900, 1.2, null, 3],
					[MINUTE + 60, 60, 9_000_000, 11],
					[MINUTE + 120, 60, 4_000_000, 5, null, null, 300, null, MINUTE + 150, 4],
				],
			},
			{ campaignId: 'b', hours: [[MINUTE + 60, 60, 0]] },
		],
		arrivals: { entered: [0.25], added: [] },
		dataUntilMs: NOW,
	},
	regimes: [],
	plan: null,
	alert: null,
};

describe('a state of version 1', () => {
	const state = readState(VERSION_1);

	test('is upgraded to the current version with all windows unchanged', () => {
		expect(state.version).toBe(3);
		expect(recentHours(state)).toEqual([
			deliveredHour(START, {
				spend: 10_500_000,
				clicks: 12,
				conversions: 0.25,
				revenue: 40_000_000,
				impressions: 900,
				multiplier: 1.2,
				steered: true,
				capped: true,
			}),
			deliveredHour(START + HOUR_MS, { spend: 9_000_000, clicks: 11 }),
			deliveredHour(START + 2 * HOUR_MS, {
				spend: 4_000_000,
				clicks: 5,
				impressions: 300,
				asOfMs: NOW,
				preliminary: true,
			}),
			deliveredHour(START + HOUR_MS, { campaignId: 'b', spend: 0 }),
		]);
	});

	test('keeps everything else, and is not modified', () => {
		const before = JSON.stringify(VERSION_1);
		const { definition, ledger, regimes, plan, alert } = readState(VERSION_1);
		expect({ definition, regimes, plan, alert }).toEqual({
			definition: VERSION_1.definition,
			regimes: [],
			plan: null,
			alert: null,
		});
		expect(ledger).toMatchObject({ arrivals: VERSION_1.ledger.arrivals, dataUntilMs: NOW });
		expect(ledger.campaigns[0]!.folded).toEqual(VERSION_1.ledger.campaigns[0]!.folded);
		expect(JSON.stringify(VERSION_1)).toBe(before);
	});

	test('round-trips through storage, and accepts new windows', () => {
		const stored = readState(JSON.parse(JSON.stringify(state)));
		expect(stored).toEqual(state);
		const next = { campaignId: 'a', startMs: START + 3 * HOUR_MS, endMs: START + 4 * HOUR_MS, spend: '7.00' };
		const { state: after, report } = ingest(stored, [next], START + 4 * HOUR_MS);
		expect(report.accepted).toBe(1);
		const { plan } = optimizeAllocation(after, { strategy: 'even_distribution', nowMs: START + 4 * HOUR_MS });
		expect(plan.spent).toBe('30.50');
	});
});

describe('a push recorded by version 2', () => {
	const PUSH = {
		atMs: START,
		planId: '2026-11-22-1',
		platform: 'google_ads',
		object: 'budget/222',
		lever: 'day-total',
		why: 'raise',
		from: '80.00',
		to: '90.00',
	};
	const { version, ...rest } = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '100.00' });
	const stored = (pushes: readonly object[] | undefined) => JSON.parse(JSON.stringify({ ...rest, version: 2, pushes }));

	test('has an unknown outcome: its answer was never read', () => {
		const { pushes } = readState(stored([PUSH]));
		expect(version).toBe(3);
		expect(pushes).toEqual([{ ...PUSH, pushId: expect.any(String), status: 'unknown', code: 'before-confirmation' }]);
	});

	test('keeps one ID, whenever it is read, and others have others', () => {
		const ids = (pushes: readonly object[]) => readState(stored(pushes)).pushes!.map(({ pushId }) => pushId);
		const both = [PUSH, { ...PUSH, atMs: START + 1 }];
		expect(ids(both)).toEqual(ids(both));
		expect(new Set(ids(both)).size).toBe(2);
	});

	test('is none where none was recorded', () => {
		expect(readState(stored(undefined)).pushes).toBeUndefined();
	});
});
