import type { PushFixture, ReportFixture } from '../../support/platformFixture';

export const report: ReportFixture = {
	documented: [],
	row: (changes) => ({
		DATE: '2026-11-22T09:00:00',
		CAMPAIGN_ID: '547602124502',
		SPEND_IN_MICRO_DOLLAR: 30_250_000,
		TOTAL_IMPRESSION: 4100,
		TOTAL_CLICKTHROUGH: 216,
		...changes,
	}),
	atHour: (date, hour) => ({
		DATE: `${date}T${String(hour).padStart(2, '0')}:00:00`,
		CAMPAIGN_ID: '1',
		SPEND_IN_MICRO_DOLLAR: 1_000_000,
	}),
	inYen: [],
	withoutRows: [],
};

export const push: PushFixture = {
	target: { accountId: '1' },
	amountIn: ({ body }) => (JSON.parse(JSON.stringify(body)) as never)[0]['daily_spend_cap'],
	unitsPerMajor: () => 1_000_000,
	whole: true,
};
