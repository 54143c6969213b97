import { normaliseRows } from '../../../src/index';
import { BERLIN, COLUMNS, type Fields, google, huge, meta, nest, speechless, table } from '../../support/reportRows';

const NO_GOOGLE = 'This is not a row of Google Ads';

const GOOGLE_ROWS: readonly { given: string; row: unknown; reason: string | RegExp }[] = [
	{ given: 'null', row: null, reason: NO_GOOGLE },
	{ given: 'text', row: 'costMicros', reason: NO_GOOGLE },
	{ given: 'a number', row: 42, reason: NO_GOOGLE },
	{ given: 'no fields', row: {}, reason: NO_GOOGLE },
	{ given: 'lists in lists', row: [[[[[google()]]]]], reason: NO_GOOGLE },
	{ given: 'a row of Meta without dates', row: { spend: '1', campaign_id: '7' }, reason: NO_GOOGLE },
	{ given: 'a prototype for metrics', row: JSON.parse('{"__proto__":{"metrics":{}}}'), reason: NO_GOOGLE },
	{ given: 'an object nested 5,000 deep', row: nest(5000, 1), reason: NO_GOOGLE },
	{
		given: 'a getter that throws',
		row: {
			...google(),
			get metrics() {
				throw new Error('read');
			},
		},
		reason: NO_GOOGLE,
	},
	{
		given: 'a getter that throws further inside',
		row: {
			...google(),
			metrics: {
				get costMicros() {
					throw new Error('read');
				},
			},
		},
		reason: NO_GOOGLE,
	},
	{ given: 'no hour', row: google({ segments: { hour: undefined } }), reason: /^The row is the total of a day/ },
	{ given: 'hour 24', row: google({ segments: { hour: 24 } }), reason: /^The hour is '24'/ },
	{ given: 'hour -1', row: google({ segments: { hour: -1 } }), reason: /^The hour is '-1'/ },
	{ given: "hour ' 9'", row: google({ segments: { hour: ' 9' } }), reason: /^The hour is ' 9'/ },
	{ given: 'true for an hour', row: google({ segments: { hour: true } }), reason: /^The hour is 'true'/ },
	{ given: 'no date', row: google({ segments: { date: undefined } }), reason: /^The date is missing/ },
	{
		given: 'the 30th of February',
		row: google({ segments: { date: '2026-02-30' } }),
		reason: /^The date is '2026-02-30'/,
	},
	{ given: 'a date of a megabyte', row: google({ segments: { date: huge } }), reason: /^The date is 'x{40}\.\.\.'/ },
	{ given: 'an object for a date', row: google({ segments: { date: speechless } }), reason: /^The date is an object/ },
	{
		given: 'the hour that clocks skip',
		row: google({ segments: { date: '2026-03-29', hour: 2 } }),
		reason: 'The hour 2:00 did not exist on 2026-03-29 in Europe/Berlin: clocks were set',
	},
	{
		given: 'another currency',
		row: google({ customer: { currencyCode: 'USD' } }),
		reason:
			"The currency of the row is USD, but that of the budget is EUR: add USD to 'Exchange Rates' in Pacing Budget to convert such rows",
	},
	{
		given: 'another zone',
		row: google({ customer: { timeZone: 'America/New_York' } }),
		reason: 'The time zone of the row is America/New_York, but that of the budget is Europe/Berlin',
	},
	{
		given: 'an object for a currency',
		row: google({ customer: { currencyCode: speechless } }),
		reason: /^The currency of the row is an object/,
	},
	{
		given: 'an object for a campaign',
		row: google({ campaign: { id: speechless } }),
		reason: /^The campaign is an object/,
	},
	{
		given: 'a campaign of 300 characters',
		row: google({ campaign: { id: 'x'.repeat(300) } }),
		reason: /^The campaign 'x{40}\.\.\.' has more than 200/,
	},
	{
		given: 'a campaign whose last digits are lost',
		row: google({ campaign: { id: 2 ** 60 } }),
		reason: /^The campaign is '1152/,
	},
	{ given: 'no spend', row: google({ metrics: { costMicros: undefined } }), reason: /^The spend is missing/ },
	{ given: 'an empty spend', row: google({ metrics: { costMicros: '' } }), reason: /^The spend is missing/ },
	{ given: 'null for a spend', row: google({ metrics: { costMicros: null } }), reason: /^The spend is missing/ },
	...[
		{ costMicros: '-1', reason: "'costMicros' is '-1': it must not be negative" },
		{ costMicros: -1, reason: "'costMicros' is '-1': it must not be negative" },
		{ costMicros: -Infinity, reason: "'costMicros' is '-Infinity': it must not be negative" },
		{ costMicros: ' 12 ', reason: "'costMicros' is ' 12 ', not a whole number of micros" },
		{ costMicros: '0x10', reason: "'costMicros' is '0x10', not a whole number of micros" },
		{ costMicros: '1e6', reason: "'costMicros' is '1e6', not a whole number of micros" },
		{ costMicros: 1.5, reason: "'costMicros' is '1.5', not a whole number of micros" },
		{ costMicros: NaN, reason: "'costMicros' is 'NaN', not a whole number of micros" },
		{ costMicros: Infinity, reason: "'costMicros' is 'Infinity', not a whole number of micros" },
		{ costMicros: 1e308, reason: "'costMicros' is '1e+308', not a whole number of micros" },
		{ costMicros: '9'.repeat(16), reason: "'costMicros' is '9999999999999999', not a whole number of micros" },
		{ costMicros: '9000000000000001', reason: "'costMicros' is '9000000000000001': more than can be counted" },
		{ costMicros: ['5'], reason: "'costMicros' is an object, not a whole number of micros" },
		{ costMicros: speechless, reason: "'costMicros' is an object, not a whole number of micros" },
		{ costMicros: Symbol('5'), reason: "'costMicros' is 'Symbol(5)', not a whole number of micros" },
	].map(({ costMicros, reason }) => ({ given: reason, row: google({ metrics: { costMicros } }), reason })),
	{ given: 'clicks of a megabyte', row: google({ metrics: { clicks: huge } }), reason: /^'clicks' is 'x{40}\.\.\.'/ },
	{
		given: 'negative conversions',
		row: google({ metrics: { conversions: -0.5 } }),
		reason: "'conversions' is '-0.5': it must not be negative",
	},
	{
		given: 'a revenue in words',
		row: google({ metrics: { conversionsValue: 'much' } }),
		reason: /^'conversionsValue'/,
	},
];

const META_ROWS: readonly { given: string; row: Fields; reason: RegExp }[] = [
	{ given: 'two days', row: meta({ date_stop: '2026-11-23' }), reason: /^The row is the total of several days/ },
	{ given: 'no last day', row: meta({ date_stop: undefined }), reason: /^The row has no date_stop/ },
	{
		given: 'a longer range',
		row: meta({ hourly_stats_aggregated_by_advertiser_time_zone: '09:00:00 - 10:59:59' }),
		reason: /^The hour is '09:00:00 - 10:59:59'/,
	},
	{
		given: "the audience's clocks",
		row: meta({ hourly_stats_aggregated_by_audience_time_zone: '10:00:00 - 10:59:59' }),
		reason: /^The hours are those of the audience's clocks/,
	},
	{ given: 'a spend with a comma', row: meta({ spend: '12,30' }), reason: /^'spend' is '12,30', not a number/ },
];

const MAPPED_ROWS: readonly { given: string; row: Fields; reason: RegExp }[] = [
	{
		given: 'thousands',
		row: table({ cost: '1,234.50' }),
		reason: /^'cost' is '1,234\.50', not a number: write it with digits/,
	},
	{ given: 'a decimal comma', row: table({ cost: '41,27' }), reason: /^'cost' is '41,27', not a number/ },
	{ given: 'a currency sign', row: table({ cost: '€41' }), reason: /^'cost' is '€41', not a number/ },
	{
		given: 'seconds for milliseconds',
		row: table({ from: 1763800000 }),
		reason: /^'from' is '1763800000': as a number it must be milliseconds/,
	},
	{
		given: "a spreadsheet's day number",
		row: table({ from: 45983.41 }),
		reason: /^'from' is '45983\.41': as a number/,
	},
	{ given: '1e308 for a time', row: table({ from: 1e308 }), reason: /^'from' is '1e\+308': as a number/ },
	{
		given: 'the 30th of February in UTC',
		row: table({ from: '2026-02-30T10:00:00Z' }),
		reason: /^'from' is '2026-02-30T10:00:00Z': it must look/,
	},
	{
		given: 'an offset that no zone has',
		row: table({ from: '2026-11-22T10:00:00+99:99' }),
		reason: /^'from' is .*: it must look/,
	},
	{
		given: 'two hours',
		row: table({ to: '2026-11-22T12:00' }),
		reason: /^The row lasts until '2026-11-22T12:00', past the end of its hour/,
	},
	{ given: 'a whole week', row: table({ to: '2026-11-29T11:00' }), reason: /^The row lasts until '2026-11-29T11:00'/ },
	{
		given: 'an end before its start',
		row: table({ to: '2026-11-22T09:00' }),
		reason: /^The row ends at '2026-11-22T09:00', not after it starts/,
	},
	{ given: 'a modifier of 0', row: table({ bid: 0 }), reason: /^'bid' is '0': it must be above 0 and at most 100/ },
	{ given: 'a list for a campaign', row: table({ id: ['a'] }), reason: /^The campaign is an object/ },
];

const LONGEST_REASON = 200;

describe('a row that cannot be read is rejected alone, with a sentence', () => {
	const good = google({ segments: { hour: 9 } });

	test.each(GOOGLE_ROWS)('Google Ads: $given', ({ row, reason }) => {
		const { windows, rejected } = normaliseRows([good, row], { budget: BERLIN });
		expect(windows).toMatchObject([{ spend: '1', clicks: 2 }]);
		expect(rejected).toEqual([{ index: 1, reason: sentence(reason), row: inside(row) }]);
		expect(rejected[0]!.reason.length).toBeLessThanOrEqual(LONGEST_REASON);
	});

	test.each(META_ROWS)('Meta Ads: $given', ({ row, reason }) => {
		const first = meta({ hourly_stats_aggregated_by_advertiser_time_zone: '09:00:00 - 09:59:59' });
		const { windows, rejected } = normaliseRows([first, row], { budget: BERLIN });
		expect(windows).toMatchObject([{ spend: '1' }]);
		expect(rejected).toEqual([{ index: 1, reason: sentence(reason), row }]);
		expect(rejected[0]!.reason.length).toBeLessThanOrEqual(LONGEST_REASON);
	});

	test.each(MAPPED_ROWS)('mapped columns: $given', ({ row, reason }) => {
		const first = table({ from: '2026-11-22T08:00', to: '2026-11-22T09:00' });
		const { windows, rejected } = normaliseRows([first, row], { budget: BERLIN, fields: COLUMNS });
		expect(windows).toMatchObject([{ spend: '1' }]);
		expect(rejected).toEqual([{ index: 1, reason: sentence(reason), row }]);
		expect(rejected[0]!.reason.length).toBeLessThanOrEqual(LONGEST_REASON);
	});

	test('a column with a long name is not repeated at length', () => {
		const name = 'c'.repeat(199);
		const { rejected } = normaliseRows([{ s: '2026-11-22T10:00', [name]: huge }], {
			budget: BERLIN,
			fields: { start: 's', spend: name },
		});
		expect(rejected[0]!.reason.length).toBeLessThanOrEqual(LONGEST_REASON);
	});

	const sentence = (reason: string | RegExp): unknown =>
		typeof reason === 'string' ? reason : expect.stringMatching(reason);
	/** Rows inside an array are rejected as what is left of it when no more arrays are opened. */
	const inside = (row: unknown): unknown => (Array.isArray(row) ? [[google()]] : row);
});
