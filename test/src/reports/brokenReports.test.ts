import fc from 'fast-check';

import { normaliseRows, parse, PerformanceWindow, UserError } from '../../../src/index';
import { BERLIN, type Fields, google, meta, speechless } from '../../support/reportRows';

const MAX_REASON_LENGTH = 200;

describe('a report that cannot be read is rejected as a whole', () => {
	test.each([
		{
			rows: [{ dimensions: 'x', metrics: { spend: '1' } }],
			says: /fields dimensions, metrics/,
			because: 'metrics alone are not Google Ads',
		},
		{
			rows: [{ CampaignId: '1', MonthlyBudget: '3100.00', DailySpend: '98.20' }],
			says: /format of the rows is unknown/,
			because: 'a budget summary has no hours',
		},
		{ rows: [google(), meta({})], says: /mix Google Ads and Meta Ads/, because: 'it has two platforms' },
		{
			rows: [[{ error: { message: 'Token expired' } }]],
			says: /instead of a report: Token expired/,
			because: 'Google returns errors in a list',
		},
		{
			rows: [{ error: { message: 'Token expired', code: 190 } }],
			says: /instead of a report: Token expired/,
			because: 'Meta returns errors with HTTP 200',
		},
	])('$says: $because', ({ rows, says }) => {
		const call = () => normaliseRows(rows, { budget: BERLIN });
		expect(call).toThrow(UserError);
		expect(call).toThrow(says);
	});

	test('an unknown format is a bug of the caller', () => {
		expect(() => normaliseRows([], { budget: BERLIN, format: 'tiktok' as never })).toThrow(RangeError);
		expect(() => normaliseRows([google()], { budget: BERLIN, format: 'empty' as never })).toThrow(RangeError);
	});
});

describe('any malformed report', () => {
	const RUNS = { numRuns: 1000 };
	const scalar = fc.oneof(
		fc.constantFrom<unknown>('', ' 12 ', '0x10', '1e5', '-1', NaN, Infinity, 1e308, -0, null, undefined, true),
		fc.constantFrom<unknown>(speechless, [], {}, ['1']),
		fc.nat({ max: 5_000_000 }),
		fc.nat({ max: 5_000_000 }).map(String),
	);
	const row = fc
		.record({
			campaign: fc.constantFrom<unknown>('1', '2', 3, undefined, speechless),
			adGroup: fc.constantFrom('a', 'b'),
			hour: fc.constantFrom<unknown>(8, 9, '9', 24, null),
			costMicros: scalar,
			clicks: scalar,
		})
		.map(
			({ campaign, adGroup, hour, costMicros, clicks }): Fields => ({
				...google({ campaign: { id: campaign }, segments: { hour }, metrics: { costMicros, clicks } }),
				adGroup: { id: adGroup },
			}),
		);
	const report = fc.array(fc.oneof({ arbitrary: row, weight: 9 }, { arbitrary: fc.anything(), weight: 1 }), {
		minLength: 1,
		maxLength: 12,
	});
	const read = (rows: readonly unknown[]) => normaliseRows(rows, { budget: BERLIN, format: 'google_ads' });

	test('throws nothing but errors for the user, and every reason is short', () => {
		fc.assert(
			fc.property(report, (rows) => {
				let rejected;
				try {
					({ rejected } = read(rows));
				} catch (error) {
					expect(error).toBeInstanceOf(UserError);
					return;
				}
				for (const { index, reason } of rejected) {
					expect(index).toBeLessThan(rows.length);
					expect(reason).toMatch(/^[A-Z']/);
					expect(reason.length).toBeLessThanOrEqual(MAX_REASON_LENGTH);
				}
			}),
			RUNS,
		);
	});

	test('gives the same windows in any order, and the ledger accepts them after a JSON round trip', () => {
		fc.assert(
			fc.property(
				fc
					.array(row, { maxLength: 12 })
					.chain((rows) =>
						fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
					),
				([rows, shuffled]) => {
					const { windows, rejected } = read(rows);
					expect(read(shuffled).windows).toEqual(windows);
					expect(read(shuffled).rejected).toHaveLength(rejected.length);
					for (const window of windows) expect(parse(PerformanceWindow, window, 'window')).toEqual(window);
					expect(JSON.parse(JSON.stringify(windows))).toEqual(windows);
				},
			),
			RUNS,
		);
	});

	test('accounts for every row: its spend is in a window, exact to the micro, or it is rejected', () => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
				const { windows, rejected } = read(rows);
				const left = new Set(rejected.map(({ index }) => index));
				const accepted = rows.filter((_, index) => !left.has(index));
				const spent = accepted.reduce(
					(sum, row) => sum + BigInt(String((row['metrics'] as Fields)['costMicros'] ?? 0)),
					0n,
				);
				expect(windows.reduce((sum, { spend }) => sum + micros(String(spend)), 0n)).toBe(spent);
			}),
			RUNS,
		);
	});
});

/** Exact micros of a decimal text, counted without floating point. */
function micros(amount: string): bigint {
	const [whole, fraction = ''] = amount.split('.');
	return BigInt(whole! + fraction.padEnd(6, '0'));
}
