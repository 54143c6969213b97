import type { PushFixture, ReportFixture } from '../../support/platformFixture';

export const report: ReportFixture = {
	documented: ['microsoft_ads_campaign_hourly_csvrow'],
	row: (changes) => ({
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
	atHour: (date, hour) => ({ TimePeriod: `${date}|${hour}`, CampaignId: '1', Spend: '1.00' }),
	inYen: [
		{
			row: { TimePeriod: '2026-11-22|9', CampaignId: '333', CurrencyCode: 'JPY', Spend: '1234', Revenue: '1000' },
			window: { spend: '7.5274', revenue: '6.1', clicks: undefined },
		},
	],
	withoutRows: [],
};

export const push: PushFixture = {
	target: { accountId: '1', managerAccountId: '2' },
	amountIn: ({ body }) => (JSON.parse(JSON.stringify(body)) as never)['Campaigns'][0]['DailyBudget'],
	unitsPerMajor: () => 1,
	whole: false,
};
