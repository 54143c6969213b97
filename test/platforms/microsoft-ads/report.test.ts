import { normaliseRows, UserError } from '../../../src/index';
import { NEW_YORK } from '../../support/platformFixture';
import { expectRead, hour, payload, keepsRows, readAs, rejectsRows } from '../../support/platformTests';
import { describeWithShared } from '../../support/shared';
import { report } from './fixture';

const LOS_ANGELES = { ...NEW_YORK, timeZone: 'America/Los_Angeles' };

describeWithShared('Microsoft Advertising as documented', () => {
	test('hours are read in the stated zone', () => {
		const windows = [
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
		];
		expectRead('microsoft_ads_campaign_hourly_csvrow', windows, { budget: LOS_ANGELES, reportTimeZone: 'UTC' });
	});

	test('a budget summary has no hours: nothing is ingested, and the reason says so', () => {
		const read = () => normaliseRows([payload('microsoft_ads_budget_summary')], { budget: LOS_ANGELES });
		expect(read).toThrow(/format of the rows is unknown/);
	});
});

describe('Microsoft Advertising rows', () => {
	test('hours are rejected until their zone is stated', () => {
		const { windows, rejected } = normaliseRows([report.row({})], { budget: NEW_YORK });
		expect(windows).toEqual([]);
		expect(rejected[0]!.reason).toMatch(/set 'Report Time Zone'; Microsoft Advertising documents UTC/);
		const unknown = () => normaliseRows([report.row({})], { budget: NEW_YORK, reportTimeZone: 'Pacific' });
		expect(unknown).toThrow(UserError);
	});

	test('two figures for one hour contradict each other, and both are rejected', () => {
		const rows = [report.row({}), report.row({ Spend: '99.00' })];
		expect(readAs('microsoft_ads', rows)).toMatchObject({ windows: [], rejected: [{}, {}] });
	});

	rejectsRows('microsoft_ads', report, [
		[{ Spend: undefined }, /spend is missing/, 'missing is not zero'],
		[{ Spend: '' }, /spend is missing/, 'an empty cell is missing'],
		[{ Spend: '--' }, /'Spend' is '--', not a number/, 'dashes are not an amount'],
		[{ Spend: '1,02' }, /'Spend' is '1,02', not a number/, 'a comma does not separate decimals'],
		[{ Spend: '-5' }, /must not be negative/, 'spend cannot be negative'],
		[{ Spend: '$21.44' }, /'Spend' is '\$21.44', not a number/, 'it has a currency sign'],
		[{ TimePeriod: '2026-11-22' }, /ask for hourly aggregation/, 'it is the total of a day'],
		[{ TimePeriod: '2026-11-22|24' }, /between 0 and 23/, 'a day ends at 24:00'],
		[{ TimePeriod: '22.11.2026|9' }, /must look like 2026-11-22\|9/, 'it is a German date'],
		[{ TimePeriod: '13/45/2026 12:00:00 AM|9' }, /must look like 2026-11-23/, 'there is no month 13'],
		[{ TimePeriod: '©2026 Microsoft Corporation. All rights reserved. ' }, /must look like/, 'it is the footer'],
		[{ TimePeriod: null }, /'TimePeriod' is 'null'/, 'it has no time'],
		[{ CurrencyCode: 'GBP' }, /currency of the row is GBP/, 'its currency is the pound'],
		[{ Clicks: '3 7' }, /'Clicks' is '3 7'/, 'it has a space'],
		[{ TimePeriod: '2026-03-08|2' }, /did not exist on 2026-03-08/, 'clocks went forward'],
	]);

	keepsRows('microsoft_ads', report, [
		[{ Conversions: 'NaN' }, 'conversions', /'Conversions' is 'NaN'/, 'NaN is not a count'],
		[{ Revenue: 'n/a' }, 'revenue', /'Revenue' is 'n\/a'/, 'words are not an amount'],
		[{ Revenue: '-1,260.00' }, 'revenue', /adds up to less than 0/, 'more was refunded than sold'],
	]);

	test.each`
		changes                                                                                | figures                                        | because
		${{ Revenue: '1,260.00', Spend: '210.50' }}                                            | ${{ spend: '210.5', revenue: '1260' }}         | ${'FormatVersion 1.0 separates thousands'}
		${{ Spend: '1,021,044.5', Impressions: '12,345' }}                                     | ${{ spend: '1021044.5', impressions: 12_345 }} | ${'in every column'}
		${{ TimePeriod: '11/22/2026 12:00:00 AM|9', Clicks: '1,000', Conversions: '1,000.5' }} | ${{ clicks: 1000, conversions: 1000.5 }}       | ${'beside its old way of dates'}
	`('$changes is read: $because', ({ changes, figures }) => {
		const { windows, rejected } = readAs('microsoft_ads', [report.row(changes)]);
		expect(rejected).toEqual([]);
		expect(windows).toMatchObject([figures]);
	});
});
