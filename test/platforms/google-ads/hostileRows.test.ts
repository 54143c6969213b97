import { normaliseRows } from '../../../src/index';
import { BERLIN, google, huge, nest, speechless } from '../../support/reportRows';

const NO_GOOGLE = 'This is not a row of Google Ads';

const GOOGLE_ROWS: readonly { given: string; row: unknown; reason: string | RegExp }[] = [
	{ given: 'null', row: null, reason: NO_GOOGLE },
	{ given: 'text', row: 'costMicros', reason: NO_GOOGLE },
	{ given: 'a number', row: 42, reason: NO_GOOGLE },
	{ given: 'no fields', row: {}, reason: NO_GOOGLE },
	{ given: 'lists in lists', row: [[[[[google()]]]]], reason: NO_GOOGLE },
	{ given: 'a row of another platform', row: { spend: '1', campaign_id: '7' }, reason: NO_GOOGLE },
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
		reason: 'The hour 2:00 did not exist on 2026-03-29 in Europe/Berlin: clocks went forward',
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
		{
			costMicros: '9000000000000001',
			reason: "'costMicros' is '9000000000000001': more than the maximum of 9 billion",
		},
		{ costMicros: ['5'], reason: "'costMicros' is an object, not a whole number of micros" },
		{ costMicros: speechless, reason: "'costMicros' is an object, not a whole number of micros" },
		{ costMicros: Symbol('5'), reason: "'costMicros' is 'Symbol(5)', not a whole number of micros" },
	].map(({ costMicros, reason }) => ({ given: reason, row: google({ metrics: { costMicros } }), reason })),
	{ given: 'clicks of a megabyte', row: google({ metrics: { clicks: huge } }), reason: /^'clicks' is 'x{40}\.\.\.'/ },
];

const MAX_REASON_LENGTH = 200;

describe('a row of Google Ads that cannot be read is rejected individually, with a reason', () => {
	const good = google({ segments: { hour: 9 } });

	test.each(GOOGLE_ROWS)('$given', ({ row, reason }) => {
		const { windows, rejected } = normaliseRows([good, row], { budget: BERLIN });
		expect(windows).toMatchObject([{ spend: '1', clicks: 2 }]);
		expect(rejected).toEqual([{ index: 1, reason: sentence(reason), row: inside(row) }]);
		expect(rejected[0]!.reason.length).toBeLessThanOrEqual(MAX_REASON_LENGTH);
	});

	const sentence = (reason: string | RegExp): unknown =>
		typeof reason === 'string' ? reason : expect.stringMatching(reason);
	/** Arrays nested too deeply are rejected as they are. */
	const inside = (row: unknown): unknown => (Array.isArray(row) ? [[google()]] : row);
});
