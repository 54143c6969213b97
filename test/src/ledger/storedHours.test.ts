import fc from 'fast-check';

import type { DeliveredHour } from '../../../src/ledger/deliveredHour';
import { readColumn, storeColumn } from '../../../src/ledger/figureColumn';
import { packNumbers, unpackNumbers } from '../../../src/ledger/packedNumbers';
import { readHours, type StoredHours, storeHours } from '../../../src/ledger/storedHours';
import { deliveredHour, HOUR_MS } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

const MINUTE_MS = 60_000;

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const whole = (max: number) => fc.integer({ min: 0, max });

/** Counts, amounts in micros, fractional attributed conversions, shares of longer stretches, and figures not reported. */
const figure = fc.oneof(
	whole(50),
	whole(Number.MAX_SAFE_INTEGER),
	whole(100_000).map((cents) => cents * 10_000),
	whole(100_000).map((hundredths) => hundredths / 100),
	whole(1000).map((thirds) => thirds / 3),
	fc.double({ min: 0, max: 1e12, noNaN: true }).map((value) => value + 0),
	fc.constant(null),
);

describe('packed numbers', () => {
	test.each`
		numbers                      | text             | because
		${[]}                        | ${''}            | ${'an empty list is an empty text'}
		${[0, 25, 26, 31]}           | ${'AZaf'}        | ${'one character below 32'}
		${[32, 1023]}                | ${'gB_f'}        | ${'the least significant digit first; the second half of the alphabet continues'}
		${[Number.MAX_SAFE_INTEGER]} | ${'__________H'} | ${'more than 32 bits'}
	`('$numbers are $text: $because', ({ numbers, text }: { numbers: number[]; text: string }) => {
		expect(packNumbers(numbers)).toBe(text);
		expect(unpackNumbers(text)).toEqual(numbers);
	});

	test.each`
		text              | because
		${'AB C'}         | ${'a space is not a digit'}
		${'Aé'}           | ${'nor is a letter of another alphabet'}
		${'Ag'}           | ${'the last number is unfinished'}
		${'____________'} | ${'the number is too large and unfinished'}
	`("'$text' is malformed: $because", ({ text }: { text: string }) => {
		expect(unpackNumbers(text)).toBeNull();
	});
});

describe('a column of figures', () => {
	test.each`
		figures                         | stored                               | because
		${[12_340_000, 0, 5_000_000]}   | ${[4, packNumbers([1235, 1, 501])]}  | ${'amounts in whole cents are stored in cents'}
		${[1, 2.25, 0.5]}               | ${[-2, packNumbers([101, 226, 51])]} | ${'fractional conversions in hundredths'}
		${[null, null, null, 3, null]}  | ${[0, packNumbers([0, 2, 4, 0, 0])]} | ${'runs of nulls are counted'}
		${[1 / 3, null]}                | ${[1 / 3, null]}                     | ${'a third is not a decimal fraction'}
		${[Number.MAX_SAFE_INTEGER, 1]} | ${[Number.MAX_SAFE_INTEGER, 1]}      | ${'the next number would not be exact'}
	`('$figures: $because', ({ figures, stored }: { figures: (number | null)[]; stored: unknown }) => {
		expect(storeColumn(figures)).toEqual(stored);
		expect(readColumn(storeColumn(figures), figures.length)).toEqual(figures);
	});

	test('returns every figure identical to the last bit', () => {
		fc.assert(
			fc.property(fc.array(figure), (figures) => {
				expect(readColumn(throughJson(storeColumn(figures)), figures.length)).toEqual(figures);
			}),
			RUNS,
		);
	});

	test.each`
		column                            | because
		${[0, packNumbers([1])]}          | ${'it is too short'}
		${[0, packNumbers([1, 1, 1])]}    | ${'it is too long'}
		${[0, packNumbers([0, 2 ** 50])]} | ${'it has more nulls than there are windows'}
		${[0, packNumbers([1, 0])]}       | ${'a run of nulls has no length'}
		${[0, '!!']}                      | ${'it is not packed text'}
		${[1, 2, 3]}                      | ${'its list is too long'}
	`('$column does not have two windows: $because', ({ column }) => {
		expect(readColumn(column, 2)).toBeNull();
	});
});

describe('stored hours', () => {
	/** Windows of a campaign in order, with and without gaps between them. */
	const hours = fc
		.array(
			fc.record({
				gap: fc.constantFrom(0, 0, 0, 5, 60, 1440),
				minutes: fc.constantFrom(60, 60, 60, 5, 30, 120),
				spend: figure.filter((value) => value !== null),
				clicks: figure,
				conversions: figure,
				revenue: figure,
				impressions: figure,
				multiplier: figure,
				exchangeRate: figure,
				asOf: fc.option(whole(30_000_000)),
				steered: fc.boolean(),
				capped: fc.boolean(),
				preliminary: fc.boolean(),
				secondSource: fc.boolean(),
				divided: fc.boolean(),
			}),
			{ maxLength: 40 },
		)
		.map((windows) => {
			let minute = 29_000_000;
			return windows.map(({ gap, minutes, asOf, ...rest }): DeliveredHour => {
				const start = minute + gap;
				minute = start + minutes;
				return {
					campaignId: 'a',
					startMs: start * MINUTE_MS,
					endMs: minute * MINUTE_MS,
					asOfMs: asOf === null ? null : asOf * MINUTE_MS,
					...rest,
				};
			});
		});

	test('are read back unchanged', () => {
		fc.assert(
			fc.property(hours, (windows) => {
				expect(readHours('a', throughJson(storeHours(windows)))).toEqual(windows);
			}),
			RUNS,
		);
	});

	const plain = (position: number) => deliveredHour(position * HOUR_MS);

	test('omit metrics that no window has, and count adjacent hours', () => {
		expect(storeHours([0, 1, 2, 24].map(plain))).toEqual({
			stretches: packNumbers([0, 60, 3, 1440, 60, 1]),
			spend: [6, packNumbers([2, 2, 2, 2])],
		});
	});

	const stored = storeHours([plain(0), plain(1)]);

	test.each`
		damage                                          | because
		${{ stretches: packNumbers([0, 60]) }}          | ${'a stretch is incomplete'}
		${{ stretches: packNumbers([0, 60, 3]) }}       | ${'there are more windows than figures'}
		${{ stretches: packNumbers([0, 60, 1]) }}       | ${'there are fewer'}
		${{ stretches: packNumbers([0, 60, 2 ** 50]) }} | ${'there are more than fit into memory'}
		${{ spend: [6, packNumbers([2, 0, 0])] }}       | ${'a spend is missing'}
		${{ clicks: [0, packNumbers([2])] }}            | ${'a figure is missing'}
	`('with $damage are rejected: $because', ({ damage }: { damage: Partial<StoredHours> }) => {
		expect(readHours('a', { ...stored, ...damage })).toBeNull();
	});
});
