import fc from 'fast-check';

import { createState, ingest, readState, withOffer } from '../../../src/index';
import { offerOn, readOffers, StoredOffers, storeOffers } from '../../../src/ledger/offers';
import { offersOf } from '../../../src/ledger/withOffer';
import { addDays } from '../../../src/time/localClock';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

const DEFINITION = { budgetId: 'b', currency: 'EUR', timeZone: 'Europe/Berlin', monthlyAmount: '3000.00' };

/** Midnight in Berlin. */
const TODAY = Date.parse('2026-06-01T00:00:00+02:00');
const DATE = '2026-06-01';

const onDate = (state: ReturnType<typeof createState>, date: string, campaignId = '7') =>
	offerOn(offersOf(state.ledger).get(campaignId), date);

describe('a budget that is set', () => {
	const atHour = (amount: string, hour: number) => ({ campaignId: '7', amount, atMs: TODAY + hour * HOUR_MS });

	test.each`
		budgets                             | offer                                      | because
		${[[100, 0]]}                       | ${{ amount: 100_000_000, isMixed: false }} | ${'it is the budget of its day'}
		${[[100, -20], [200, 1]]}           | ${{ amount: 200_000_000, isMixed: false }} | ${'little is spent before six in the morning'}
		${[[100, -20], [200, 14]]}          | ${{ amount: 200_000_000, isMixed: true }}  | ${'half of the day had another budget'}
		${[[100, -20], [105, 14]]}          | ${{ amount: 105_000_000, isMixed: false }} | ${'a small change leaves the day evidence'}
		${[[100, 1], [200, 14], [200, 15]]} | ${{ amount: 200_000_000, isMixed: true }}  | ${'a mixed day stays mixed'}
		${[[100, -24 * 6]]}                 | ${{ amount: 100_000_000, isMixed: false }} | ${'it stays in force'}
		${[[100, -24 * 9]]}                 | ${undefined}                               | ${'but nobody knows for longer than a week'}
		${[[100, 24]]}                      | ${undefined}                               | ${'it says nothing about the days before'}
	`('$budgets (amount, hours after midnight) make $offer: $because', ({ budgets, offer }) => {
		const state = (budgets as [number, number][]).reduce(
			(before, [amount, hour]) => withOffer(before, atHour(String(amount), hour)),
			createState(DEFINITION),
		);
		expect(onDate(state, DATE)).toEqual(offer);
	});

	test('leaves the first known budget to the day before: it was in force until then', () => {
		const first = withOffer(createState(DEFINITION), atHour('100.00', 0));
		const state = withOffer(first, atHour('200.00', 1));
		expect(onDate(state, addDays(DATE, -1))).toEqual({ amount: 100_000_000, isMixed: false });
		expect(onDate(state, DATE)).toEqual({ amount: 200_000_000, isMixed: false });
	});

	test('is kept through reports, storage and folding', () => {
		const offered = withOffer(createState(DEFINITION), atHour('100.00', 0));
		const windows = hourly(TODAY, 5, () => ({ campaignId: '7', spend: '1.00' }));
		const { state } = ingest(offered, windows, TODAY + 5 * HOUR_MS);
		expect(onDate(readState(JSON.parse(JSON.stringify(state))), DATE)).toMatchObject({ amount: 100_000_000 });
	});

	test('an amount that is none is an error', () => {
		const set = () => withOffer(createState(DEFINITION), { amount: '1,000', atMs: TODAY });
		expect(set).toThrow(/daily budget cannot be used/);
	});
});

describe('a budget that a report names', () => {
	const report = (fromMs: number, hours: number, budget: (hour: number) => string | undefined, nowMs: number) =>
		ingest(
			createState(DEFINITION),
			hourly(fromMs, hours, (hour) => ({
				campaignId: '7',
				spend: '1.00',
				...(budget(hour) && { budget: budget(hour) }),
			})),
			nowMs,
		).state;

	test.each`
		budget                                             | offer                                     | because
		${() => '80'}                                      | ${{ amount: 80_000_000, isMixed: false }} | ${'all hours agree'}
		${(hour: number) => (hour < 12 ? '80' : '120')}    | ${{ amount: 120_000_000, isMixed: true }} | ${'it changed at noon'}
		${(hour: number) => (hour < 12 ? undefined : '5')} | ${{ amount: 5_000_000, isMixed: false }}  | ${'hours without one do not contradict'}
		${() => undefined}                                 | ${undefined}                              | ${'missing is not zero'}
		${() => '0'}                                       | ${undefined}                              | ${'nor is zero an offer'}
	`('of a day that is over is $offer: $because', ({ budget, offer }) => {
		expect(onDate(report(TODAY, 24, budget, TODAY + DAY_MS), DATE)).toEqual(offer);
	});

	test('of today is the one in force when the report is read', () => {
		const morning = report(TODAY, 9, () => '80', TODAY + 9 * HOUR_MS);
		expect(onDate(morning, DATE)).toEqual({ amount: 80_000_000, isMixed: false });
		const hours = hourly(TODAY, 15, () => ({ campaignId: '7', spend: '1.00', budget: '120' }));
		const { state } = ingest(morning, hours, TODAY + 15 * HOUR_MS);
		expect(onDate(state, DATE)).toEqual({ amount: 120_000_000, isMixed: true });
		const late = hourly(TODAY, 24, () => ({ campaignId: '7', spend: '1.01', budget: '150' }));
		expect(onDate(ingest(state, late, TODAY + 30 * HOUR_MS).state, DATE)).toEqual({
			amount: 120_000_000,
			isMixed: true,
		});
	});
});

test('a state that was stored before budgets were kept is read', () => {
	const stored = JSON.parse(JSON.stringify(createState(DEFINITION)));
	expect(readState(stored).ledger.offers).toBeUndefined();
});

test('what is stored is what is read, and little more than 120 days of it', () => {
	const days = fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 200 });
	fc.assert(
		fc.property(days, fc.nat(1_000_000), (positions, seed) => {
			const offers = new Map(
				positions.map((position) => [
					addDays(DATE, position),
					{ amount: (1 + ((seed * (position + 3)) % 997)) * 10_000, isMixed: (seed + position) % 5 === 0 },
				]),
			);
			const stored = StoredOffers.parse(JSON.parse(JSON.stringify(storeOffers('7', offers))));
			const last = Math.max(...positions);
			const kept = [...offers].filter(([date]) => date > addDays(DATE, last - 120));
			expect(new Map(readOffers(stored))).toEqual(new Map(kept));
			expect(JSON.stringify(stored).length).toBeLessThan(900);
		}),
	);
});
