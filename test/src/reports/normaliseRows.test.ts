import fc from 'fast-check';

import { normaliseRows } from '../../../src/index';
import { HOUR_MS } from '../../support/deliveries';

const BERLIN = { budgetId: 'b', currency: 'EUR', timeZone: 'Europe/Berlin', dailyAmount: '1000.00' } as const;
const NEW_YORK = { ...BERLIN, currency: 'USD', timeZone: 'America/New_York' } as const;
const RUNS = { numRuns: 1000 };

/** 09:00 in Berlin on 2026-11-22. */
const NINE = Date.UTC(2026, 10, 22, 8);

interface GoogleChanges {
	readonly date?: unknown;
	readonly hour?: unknown;
	readonly metrics?: Readonly<Record<string, unknown>>;
	readonly customer?: Readonly<Record<string, unknown>>;
	readonly adGroup?: string;
	readonly campaign?: string;
}

const google = ({
	date = '2026-11-22',
	hour = 9,
	metrics,
	customer,
	adGroup,
	campaign = '111',
}: GoogleChanges = {}) => ({
	customer: { currencyCode: 'EUR', timeZone: 'Europe/Berlin', ...customer },
	campaign: { id: campaign },
	...(adGroup !== undefined && { adGroup: { id: adGroup } }),
	metrics: { costMicros: '41270000', impressions: '5230', clicks: '204', conversions: 3.25, ...metrics },
	segments: { date, hour },
});

const meta = (changes: Readonly<Record<string, unknown>> = {}) => ({
	account_currency: 'USD',
	campaign_id: '7',
	date_start: '2026-11-22',
	date_stop: '2026-11-22',
	hourly_stats_aggregated_by_advertiser_time_zone: '09:00:00 - 09:59:59',
	spend: '12.3',
	impressions: '1400',
	clicks: '21',
	...changes,
});

const reasons = (rows: readonly unknown[], budget: typeof BERLIN | typeof NEW_YORK = BERLIN) =>
	normaliseRows(rows, { budget }).rejected.map(({ reason }) => reason);

describe('rows around clock changes', () => {
	test('the hour that does not exist is rejected', () => {
		expect(reasons([google({ date: '2026-03-29', hour: 2 })])[0]).toMatch(/2:00 did not exist on 2026-03-29/);
	});

	test.each([
		{ hour: 1, startMs: Date.UTC(2026, 9, 24, 23), hours: 1, because: 'it occurs once, before' },
		{ hour: 2, startMs: Date.UTC(2026, 9, 25, 0), hours: 2, because: 'it occurs twice and is reported once' },
		{ hour: 3, startMs: Date.UTC(2026, 9, 25, 2), hours: 1, because: 'it occurs once, after' },
	])('hour $hour of 2026-10-25 in Berlin lasts $hours h: $because', ({ hour, startMs, hours }) => {
		const [window] = normaliseRows([google({ date: '2026-10-25', hour })], { budget: BERLIN }).windows;
		expect(window).toMatchObject({ startMs, endMs: startMs + hours * HOUR_MS });
	});
});

describe('rows of one campaign and hour', () => {
	test('ad groups are added up', () => {
		const rows = [
			google({ adGroup: '1' }),
			google({ adGroup: '2', metrics: { costMicros: '730000', conversions: 1 } }),
		];
		const { windows, rejected } = normaliseRows(rows, { budget: BERLIN });
		expect(rejected).toEqual([]);
		expect(windows).toMatchObject([{ spend: '42', clicks: 408, impressions: 10_460, conversions: 4.25 }]);
	});

	test('a metric that one ad group does not report is not reported for the sum', () => {
		const rows = [google({ adGroup: '1' }), google({ adGroup: '2', metrics: { conversions: null } })];
		const [window] = normaliseRows(rows, { budget: BERLIN }).windows;
		expect(window).toMatchObject({ spend: '82.54', clicks: 408 });
		expect(window).not.toHaveProperty('conversions');
	});

	test('a duplicate row counts once and is reported', () => {
		const { windows, rejected } = normaliseRows([google(), google()], { budget: BERLIN });
		expect(windows).toMatchObject([{ spend: '41.27' }]);
		expect(rejected).toMatchObject([{ index: 1, reason: 'The row is a duplicate of another one' }]);
	});

	test('contradictory rows reject their whole hour', () => {
		const rows = [google(), google({ metrics: { costMicros: '1' } }), google({ adGroup: '2' })];
		const { windows, rejected } = normaliseRows(rows, { budget: BERLIN });
		expect(windows).toEqual([]);
		expect(rejected.map(({ index }) => index)).toEqual([0, 1, 2]);
		expect(rejected[2]!.reason).toMatch(/contradict each other/);
	});

	test('an unreadable row rejects its hour and no other', () => {
		const rows = [
			google({ adGroup: '1' }),
			google({ adGroup: '2', metrics: { costMicros: 'much' } }),
			google({ hour: 10 }),
		];
		const { windows, rejected } = normaliseRows(rows, { budget: BERLIN });
		expect(windows).toMatchObject([{ startMs: NINE + HOUR_MS }]);
		expect(rejected.map(({ reason }) => reason)).toEqual([
			expect.stringMatching(/Another row of the same campaign and hour/),
			expect.stringMatching(/'costMicros' is 'much', not a whole number of micros/),
		]);
	});
});

describe('rows without a valid place', () => {
	test.each([
		{ row: google({ hour: null }), reason: /total of a day: add segments.hour/, because: 'it has no hour' },
		{ row: google({ date: null }), reason: /date is missing/, because: 'it has no day' },
		{ row: google({ hour: 24 }), reason: /between 0 and 23/, because: 'a day ends at 24:00' },
		{
			row: google({ customer: { currencyCode: 'USD' } }),
			reason: /currency of the row is USD/,
			because: 'its currency is the dollar',
		},
		{
			row: google({ customer: { timeZone: 'UTC' } }),
			reason: /time zone of the row is UTC/,
			because: 'its time zone differs',
		},
		{ row: google({ metrics: { costMicros: undefined } }), reason: /spend is missing/, because: 'missing is not zero' },
		{
			row: google({ metrics: { costMicros: '-5' } }),
			reason: /must not be negative/,
			because: 'spend cannot be negative',
		},
	])('a Google row is rejected because $because', ({ row, reason }) => {
		expect(reasons([row])).toEqual([expect.stringMatching(reason)]);
	});

	test.each([
		{ row: meta({ date_stop: '2026-11-23' }), reason: /total of several days/, because: 'it covers two days' },
		{
			row: meta({ hourly_stats_aggregated_by_advertiser_time_zone: '9am' }),
			reason: /must look like 09:00:00 - 09:59:59/,
			because: 'its hour is malformed',
		},
		{
			row: meta({ hourly_stats_aggregated_by_audience_time_zone: '09:00:00 - 09:59:59' }),
			reason: /audience's time zones/,
			because: 'hours of the audience are in many time zones',
		},
		{
			row: meta({ account_currency: 'EUR' }),
			reason: /currency of the row is EUR/,
			because: 'its currency is the euro',
		},
		{ row: meta({ spend: undefined }), reason: /spend is missing/, because: 'missing is not zero' },
	])('a Meta row is rejected because $because', ({ row, reason }) => {
		expect(reasons([row], NEW_YORK)).toEqual([expect.stringMatching(reason)]);
	});

	test('rows of two platforms in one report are an error', () => {
		expect(() => normaliseRows([google(), meta()], { budget: BERLIN })).toThrow(/mix Google Ads and Meta Ads/);
	});

	test('a report without rows is empty', () => {
		const nothing = { format: 'empty', windows: [], rejected: [], notices: [] };
		expect(normaliseRows([], { budget: BERLIN })).toEqual(nothing);
		expect(normaliseRows([{ data: [] }], { budget: BERLIN })).toEqual(nothing);
		expect(normaliseRows([{ fieldMask: 'a', requestId: 'b' }], { budget: BERLIN })).toEqual(nothing);
	});
});

describe('mapped columns', () => {
	const at = (row: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, string>>, budget = BERLIN) =>
		normaliseRows([row], { budget, fields: { spend: 'cost', ...fields } as { spend: string; start: string } });

	test.each([
		{ row: { d: '2026-11-22', h: 9 }, fields: { date: 'd', hour: 'h' }, because: 'date and hour' },
		{ row: { d: '2026-11-22', h: '09' }, fields: { date: 'd', hour: 'h' }, because: 'an hour of two digits' },
		{ row: { d: '2026-11-22', h: '9:00' }, fields: { date: 'd', hour: 'h' }, because: 'a clock time' },
		{ row: { d: '2026-11-22 09:00' }, fields: { date: 'd' }, because: 'a date with its time' },
		{ row: { s: '2026-11-22T09:00:00' }, fields: { start: 's' }, because: 'local time' },
		{ row: { s: '2026-11-22T09:00:00+01:00' }, fields: { start: 's' }, because: 'an offset' },
		{ row: { s: '2026-11-22T08:00:00Z' }, fields: { start: 's' }, because: 'UTC' },
		{ row: { s: NINE, e: NINE + HOUR_MS }, fields: { start: 's', end: 'e' }, because: 'instants' },
	])('the same hour is read from $because', ({ row, fields }) => {
		const { format, windows, rejected } = at({ ...row, cost: '41.27' }, fields as unknown as Record<string, string>);
		expect({ format, rejected }).toEqual({ format: 'mapped', rejected: [] });
		expect(windows).toEqual([{ source: 'mapped', startMs: NINE, endMs: NINE + HOUR_MS, spend: '41.27' }]);
	});

	test.each([
		{ spendUnit: 'major', cost: '41.27', currency: 'EUR', spend: '41.27' },
		{ spendUnit: 'minor', cost: 4127, currency: 'EUR', spend: '41.27' },
		{ spendUnit: 'minor', cost: 4127, currency: 'JPY', spend: '4127' },
		{ spendUnit: 'minor', cost: '4127', currency: 'KWD', spend: '4.127' },
		{ spendUnit: 'micros', cost: '41270000', currency: 'EUR', spend: '41.27' },
	] as const)('$cost in $spendUnit units of $currency is $spend', ({ spendUnit, cost, currency, spend }) => {
		const { windows } = normaliseRows([{ s: NINE, cost }], {
			budget: { ...BERLIN, currency, dailyAmount: 1000 },
			fields: { start: 's', spend: 'cost', spendUnit },
		});
		expect(windows).toMatchObject([{ spend }]);
	});

	test('a local time that occurs twice needs an offset', () => {
		const ambiguous = at({ s: '2026-10-25T02:00', cost: 1 }, { start: 's' });
		expect(ambiguous.rejected[0]!.reason).toMatch(/occurs twice that day: add its offset/);
		const second = at({ s: '2026-10-25T02:00:00+01:00', cost: 1 }, { start: 's' });
		expect(second.windows[0]!.startMs).toBe(Date.UTC(2026, 9, 25, 1));
	});

	test('a missing column is named', () => {
		const { rejected } = at({ s: NINE, cost: 1 }, { start: 's', clicks: 'Klicks' });
		expect(rejected[0]!.reason).toBe("The row has no column 'Klicks'");
	});

	test('an empty cell of an optional column is unknown, not 0', () => {
		const { windows } = at({ s: NINE, cost: 1, clicks: '' }, { start: 's', clicks: 'clicks' });
		expect(windows).toHaveLength(1);
		expect(windows[0]).not.toHaveProperty('clicks');
	});
});

describe('any report', () => {
	const row = fc
		.record({
			campaign: fc.constantFrom('1', '2', '3'),
			adGroup: fc.constantFrom('a', 'b', 'c'),
			hour: fc.integer({ min: 0, max: 23 }),
			micros: fc.integer({ min: 0, max: 1e12 }),
			clicks: fc.integer({ min: 0, max: 1e6 }),
			conversions: fc.integer({ min: 0, max: 4000 }).map((quarters) => quarters / 4),
		})
		.map((given) => ({ ...given, key: `${given.campaign} ${given.adGroup} ${given.hour}` }));
	const report = fc.uniqueArray(row, { selector: ({ key }) => key, maxLength: 40 });
	const rowsOf = (parts: readonly (typeof row extends fc.Arbitrary<infer Part> ? Part : never)[]) =>
		parts.map(({ campaign, adGroup, hour, micros, clicks, conversions }) =>
			google({ campaign, adGroup, hour, metrics: { costMicros: String(micros), clicks: String(clicks), conversions } }),
		);

	test('the order of rows changes nothing', () => {
		fc.assert(
			fc.property(
				report.chain((parts) =>
					fc.tuple(
						fc.constant(parts),
						fc.shuffledSubarray(parts, { minLength: parts.length, maxLength: parts.length }),
					),
				),
				([parts, shuffled]) => {
					const given = normaliseRows(rowsOf(parts), { budget: BERLIN });
					expect(normaliseRows(rowsOf(shuffled), { budget: BERLIN })).toEqual(given);
				},
			),
			RUNS,
		);
	});

	test('totals are exact, and there is one window for each campaign and hour', () => {
		fc.assert(
			fc.property(report, (parts) => {
				const { windows, rejected } = normaliseRows(rowsOf(parts), { budget: BERLIN });
				expect(rejected).toEqual([]);
				expect(windows).toHaveLength(new Set(parts.map(({ campaign, hour }) => `${campaign} ${hour}`)).size);
				const micros = windows.reduce((sum, { spend }) => sum + inMicros(String(spend)), 0n);
				expect(micros).toBe(parts.reduce((sum, part) => sum + BigInt(part.micros), 0n));
				for (const field of ['clicks', 'conversions'] as const) {
					const total = windows.reduce((sum, window) => sum + window[field]!, 0);
					expect(total).toBe(parts.reduce((sum, part) => sum + part[field], 0));
				}
			}),
			RUNS,
		);
	});

	test('every row is in a window or rejected, with any duplicates', () => {
		fc.assert(
			fc.property(report, fc.nat(), (parts, pick) => {
				fc.pre(parts.length > 0);
				const rows = rowsOf(parts);
				const position = pick % rows.length;
				const once = normaliseRows(rows, { budget: BERLIN });
				const twice = normaliseRows([...rows, rows[position]], { budget: BERLIN });
				expect(twice.windows).toEqual(once.windows);
				expect(twice.rejected.map(({ index, reason }) => ({ index, reason }))).toEqual([
					{ index: rows.length, reason: 'The row is a duplicate of another one' },
				]);
			}),
			RUNS,
		);
	});
});

/** Exact micros of a decimal text, counted without floating point. */
function inMicros(amount: string): bigint {
	const [whole, fraction = ''] = amount.split('.');
	return BigInt(whole! + fraction.padEnd(6, '0'));
}
