import type { ReportFixture } from '../../support/platformFixture';

export const report: ReportFixture = {
	documented: ['ga4_n8n_simplified', 'ga4_runreport_datehour'],
	row: (changes) => ({
		dateHour: '2026112209',
		sessionCampaignName: 'Brand',
		keyEvents: '3',
		totalRevenue: '412.5',
		...changes,
	}),
	atHour: (date, hour) => ({
		dateHour: `${date.replaceAll('-', '')}${String(hour).padStart(2, '0')}`,
		keyEvents: '1',
	}),
	inYen: [
		{
			row: { dateHour: '2026112209', currencyCode: 'JPY', keyEvents: '3', totalRevenue: '1000' },
			window: { kind: 'results', revenue: '6.1', conversions: 3, spend: undefined },
		},
	],
	withoutRows: [{ dimensionHeaders: [], metricHeaders: [], rowCount: 0 }],
};
