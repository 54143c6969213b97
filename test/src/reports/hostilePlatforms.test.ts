import { createState, ingest, normaliseRows, UserError } from '../../../src/index';
import type { Fields } from '../../support/reportRows';

const NEW_YORK = { budgetId: 'b', currency: 'USD', timeZone: 'America/New_York', dailyAmount: '1000.00' } as const;

/** The rows are of the morning of this day. */
const NOW = Date.UTC(2026, 10, 22, 20);

/** A good row of each platform, changed in some of its fields; undefined takes a field away. */
const ROWS = {
	amazon_ads: (changes: Fields) => ({
		idempotency_id: 'a1',
		dataset_id: 'sp-traffic',
		currency: 'USD',
		campaign_id: '7',
		time_window_start: '2026-11-22T09:00:00-05:00',
		clicks: 4,
		impressions: 130,
		cost: 3.92,
		...changes,
	}),
	google_analytics: (changes: Fields) => ({
		dateHour: '2026112209',
		sessionCampaignName: 'Brand',
		keyEvents: '3',
		totalRevenue: '412.5',
		...changes,
	}),
	linkedin_ads: (changes: Fields) => ({
		impressions: 165,
		clicks: 11,
		costInLocalCurrency: '19.91833',
		dateRange: { start: { year: 2026, month: 11, day: 22 }, end: { year: 2026, month: 11, day: 22 } },
		pivotValues: ['urn:li:sponsoredCampaign:145282384'],
		...changes,
	}),
	microsoft_ads: (changes: Fields) => ({
		TimePeriod: '2026-11-22|9',
		CampaignId: '333',
		CurrencyCode: 'USD',
		Impressions: '812',
		Clicks: '37',
		Spend: '21.44',
		Conversions: '2',
		Revenue: '120.00',
		...changes,
	}),
	tiktok_ads: (changes: Fields) => ({
		dimensions: { campaign_id: '1701', stat_time_hour: '2026-11-22 09:00:00', ...(changes['dimensions'] as Fields) },
		metrics: { spend: '12.34', impressions: '1000', clicks: '25', conversion: '2', ...(changes['metrics'] as Fields) },
	}),
} as const;
type Platform = keyof typeof ROWS;

/** Platform, change, reason, because. */
const TABLE: readonly (readonly [Platform, Fields, RegExp, string])[] = [
	['amazon_ads', { cost: undefined }, /spend is missing/, 'missing is not zero'],
	['amazon_ads', { cost: null }, /spend is missing/, 'null is missing'],
	['amazon_ads', { cost: '' }, /spend is missing/, 'an empty text is missing'],
	['amazon_ads', { cost: 'free' }, /'cost' is 'free', not a number/, 'words are no amount'],
	['amazon_ads', { cost: '3,92' }, /'cost' is '3,92', not a number/, 'a comma means one thing here and another there'],
	['amazon_ads', { cost: NaN }, /'cost' is 'NaN', not a number/, 'NaN is no amount'],
	['amazon_ads', { cost: -1e12 }, /more than can be counted/, 'it is beyond any ledger'],
	['amazon_ads', { clicks: 'many' }, /'clicks' is 'many'/, 'words are no count'],
	['amazon_ads', { impressions: {} }, /'impressions' is an object/, 'an object is no count'],
	['amazon_ads', { idempotency_id: undefined }, /cannot be told from its repetition/, 'it could count twice'],
	['amazon_ads', { idempotency_id: 5 }, /cannot be told from its repetition/, 'ids are texts'],
	['amazon_ads', { idempotency_id: 'x'.repeat(300) }, /cannot be told from its repetition/, 'no id is that long'],
	['amazon_ads', { time_window_start: undefined }, /'time_window_start' is 'undefined'/, 'it has no hour'],
	['amazon_ads', { time_window_start: '2026-11-22T09:00:00' }, /must look like/, 'without an offset it is no instant'],
	['amazon_ads', { time_window_start: '2026-13-22T09:00:00Z' }, /must look like/, 'there is no month 13'],
	['amazon_ads', { time_window_start: 1_795_338_000 }, /must look like/, 'seconds are no ISO time'],
	['amazon_ads', { currency: 'EUR' }, /currency of the row is EUR/, 'it is in euros'],
	['amazon_ads', { dataset_id: 'sp-conversion' }, /no spend by the hour/, 'conversions come without money'],
	['amazon_ads', { dataset_id: 'budget-usage' }, /no spend by the hour/, 'a share of a budget is no delivery'],
	['amazon_ads', { campaign_id: 2 ** 60 }, /at most 15 digits/, 'JSON lost the last digits'],

	['google_analytics', { dateHour: '20261122' }, /must look like 2026112209/, 'it has no hour'],
	['google_analytics', { dateHour: '2026112224' }, /between 0 and 23/, 'a day ends at 24:00'],
	['google_analytics', { dateHour: '2026023109' }, /must look like 2026-11-23/, 'there is no 31 February'],
	['google_analytics', { dateHour: '(other)' }, /must look like 2026112209/, 'Analytics sums up what is rare'],
	['google_analytics', { dateHour: null }, /must look like 2026112209/, 'it has no time at all'],
	[
		'google_analytics',
		{ keyEvents: undefined, totalRevenue: undefined },
		/neither keyEvents nor totalRevenue/,
		'it says nothing',
	],
	['google_analytics', { keyEvents: 'three' }, /'keyEvents' is 'three'/, 'words are no count'],
	['google_analytics', { keyEvents: -1 }, /must not be negative/, 'nobody takes an event back'],
	['google_analytics', { totalRevenue: '1.234,50' }, /'totalRevenue' is '1.234,50'/, 'it is written for people'],
	['google_analytics', { currencyCode: 'EUR' }, /currency of the row is EUR/, 'revenue is in euros'],
	['google_analytics', { timeZone: 'Europe/Berlin' }, /time zone of the row is Europe\/Berlin/, 'its clock differs'],

	['linkedin_ads', { costInLocalCurrency: undefined }, /spend is missing/, 'missing is not zero'],
	['linkedin_ads', { costInLocalCurrency: '' }, /spend is missing/, 'an empty text is missing'],
	['linkedin_ads', { costInLocalCurrency: 'USD 19.90' }, /'costInLocalCurrency' is 'USD 19.90'/, 'words are no amount'],
	['linkedin_ads', { costInLocalCurrency: '-1' }, /must not be negative/, 'a total cannot be'],
	['linkedin_ads', { clicks: '1e3' }, /'clicks' is '1e3'/, 'it is written for machines of another kind'],
	[
		'linkedin_ads',
		{ dateRange: { start: { year: 2026, month: 11, day: 1 }, end: { year: 2026, month: 11, day: 22 } } },
		/not about one day/,
		'it adds up days',
	],
	['linkedin_ads', { dateRange: {} }, /not about one day/, 'it has no day'],
	[
		'linkedin_ads',
		{ dateRange: { start: { year: 2026, month: 2, day: 31 }, end: { year: 2026, month: 2, day: 31 } } },
		/must look like 2026-11-23/,
		'there is no 31 February',
	],
	[
		'linkedin_ads',
		{ dateRange: { start: { year: '2026', month: '11', day: '22' }, end: { year: '2026', month: '11', day: '22' } } },
		/not about one day/,
		'LinkedIn writes numbers',
	],
	['linkedin_ads', { pivotValues: undefined }, /ask for pivot=CAMPAIGN/, 'it names no campaign'],
	[
		'linkedin_ads',
		{ pivotValues: ['urn:li:sponsoredCreative:1'] },
		/ask for pivot=CAMPAIGN/,
		'a creative is no campaign',
	],
	['linkedin_ads', { pivotValues: 'urn:li:sponsoredCampaign:1' }, /ask for pivot=CAMPAIGN/, 'it is no list'],

	['microsoft_ads', { Spend: undefined }, /spend is missing/, 'missing is not zero'],
	['microsoft_ads', { Spend: '' }, /spend is missing/, 'an empty cell is missing'],
	['microsoft_ads', { Spend: '--' }, /'Spend' is '--', not a number/, 'dashes are no amount'],
	['microsoft_ads', { Spend: '1,021.44' }, /'Spend' is '1,021.44', not a number/, 'it has a separator'],
	['microsoft_ads', { Spend: '-5' }, /must not be negative/, 'spend is not given back'],
	['microsoft_ads', { Spend: '$21.44' }, /'Spend' is '\$21.44', not a number/, 'it has a currency sign'],
	['microsoft_ads', { TimePeriod: '2026-11-22' }, /ask for hourly aggregation/, 'it is the total of a day'],
	['microsoft_ads', { TimePeriod: '2026-11-22|24' }, /between 0 and 23/, 'a day ends at 24:00'],
	['microsoft_ads', { TimePeriod: '22.11.2026|9' }, /must look like 2026-11-22\|9/, 'it is written for Germany'],
	['microsoft_ads', { TimePeriod: '13/45/2026 12:00:00 AM|9' }, /must look like 2026-11-23/, 'there is no month 13'],
	[
		'microsoft_ads',
		{ TimePeriod: '©2026 Microsoft Corporation. All rights reserved. ' },
		/must look like/,
		'the footer came along',
	],
	['microsoft_ads', { TimePeriod: null }, /'TimePeriod' is 'null'/, 'it has no time'],
	['microsoft_ads', { CurrencyCode: 'GBP' }, /currency of the row is GBP/, 'it is in pounds'],
	['microsoft_ads', { Clicks: '3 7' }, /'Clicks' is '3 7'/, 'it has a space'],
	['microsoft_ads', { Conversions: 'NaN' }, /'Conversions' is 'NaN'/, 'NaN is no count'],
	['microsoft_ads', { Revenue: 'n/a' }, /'Revenue' is 'n\/a'/, 'words are no amount'],
	['microsoft_ads', { TimePeriod: '2026-03-08|2' }, /did not exist on 2026-03-08/, 'clocks were set'],

	['tiktok_ads', { metrics: { spend: undefined } }, /spend is missing/, 'missing is not zero'],
	['tiktok_ads', { metrics: { spend: '-' } }, /'spend' is '-', not a number/, 'a dash is no amount'],
	['tiktok_ads', { metrics: { spend: true } }, /'spend' is 'true', not a number/, 'true is no amount'],
	['tiktok_ads', { metrics: { spend: '99999999999' } }, /more than can be counted/, 'it is beyond any ledger'],
	['tiktok_ads', { metrics: { clicks: '-3' } }, /must not be negative/, 'clicks are not given back'],
	['tiktok_ads', { metrics: { conversion: 'two' } }, /'conversion' is 'two'/, 'words are no count'],
	['tiktok_ads', { metrics: { currency: 'EUR' } }, /currency of the row is EUR/, 'it is in euros'],
	['tiktok_ads', { dimensions: { stat_time_hour: undefined } }, /add stat_time_hour/, 'it has no hour'],
	[
		'tiktok_ads',
		{ dimensions: { stat_time_hour: undefined, stat_time_day: '2026-11-22' } },
		/add stat_time_hour/,
		'it is the total of a day',
	],
	[
		'tiktok_ads',
		{ dimensions: { stat_time_hour: '2026-11-22' } },
		/must look like 2026-11-22 09:00:00/,
		'it is the total of a day',
	],
	['tiktok_ads', { dimensions: { stat_time_hour: '2026-11-22 09:30:00' } }, /must look like/, 'it is no full hour'],
	['tiktok_ads', { dimensions: { stat_time_hour: '2026-11-22 24:00:00' } }, /between 0 and 23/, 'a day ends at 24:00'],
	[
		'tiktok_ads',
		{ dimensions: { stat_time_hour: '2026-03-08 02:00:00' } },
		/did not exist on 2026-03-08/,
		'clocks were set',
	],
	['tiktok_ads', { dimensions: { campaign_id: {} } }, /campaign is an object/, 'an object is no campaign'],
];

const read = (platform: Platform, rows: readonly unknown[]) =>
	normaliseRows(rows, { budget: NEW_YORK, format: platform, reportTimeZone: 'America/New_York' });

describe.each(Object.keys(ROWS) as Platform[])('%s', (platform) => {
	test('the row that all others differ from is read', () => {
		expect(read(platform, [ROWS[platform]({})])).toMatchObject({ windows: [{}], rejected: [] });
	});

	test.each(
		TABLE.filter(([of]) => of === platform).map(([, changes, reason, because]) => ({ changes, reason, because })),
	)('a row is rejected alone: $because', ({ changes, reason }) => {
		const { windows, rejected } = read(platform, [ROWS[platform](changes)]);
		expect(windows).toEqual([]);
		expect(rejected).toEqual([
			{ index: 0, reason: expect.stringMatching(reason) as string, row: expect.anything() as unknown },
		]);
		expect(rejected[0]!.reason.length).toBeLessThanOrEqual(200);
	});

	test('the same batch twice counts once', () => {
		const row = ROWS[platform]({});
		const { windows, rejected } = read(platform, [row, row]);
		expect(windows).toHaveLength(1);
		expect(rejected).toMatchObject([{ reason: 'The row is a duplicate of another one' }]);
	});
});

describe('whole reports', () => {
	test('an hour still to come is rejected by the ledger, not taken for a slow one', () => {
		const { windows } = read('tiktok_ads', [
			ROWS.tiktok_ads({ dimensions: { stat_time_hour: '2026-11-22 23:00:00' } }),
		]);
		const { report } = ingest(createState(NEW_YORK), windows, NOW);
		expect(report).toMatchObject({ accepted: 0, rejected: [{ reason: 'The window lies in the future' }] });
	});

	test('two figures for one hour contradict each other, and none is taken', () => {
		const rows = [ROWS.microsoft_ads({}), ROWS.microsoft_ads({ Spend: '99.00' })];
		expect(read('microsoft_ads', rows)).toMatchObject({ windows: [], rejected: [{}, {}] });
	});

	test("Microsoft's hours are refused until somebody states their zone", () => {
		const { windows, rejected } = normaliseRows([ROWS.microsoft_ads({})], { budget: NEW_YORK });
		expect(windows).toEqual([]);
		expect(rejected[0]!.reason).toMatch(/set 'Report Time Zone', UTC by Microsoft's documentation/);
		const unknown = () => normaliseRows([ROWS.microsoft_ads({})], { budget: NEW_YORK, reportTimeZone: 'Pacific' });
		expect(unknown).toThrow(UserError);
	});

	test('a currency without decimals keeps its amounts', () => {
		const { windows } = normaliseRows([ROWS.tiktok_ads({ metrics: { spend: '1234' } })], {
			budget: { ...NEW_YORK, currency: 'JPY' },
		});
		expect(windows).toMatchObject([{ spend: '1234' }]);
	});

	test.each`
		response                                                    | because
		${{ code: 0, message: 'OK', data: { list: [] } }}           | ${'TikTok has an empty list'}
		${{ elements: [], paging: {} }}                             | ${'LinkedIn has no elements'}
		${{ dimensionHeaders: [], metricHeaders: [], rowCount: 0 }} | ${'Analytics leaves rows out'}
	`('a report without rows is empty: $because', ({ response }) => {
		expect(normaliseRows([response], { budget: NEW_YORK })).toEqual({ format: 'empty', windows: [], rejected: [] });
	});
});
