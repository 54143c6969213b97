import { normaliseRows } from '../../../src/index';
import { expectRead, hour, payload } from '../../support/platformTests';
import { BERLIN, type Fields, google as readable } from '../../support/reportRows';
import { describeWithShared } from '../../support/shared';

describeWithShared('Google Ads as documented', () => {
	const nine = Date.UTC(2026, 10, 22, 8);
	const windows = [
		hour(nine, {
			campaignId: '111',
			budget: '1000',
			spend: '41.27',
			impressions: 5230,
			clicks: 204,
			conversions: 3.25,
			revenue: '412.5',
		}),
		hour(nine + 3_600_000, {
			campaignId: '111',
			budget: '1000',
			spend: '48.11',
			impressions: 6120,
			clicks: 231,
			conversions: 0,
			revenue: '0',
		}),
	];

	test('batches of searchStream are read completely', () => {
		expectRead('google_ads_searchstream_hourly', windows, { budget: BERLIN });
	});

	test('a page of search is read with its next page, and not without', () => {
		const page = payload('google_ads_search_paged_hourly');
		expect(() => normaliseRows([page], { budget: BERLIN })).toThrow(/cut off/);
		const lastPage = { fieldMask: 'campaign.id,metrics.costMicros' };
		expect(normaliseRows([page, lastPage], { budget: BERLIN }).windows).toEqual(
			windows.map((window) => ({ ...window, source: 'google_ads:1234567890' })),
		);
	});

	test("rows of n8n's own node are an error, because they have no hours", () => {
		expect(() => normaliseRows([payload('n8n_google_ads_node_campaign_getall')], { budget: BERLIN })).toThrow(
			/Google Ads node, which adds up whole date ranges: they have no hours/,
		);
	});
});

test("rows of n8n's own node are an error, also if the format is stated", () => {
	const flat = { resourceName: 'customers/1/campaignBudgets/2', id: '1', costMicros: '5', conversions: 1 };
	expect(() => normaliseRows([flat], { budget: BERLIN, format: 'google_ads' })).toThrow(/they have no hours/);
	expect(normaliseRows([readable(), flat], { budget: BERLIN }).rejected).toMatchObject([{ index: 1 }]);
});

/** A row of `googleAds:searchStream`, every resource with its name, with changes in one group of fields. */
const google = (changes: Readonly<Record<string, Fields | undefined>> = {}): Fields => ({
	customer: { resourceName: 'customers/1', currencyCode: 'EUR', ...changes['customer'] },
	campaign: { resourceName: 'customers/1/campaigns/111', id: '111', status: 'ENABLED', ...changes['campaign'] },
	campaignBudget: {
		resourceName: 'customers/1/campaignBudgets/2',
		amountMicros: '1000000000',
		...changes['campaignBudget'],
	},
	...(changes['adGroup'] !== undefined && { adGroup: changes['adGroup'] }),
	metrics: { costMicros: '41270000', ...changes['metrics'] },
	segments: { date: '2026-11-22', hour: 9, ...changes['segments'] },
});

const spends = (rows: readonly unknown[]) => normaliseRows(rows, { budget: BERLIN }).windows.map(({ spend }) => spend);

describe('an hour read twice never counts twice', () => {
	test.each([
		{ changes: { campaign: { status: 'PAUSED' } }, because: 'the campaign was paused in between' },
		{ changes: { campaign: { name: 'Brand Germany' } }, because: 'the campaign was renamed' },
		{ changes: { campaignBudget: { amountMicros: '2000000000' } }, because: 'the daily budget was raised' },
		{ changes: { metrics: { costMicros: '41280000' } }, because: 'the spend was restated' },
	])('it is rejected when $because', ({ changes }) => {
		const { windows, rejected } = normaliseRows([google(), google(changes)], { budget: BERLIN });
		expect(windows).toEqual([]);
		expect(rejected).toHaveLength(2);
		for (const { reason } of rejected) expect(reason).toMatch(/contradict each other/);
	});

	test.each([
		{ changes: { segments: { device: 'MOBILE' } }, because: 'they belong to two devices' },
		{ changes: { adGroup: { resourceName: 'customers/1/adGroups/5' } }, because: 'one belongs to an ad group' },
	])('rows are added up when $because', ({ changes }) => {
		expect(spends([google(), google(changes)])).toEqual(['82.54']);
	});
});
