import type { PushFixture, ReportFixture } from '../../support/platformFixture';

export const report: ReportFixture = {
	documented: ['linkedin_adanalytics_daily'],
	row: (changes) => ({
		impressions: 165,
		clicks: 11,
		costInLocalCurrency: '19.91833',
		dateRange: { start: { year: 2026, month: 11, day: 22 }, end: { year: 2026, month: 11, day: 22 } },
		pivotValues: ['urn:li:sponsoredCampaign:145282384'],
		...changes,
	}),
	inYen: [],
	withoutRows: [{ elements: [], paging: {} }],
};

export const push: PushFixture = {
	target: { accountId: '1' },
	amountIn: ({ body }) => (JSON.parse(JSON.stringify(body)) as never)['patch']['$set']['dailyBudget']['amount'],
	unitsPerMajor: () => 1,
	whole: false,
};
