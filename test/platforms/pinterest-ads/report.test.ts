import { normaliseRows } from '../../../src/index';
import { NEW_YORK } from '../../support/platformFixture';
import { hour, keepsRows, readAs, rejectsRows } from '../../support/platformTests';
import { report } from './fixture';

const UTC = { ...NEW_YORK, timeZone: 'UTC' };
const read = (row: object) => normaliseRows([row], { budget: UTC, reportTimeZone: 'UTC' });

describe('Pinterest Ads rows', () => {
	test('an hour has spend, impressions and clicks; its conversions are unknown', () => {
		const window = hour(Date.UTC(2026, 10, 22, 9), {
			source: 'pinterest_ads',
			campaignId: '547602124502',
			spend: '30.25',
			impressions: 4100,
			clicks: 216,
		});
		expect(read(report.row({}))).toEqual({ format: 'pinterest_ads', windows: [window], rejected: [], notices: [] });
	});

	test('the documented daily row is a running total with conversions and revenue', () => {
		const row = report.row({
			DATE: '2026-11-22',
			TOTAL_CHECKOUT: 7,
			TOTAL_CONVERSIONS: 90,
			TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR: 412_500_000,
		});
		expect(read(row).windows).toMatchObject([
			{
				kind: 'running-total',
				startMs: Date.UTC(2026, 10, 22),
				endMs: Date.UTC(2026, 10, 23),
				conversions: 7,
				revenue: '412.5',
			},
		]);
	});

	test.each`
		changes                                                  | figures                | because
		${{ TOTAL_CLICKTHROUGH: undefined, CLICKTHROUGH_1: 12 }} | ${{ clicks: 12 }}      | ${'clicks on paid ads are what was asked for'}
		${{ TOTAL_IMPRESSION: undefined, IMPRESSION_1: 34 }}     | ${{ impressions: 34 }} | ${'so are paid impressions'}
		${{ TOTAL_CONVERSIONS: 5 }}                              | ${{ conversions: 5 }}  | ${'there are no checkouts to prefer'}
		${{ DATE: '2026-11-22 09:00:00' }}                       | ${{ spend: '30.25' }}  | ${'a space parts date and hour'}
		${{ SPEND_IN_MICRO_DOLLAR: '30250000' }}                 | ${{ spend: '30.25' }}  | ${'a text of digits is a number'}
		${{ SPEND_IN_DOLLAR: 99 }}                               | ${{ spend: '30.25' }}  | ${'only of micros is the currency documented'}
	`('$changes is read: $because', ({ changes, figures }) => {
		expect(read(report.row(changes)).windows).toMatchObject([figures]);
	});

	test('ad groups of one campaign are added up', () => {
		const rows = ['1', '2'].map((AD_GROUP_ID) => report.row({ AD_GROUP_ID }));
		expect(readAs('pinterest_ads', rows).windows).toMatchObject([{ spend: '60.5', clicks: 432 }]);
	});

	test('dates are rejected until their zone is stated', () => {
		const { windows, rejected } = normaliseRows([report.row({})], { budget: UTC });
		expect(windows).toEqual([]);
		expect(rejected[0]!.reason).toMatch(/set 'Report Time Zone'; Pinterest Ads documents UTC/);
	});

	test('hourly rows without an hour contradict each other, and none is read as the total of the day', () => {
		const rows = [1_000_000, 2_000_000].map((SPEND_IN_MICRO_DOLLAR) =>
			report.row({ DATE: '2026-11-22', SPEND_IN_MICRO_DOLLAR }),
		);
		expect(readAs('pinterest_ads', rows)).toMatchObject({ windows: [], rejected: [{}, {}] });
	});

	rejectsRows('pinterest_ads', report, [
		[{ SPEND_IN_MICRO_DOLLAR: undefined }, /spend is missing/, 'missing is not zero'],
		[{ SPEND_IN_MICRO_DOLLAR: null }, /spend is missing/, 'null is missing'],
		[
			{ SPEND_IN_MICRO_DOLLAR: undefined, SPEND_IN_DOLLAR: 30 },
			/add SPEND_IN_MICRO_DOLLAR/,
			'dollars are not asked for',
		],
		[{ SPEND_IN_MICRO_DOLLAR: 30.25 }, /not a whole number of micros/, 'it is in another unit'],
		[{ SPEND_IN_MICRO_DOLLAR: -1 }, /must not be negative/, 'spend cannot be negative'],
		[{ SPEND_IN_MICRO_DOLLAR: '$30' }, /not a whole number of micros/, 'it has a currency sign'],
		[{ TOTAL_CLICKTHROUGH: 'many' }, /'TOTAL_CLICKTHROUGH' is 'many'/, 'words are not a count'],
		[{ DATE: null }, /date is missing/, 'it has no day'],
		[{ DATE: '2026-02-31' }, /must look like 2026-11-23/, 'there is no 31 February'],
		[{ DATE: '22/11/2026' }, /must look like 2026-11-23/, 'it is a localized format'],
		[{ DATE: '2026-11-22T09:30:00' }, /must look like 2026-11-23/, 'it is not a full hour'],
		[{ DATE: '2026-11-22T24:00:00' }, /between 0 and 23/, 'a day ends at 24:00'],
		[{ DATE: '2026-03-08T02:00:00' }, /did not exist on 2026-03-08/, 'clocks went forward'],
		[{ CAMPAIGN_ID: 2 ** 60 }, /at most 15 digits/, 'JSON lost the last digits'],
	]);

	const value = 'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR';
	keepsRows('pinterest_ads', report, [
		[{ [value]: 'much' }, 'revenue', /not a whole number of micros/, 'words are not an amount'],
		[{ [value]: -1 }, 'revenue', /adds up to less than 0/, 'more was refunded than sold'],
		[{ TOTAL_CHECKOUT: '-1' }, 'conversions', /add up to less than 0/, 'a count cannot be negative'],
	]);
});
