import { createState, ingest, type PacingState } from '../../../src/index';
import { conversionDelay, spendDelay } from '../../../src/results/reportDelay';
import { DAY_MS, HOUR_MS } from '../../support/deliveries';

const START = Date.UTC(2026, 5, 1);
const empty = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000' });

/** Hours whose conversions are reported according to `reported`, ingested every hour with all restatements. */
function delivered(
	hours: number,
	reported: (ageHours: number) => number,
	spendAt: (ageHours: number) => number = () => 10,
): PacingState {
	let state = empty;
	for (let now = 1; now <= hours; now++) {
		const windows = Array.from({ length: now }, (_, hour) => ({
			startMs: START + hour * HOUR_MS,
			endMs: START + (hour + 1) * HOUR_MS,
			spend: spendAt(now - hour - 1).toFixed(2),
			clicks: 100,
			conversions: 50 * reported(now - hour - 1),
		}));
		state = ingest(state, windows.slice(-96), START + now * HOUR_MS).state;
	}
	return state;
}

describe('the delay of conversions, learned from restatements', () => {
	test('follows an exponential delay, F = 1 - exp(-a / mu), given many conversions', () => {
		const mean = 10;
		const exact = (ageHours: number) => 1 - Math.exp(-(ageHours + 1) / mean);
		const reported = conversionDelay(delivered(240, exact).ledger);
		for (const ageHours of [0, 1, 3, 6, 12, 20]) {
			expect(reported(ageHours * HOUR_MS)).toBeCloseTo(exact(ageHours), 1);
		}
	});

	test('is 0 where restatements add nothing', () => {
		const reported = conversionDelay(delivered(120, () => 1).ledger);
		expect(reported(0)).toBeGreaterThan(0.98);
	});

	test('equals the prior before the first restatement', () => {
		const reported = conversionDelay(empty.ledger);
		expect(reported(0)).toBeCloseTo(0.6, 2);
		expect(reported(8 * HOUR_MS)).toBeCloseTo(1 - 0.4 * Math.exp(-1), 2);
		expect(reported(20 * DAY_MS)).toBeCloseTo(1, 6);
	});

	test('has a reported share that grows with age and never exceeds 1, even where figures are revised down', () => {
		const reported = conversionDelay(delivered(100, (age) => (age < 5 ? 1.2 : 1)).ledger);
		let before = 0;
		for (let age = 0; age < 72; age++) {
			const share = reported(age * HOUR_MS);
			expect(share).toBeGreaterThanOrEqual(before);
			expect(share).toBeLessThanOrEqual(1);
			before = share;
		}
	});
});

describe('the delay of spend', () => {
	test('is learned within a day where every hour is reported over three hours', () => {
		const share = (ageHours: number) => Math.min(1, 0.4 + 0.2 * ageHours);
		const reported = spendDelay(
			delivered(
				24,
				() => 1,
				(age) => 50 * share(age),
			).ledger,
		);
		for (const age of [0, 1, 2, 3]) expect(Math.abs(reported(age * HOUR_MS) - share(age))).toBeLessThan(0.05);
	});

	test('is 0 where every hour was reported in full', () => {
		expect(spendDelay(delivered(24, () => 1).ledger)(0)).toBeGreaterThan(0.93);
	});

	test('equals the prior before any hour was restated', () => {
		const reported = spendDelay(empty.ledger);
		expect(reported(0)).toBeCloseTo(0.6, 2);
		expect(reported(HOUR_MS)).toBeCloseTo(1 - 0.4 * Math.exp(-1), 2);
		expect(reported(3 * HOUR_MS)).toBeCloseTo(1 - 0.4 * Math.exp(-3), 2);
	});
});
