import fc from 'fast-check';

import { foldHours } from '../../../src/ledger/foldHours';
import type { Folded } from '../../../src/ledger/ledger';
import { readTally, storeTally } from '../../../src/ledger/storedTally';
import { addDelivery, addTally, emptyTally, type Delivery, type Tally } from '../../../src/ledger/tally';
import { DAY_MS, deliveredHour, HOUR_MS } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

const MICROS = 1_000_000;

/** A window of 2.00 that reports nothing else; the figures are given. */
const window = (figures: Partial<Delivery>): Delivery => ({
	spend: 2 * MICROS,
	clicks: null,
	conversions: null,
	revenue: null,
	impressions: null,
	...figures,
});

const tallyOf = (windows: readonly Partial<Delivery>[], weight = 1): Tally => {
	const tally = emptyTally();
	for (const figures of windows) addDelivery(tally, window(figures), weight);
	return tally;
};

const ALL = { clicks: 4, conversions: 1, revenue: 9 * MICROS };

test.each`
	windows                                                             | expected                                                                                                     | because
	${[{ impressions: 500 }, { impressions: 700 }]}                     | ${{ impressions: 1200, impressionSpend: 4 * MICROS, impressionClicks: 0, clickImpressions: 0 }}              | ${'they add up, with their spend'}
	${[{ impressions: 500, clicks: 4 }, { impressions: 0, clicks: 0 }]} | ${{ impressions: 500, impressionSpend: 4 * MICROS, impressionClicks: 4, clickImpressions: 500 }}             | ${'0 is reported'}
	${[{ impressions: 500, clicks: 4 }, { clicks: 6 }]}                 | ${{ clicks: 10, impressions: 500, impressionSpend: 2 * MICROS, impressionClicks: 4, clickImpressions: 500 }} | ${'clicks of a window without impressions are not in a CTR'}
	${[{ impressions: 500, clicks: 4 }, { impressions: 700 }]}          | ${{ impressions: 1200, impressionSpend: 4 * MICROS, impressionClicks: 4, clickImpressions: 500 }}            | ${'impressions of a window without clicks are not in it either'}
	${[{ clicks: 4 }, {}]}                                              | ${{ impressions: 0, impressionSpend: 0, impressionClicks: 0, clickImpressions: 0 }}                          | ${'what is not reported has no spend to be divided by'}
`('windows of 2.00 with $windows: $because', ({ windows, expected }) => {
	expect(tallyOf(windows as Partial<Delivery>[])).toMatchObject(expected as Partial<Tally>);
});

test('impressions are not scaled by the share of conversions that is reported', () => {
	const tally = emptyTally();
	addDelivery(tally, window({ ...ALL, impressions: 500 }), 0.5, 0.1);
	expect(tally).toMatchObject({
		impressions: 250,
		impressionSpend: MICROS,
		impressionClicks: 2,
		clickImpressions: 250,
	});
	expect(tally.conversionSpend).toBeCloseTo(0.1 * MICROS, 6);
});

test.each`
	windows                                                | numbers | because
	${[]}                                                  | ${0}    | ${'there is no evidence'}
	${[ALL, ALL]}                                          | ${5}    | ${'impressions are not reported: what was stored before they were kept'}
	${[{ clicks: 4 }]}                                     | ${10}   | ${'nor are conversions and revenue'}
	${[{ ...ALL, impressions: 7 }]}                        | ${6}    | ${'all is reported'}
	${[{ ...ALL, impressions: 7 }, ALL]}                   | ${9}    | ${'impressions came later'}
	${[{ clicks: 4, impressions: 7 }]}                     | ${11}   | ${'they are reported wherever clicks are'}
	${[{ clicks: 4, impressions: 7 }, { impressions: 5 }]} | ${14}   | ${'each exposure is its own'}
	${[{ ...ALL, clicks: 0, impressions: 0 }]}             | ${6}    | ${'spend without an impression is evidence'}
	${[{ ...ALL, spend: 0, clicks: 0, impressions: 0 }]}   | ${5}    | ${'an idle hour repeats zeros'}
`('windows with $windows are stored in $numbers numbers: $because', ({ windows, numbers }) => {
	const tally = tallyOf(windows as Partial<Delivery>[]);
	expect(storeTally(tally)).toHaveLength(numbers as number);
	expect(readTally(storeTally(tally))).toEqual(tally);
});

test.each`
	stored                             | because
	${[3, 6, 12, 2, 45]}               | ${'of which every window reported clicks, conversions and revenue'}
	${[3, 6, 12, 6, 2, 4, 8, 0, 0, 0]} | ${'of which some did not'}
`(
	'a tally of the form before impressions were kept has none, and is stored as before: $stored, $because',
	({ stored }) => {
		const tally = readTally(stored as number[]);
		expect(tally).toMatchObject({ hours: 3, spend: 6 * MICROS, clicks: 12, conversions: 2 });
		expect(tally).toMatchObject({ impressions: 0, impressionSpend: 0, impressionClicks: 0, clickImpressions: 0 });
		expect(storeTally(tally)).toEqual(stored);
	},
);

const reported = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { freq: 3 });
const delivery = fc.record({
	spend: fc.integer({ min: 0, max: 5000 }).map((cents) => cents * 10_000),
	clicks: reported(400),
	conversions: reported(50),
	revenue: reported(9000).map((cents) => cents && cents * 10_000),
	impressions: reported(60_000),
});
const deliveries = fc.array(delivery, { minLength: 1, maxLength: 30 });

test('a stored tally is read as it was, to six digits, whatever was reported', () => {
	fc.assert(
		fc.property(deliveries, fc.double({ min: 0.01, max: 1, noNaN: true }), (windows, weight) => {
			const tally = tallyOf(windows, weight);
			const read = readTally(storeTally(tally));
			for (const field of Object.keys(tally) as (keyof Tally)[]) {
				expect(Math.abs(read[field] - tally[field])).toBeLessThanOrEqual(1e-5 * tally[field]);
			}
			expect(storeTally(read)).toEqual(storeTally(tally));
		}),
		RUNS,
	);
});

/** What the folded statistics say in all: the months, which have no weight by age. */
function totalOf({ month }: Folded): Tally {
	const total = emptyTally();
	for (const stored of month) addTally(total, readTally(stored));
	return total;
}

/** Six digits, rounded with each of thirty hours. */
const ROUNDED = 1e-4;

test('folding loses nothing: impressions add up in days and statistics, at once or day by day', () => {
	fc.assert(
		fc.property(deliveries, (windows) => {
			const hours = windows.map((figures, position) =>
				deliveredHour(Math.floor(position / 3) * DAY_MS + (position % 3) * HOUR_MS, figures),
			);
			const lastMs = hours.at(-1)!.endMs;
			const zone = { timeZone: 'UTC', events: undefined };
			const atOnce = foldHours(undefined, hours, zone, lastMs);
			const byDay = hours.reduce<Folded | undefined>(
				(folded, hour) => foldHours(folded, [hour], zone, lastMs),
				undefined,
			)!;
			const known = hours.filter(({ impressions }) => impressions !== null);
			const impressions = known.reduce((sum, hour) => sum + hour.impressions!, 0);
			const spend = known.reduce((sum, hour) => sum + hour.spend, 0);
			for (const folded of [atOnce, byDay]) {
				const total = totalOf(folded);
				expect(Math.abs(total.impressions - impressions)).toBeLessThanOrEqual(ROUNDED * impressions);
				expect(Math.abs(total.impressionSpend - spend)).toBeLessThanOrEqual(ROUNDED * spend);
				const days = folded.days.map(([, , , , , ofDay = null]) => ofDay as number | null);
				expect(days.some((ofDay) => ofDay !== null)).toBe(known.length > 0);
				expect(days.reduce<number>((sum, ofDay) => sum + (ofDay ?? 0), 0)).toBe(impressions);
			}
		}),
		RUNS,
	);
});
