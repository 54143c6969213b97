import { createState, ingest, normaliseRows, pacingStatus } from '../../../src/index';
import { NEW_YORK } from '../../support/platformFixture';
import { expectRead, keepsRows, rejectsRows } from '../../support/platformTests';
import { describeWithShared } from '../../support/shared';
import { report } from './fixture';

describeWithShared('LinkedIn ad analytics as documented', () => {
	test('reports are daily', () => {
		const window = {
			campaignId: '145282384',
			startMs: Date.UTC(2026, 10, 22),
			endMs: Date.UTC(2026, 10, 23),
			kind: 'running-total',
			spend: '19.91833',
			impressions: 165,
			clicks: 11,
			conversions: 1,
		};
		expectRead('linkedin_adanalytics_daily', [window], { budget: { ...NEW_YORK, timeZone: 'UTC' } });
	});
});

describe('the currency, which LinkedIn never names,', () => {
	const euros = { ...NEW_YORK, currency: 'EUR' };
	const row = report.row({ costInLocalCurrency: '12.50' });

	test.each`
		reportCurrency | spend     | because
		${'USD'}       | ${'11.5'} | ${'it is converted'}
		${'EUR'}       | ${'12.5'} | ${'that is the currency of the budget'}
	`('is stated as $reportCurrency: $because', ({ reportCurrency, spend }) => {
		const budget = { ...euros, exchangeRates: { USD: '0.92' } };
		const { windows, rejected } = normaliseRows([row], { budget, reportCurrency });
		expect(rejected).toEqual([]);
		expect(windows).toMatchObject([{ spend }]);
	});

	test('is rejected without an exchange rate', () => {
		const { windows, rejected } = normaliseRows([row], { budget: euros, reportCurrency: 'USD' });
		expect(windows).toEqual([]);
		expect(rejected).toMatchObject([
			{ reason: expect.stringMatching(/row is USD, but .* add USD to 'Exchange Rates'/) as string },
		]);
	});
});

describe('LinkedIn Ads rows', () => {
	keepsRows('linkedin_ads', report, [
		[{ conversionValueInLocalCurrency: '-1' }, 'revenue', /adds up to less than 0/, 'more was refunded than sold'],
		[{ externalWebsiteConversions: 'two' }, 'conversions', /is 'two', not a number/, 'words are not a count'],
	]);

	rejectsRows('linkedin_ads', report, [
		[{ costInLocalCurrency: undefined }, /spend is missing/, 'missing is not zero'],
		[{ costInLocalCurrency: '' }, /spend is missing/, 'an empty text is missing'],
		[{ costInLocalCurrency: 'USD 19.90' }, /'costInLocalCurrency' is 'USD 19.90'/, 'words are not an amount'],
		[{ costInLocalCurrency: '-1' }, /must not be negative/, 'a total cannot be negative'],
		[{ clicks: '1e3' }, /'clicks' is '1e3'/, 'it has an exponent'],
		[
			{ dateRange: { start: { year: 2026, month: 11, day: 1 }, end: { year: 2026, month: 11, day: 22 } } },
			/not about one day/,
			'it adds up days',
		],
		[{ dateRange: {} }, /not about one day/, 'it has no day'],
		[
			{ dateRange: { start: { year: 2026, month: 2, day: 31 }, end: { year: 2026, month: 2, day: 31 } } },
			/must look like 2026-11-23/,
			'there is no 31 February',
		],
		[
			{ dateRange: { start: { year: '2026', month: '11', day: '22' }, end: { year: '2026', month: '11', day: '22' } } },
			/not about one day/,
			'LinkedIn writes numbers',
		],
		[{ pivotValues: undefined }, /ask for pivot=CAMPAIGN/, 'it names no campaign'],
		[{ pivotValues: ['urn:li:sponsoredCreative:1'] }, /ask for pivot=CAMPAIGN/, 'a creative is not a campaign'],
		[{ pivotValues: 'urn:li:sponsoredCampaign:1' }, /ask for pivot=CAMPAIGN/, 'it is not a list'],
	]);
});

describe('a monthly amount', () => {
	const budget = { ...NEW_YORK, timeZone: 'UTC', monthlyAmount: '30000.00' } as const;
	const nowMs = Date.UTC(2026, 10, 23, 10);
	const daysUntilToday = (first: number) =>
		Array.from({ length: 24 - first }, (_, day) => {
			const date = { year: 2026, month: 11, day: first + day };
			return report.row({ dateRange: { start: date, end: date }, costInLocalCurrency: '100.00' });
		});
	const read = (state: ReturnType<typeof createState>, first: number) =>
		ingest(state, normaliseRows(daysUntilToday(first), { budget }).windows, nowMs).state;
	const spentOf = (state: ReturnType<typeof createState>) =>
		Number(pacingStatus(state, { nowMs }).horizons.month!.spent);

	test('counts the whole month once it was read from its first day, and yesterday and today are enough from then on', () => {
		const month = read(createState(budget), 1);
		expect(spentOf(month)).toBeCloseTo(2300, 6);
		expect(spentOf(read(month, 22))).toBeCloseTo(2300, 6);
	});

	test('knows nothing of the days before a report of two days', () => {
		expect(spentOf(read(createState(budget), 22))).toBeCloseTo(200, 6);
	});
});
