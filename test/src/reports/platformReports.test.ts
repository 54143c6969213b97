import { createState, ingest, normaliseRows, pacingStatus, type PerformanceWindow } from '../../../src/index';
import { HOUR_MS } from '../../support/deliveries';
import { describeWithShared, readSharedJson } from '../../support/shared';

const BERLIN = { budgetId: 'b', currency: 'EUR', timeZone: 'Europe/Berlin', dailyAmount: '1000.00' } as const;
const inZone = (timeZone: string, currency = 'USD') => ({ ...BERLIN, currency, timeZone });
const LOS_ANGELES = inZone('America/Los_Angeles');

const payload = (name: string) => readSharedJson<{ payload: unknown }>(`platforms/${name}.json`).payload;
const hour = (startMs: number, figures: Partial<PerformanceWindow>) => ({
	startMs,
	endMs: startMs + HOUR_MS,
	...figures,
});

describeWithShared('every report of the ad platforms is read whole', () => {
	test.each([
		{
			name: 'tiktok_integrated_report_hourly',
			budget: LOS_ANGELES,
			options: {},
			windows: [
				hour(Date.UTC(2026, 10, 22, 17), {
					campaignId: '1701',
					spend: '12.34',
					impressions: 1000,
					clicks: 25,
					conversions: 2,
				}),
				hour(Date.UTC(2026, 10, 22, 18), {
					campaignId: '1701',
					spend: '9.8',
					impressions: 880,
					clicks: 20,
					conversions: 0,
				}),
			],
			because: "hours are the advertiser's",
		},
		{
			name: 'microsoft_ads_campaign_hourly_csvrow',
			budget: LOS_ANGELES,
			options: { reportTimeZone: 'UTC' },
			windows: [
				hour(Date.UTC(2026, 10, 22, 9), {
					campaignId: '333',
					spend: '21.44',
					impressions: 812,
					clicks: 37,
					conversions: 2,
					revenue: '120',
				}),
				hour(Date.UTC(2026, 10, 22, 10), {
					campaignId: '333',
					spend: '19.02',
					impressions: 790,
					clicks: 31,
					conversions: 0,
					revenue: '0',
				}),
			],
			because: 'the zone of the report was stated',
		},
		{
			name: 'amazon_ams_sp_traffic',
			budget: LOS_ANGELES,
			options: {},
			windows: [
				hour(Date.UTC(2026, 10, 22, 17), {
					campaignId: '259207489965973',
					kind: 'delta',
					id: 'a1',
					spend: '3.92',
					impressions: 130,
					clicks: 4,
				}),
				hour(Date.UTC(2026, 10, 22, 17), {
					campaignId: '259207489965973',
					kind: 'delta',
					id: 'a2',
					spend: '-0.98',
					impressions: 0,
					clicks: -1,
				}),
			],
			because: 'records are changes, and a correction is negative',
		},
		{
			name: 'linkedin_adanalytics_daily',
			budget: inZone('UTC'),
			options: {},
			windows: [
				{
					campaignId: '145282384',
					startMs: Date.UTC(2026, 10, 22),
					endMs: Date.UTC(2026, 10, 23),
					kind: 'running-total',
					spend: '19.91833',
					impressions: 165,
					clicks: 11,
					conversions: 1,
				},
			],
			because: 'a day is all that LinkedIn tells',
		},
		{
			name: 'meta_insights_daily_actions',
			budget: inZone('America/New_York'),
			options: {},
			windows: [
				{
					campaignId: '120210000000000001',
					startMs: Date.UTC(2026, 10, 21, 5),
					endMs: Date.UTC(2026, 10, 22, 5),
					kind: 'running-total',
					spend: '1375.5',
					impressions: 98_100,
					clicks: 2610,
					conversions: 37,
					revenue: '2210',
				},
			],
			because: 'without the hourly breakdown a row is a day, with its purchases',
		},
		{
			name: 'ga4_runreport_datehour',
			budget: BERLIN,
			options: {},
			windows: [
				hour(Date.UTC(2026, 10, 22, 8), { campaignId: 'Brand DE', kind: 'results', conversions: 3, revenue: '412.5' }),
			],
			because: 'Analytics is a second source, and its costs are not read',
		},
		{
			name: 'ga4_n8n_simplified',
			budget: BERLIN,
			options: {},
			windows: [
				hour(Date.UTC(2026, 10, 22, 8), { campaignId: 'Brand DE', kind: 'results', conversions: 3, revenue: '412.5' }),
			],
			because: "n8n's simplified rows are the same, without zone and currency",
		},
	])('$name: $because', ({ name, budget, options, windows }) => {
		const body = payload(name);
		const items = Array.isArray(body) ? (body as unknown[]) : [body];
		for (const rows of [[body], items]) {
			const read = normaliseRows(rows, { budget, ...options });
			expect(read.rejected).toEqual([]);
			expect(read.windows).toEqual(expect.arrayContaining<unknown>(windows));
			expect(read.windows).toHaveLength(windows.length);
		}
	});

	const REPORTS = [
		'amazon_ams_sp_traffic',
		'ga4_n8n_simplified',
		'ga4_runreport_datehour',
		'google_ads_search_paged_hourly',
		'google_ads_searchstream_hourly',
		'linkedin_adanalytics_daily',
		'meta_insights_daily_actions',
		'meta_insights_hourly',
		'microsoft_ads_campaign_hourly_csvrow',
		'tiktok_integrated_report_hourly',
	];
	const platformOf = (name: string) =>
		name
			.replace(/^ga4/, 'google_analytics')
			.replace(/_ads_.*|_ams_.*|_insights_.*|_adanalytics_.*|_integrated_.*|(?<=analytics)_.*/, '');

	test.each(REPORTS)('%s is taken for no other platform, and mixes with none', (name) => {
		const read = (rows: readonly unknown[]) => normaliseRows(rows, { budget: BERLIN }).format;
		expect(read([payload(name)])).toMatch(platformOf(name));
		for (const other of REPORTS) {
			if (platformOf(other) === platformOf(name)) continue;
			expect(() => read([payload(name), payload(other)])).toThrow(/The rows mix/);
		}
	});

	test.each([
		'amazon_ams_budget_usage',
		'amazon_budget_usage_api',
		'amazon_budget_recommendations',
		'microsoft_ads_budget_summary',
	])('%s has no hours: nothing is ingested, and it is said why', (name) => {
		const read = () => normaliseRows([payload(name)], { budget: LOS_ANGELES });
		let windows: readonly unknown[] = [];
		let word = '';
		try {
			const result = read();
			windows = result.windows;
			word = result.rejected.map(({ reason }) => reason).join();
		} catch (error) {
			word = (error as Error).message;
		}
		expect(windows).toEqual([]);
		expect(word).toMatch(/no spend by the hour|format of the rows is unknown/);
	});
});

describe('a queue delivers Amazon records in envelopes', () => {
	const record = {
		idempotency_id: 'a1',
		dataset_id: 'sp-traffic',
		currency: 'USD',
		campaign_id: '7',
		time_window_start: '2026-11-22T09:00:00-08:00',
		clicks: 4,
		impressions: 130,
		cost: 3.92,
	};
	const read = (item: unknown) => normaliseRows([item], { budget: LOS_ANGELES });

	test.each([
		{ item: record, because: 'as itself' },
		{ item: [record], because: 'in a list' },
		{ item: { Message: JSON.stringify(record) }, because: 'in a message of SNS' },
		{
			item: { Body: JSON.stringify({ Type: 'Notification', Message: JSON.stringify([record]) }) },
			because: 'in SNS in SQS',
		},
	])('it is read $because', ({ item }) => {
		expect(read(item).windows).toMatchObject([{ id: 'a1', spend: '3.92' }]);
	});
});

describe('clocks that are set', () => {
	test.each`
		date            | localHour | hours | because
		${'2026-10-25'} | ${2}      | ${2}  | ${'the hour comes twice and is reported once'}
		${'2026-10-25'} | ${3}      | ${1}  | ${'it comes after'}
		${'2026-03-29'} | ${3}      | ${1}  | ${'it follows the hour that does not exist'}
	`('hour $localHour of $date in Berlin lasts $hours h on every platform: $because', ({ date, localHour, hours }) => {
		const two = String(localHour).padStart(2, '0');
		const reports = {
			tiktok_ads: {
				dimensions: { campaign_id: '1', stat_time_hour: `${date} ${two}:00:00` },
				metrics: { spend: '1.00' },
			},
			microsoft_ads: { TimePeriod: `${date}|${localHour}`, CampaignId: '1', Spend: '1.00' },
			google_analytics: { dateHour: `${date.replaceAll('-', '')}${two}`, keyEvents: '1' },
		};
		const windows = Object.values(reports).map(
			(row) => normaliseRows([row], { budget: BERLIN, reportTimeZone: 'Europe/Berlin' }).windows[0]!,
		);
		expect(new Set(windows.map(({ startMs }) => startMs)).size).toBe(1);
		for (const { startMs, endMs } of windows) expect(endMs - startMs).toBe(hours * HOUR_MS);
	});
});

describe('Meta by day', () => {
	const budget = inZone('America/New_York');
	const row = (changes: Readonly<Record<string, unknown>>) => ({
		campaign_id: '7',
		date_start: '2026-11-22',
		date_stop: '2026-11-22',
		spend: '100.00',
		...changes,
	});

	test.each`
		actions                                                                                    | conversions  | because
		${[{ action_type: 'omni_purchase', value: '5' }, { action_type: 'purchase', value: '3' }]} | ${5}         | ${'the most comprehensive count is taken, once'}
		${[{ action_type: 'link_click', value: '50' }]}                                            | ${undefined} | ${'a click is no conversion, and no purchase reported is not 0 purchases'}
		${'none'}                                                                                  | ${undefined} | ${'it is no list'}
	`('has $conversions conversions: $because', ({ actions, conversions }) => {
		const { windows } = normaliseRows([row({ actions })], { budget });
		expect(windows[0]!.conversions).toBe(conversions);
	});

	test('adds nothing to hours that are known already', () => {
		const hours = Array.from({ length: 24 }, (_, clock) => ({
			...row({ spend: '5.00' }),
			hourly_stats_aggregated_by_advertiser_time_zone: `${String(clock).padStart(2, '0')}:00:00 - ${String(clock).padStart(2, '0')}:59:59`,
		}));
		const nowMs = Date.UTC(2026, 10, 23, 5);
		const { windows } = normaliseRows([...hours, row({ spend: '120.00' })], { budget });
		const { state } = ingest(createState(budget), windows, nowMs);
		expect(pacingStatus(state, { nowMs: nowMs - 1 }).day.spent).toBe('120.00');
	});
});
