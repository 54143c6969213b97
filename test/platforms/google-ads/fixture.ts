import type { PushFixture, ReportFixture } from '../../support/platformFixture';

export const report: ReportFixture = {
	documented: ['google_ads_searchstream_hourly'],
	row: (changes) => ({
		customer: { resourceName: 'customers/1', currencyCode: 'USD', timeZone: 'America/New_York' },
		campaign: { resourceName: 'customers/1/campaigns/111', id: '111', status: 'ENABLED' },
		metrics: { costMicros: '41270000', impressions: '5230', clicks: '204', conversions: 3.25 },
		segments: { date: '2026-11-22', hour: 9 },
		...changes,
	}),
	atHour: (date, hour) => ({
		campaign: { id: '1' },
		metrics: { costMicros: '1000000' },
		segments: { date, hour },
	}),
	inYen: [
		{
			row: {
				customer: { currencyCode: 'JPY', timeZone: 'UTC' },
				campaign: { id: '111' },
				metrics: { costMicros: '1234000001', clicks: '2', conversionsValue: 99.5 },
				segments: { date: '2026-11-22', hour: 10 },
			},
			window: { spend: '7.5274', revenue: '0.60695' },
		},
	],
	withoutRows: [{ fieldMask: 'metrics.costMicros', requestId: 'r' }],
};

export const push: PushFixture = {
	target: { accountId: '1' },
	optional: ['managerAccountId'],
	amountIn: ({ body }) => (JSON.parse(JSON.stringify(body)) as never)['operations'][0]['update']['amountMicros'],
	unitsPerMajor: () => 1_000_000,
	whole: true,
};
