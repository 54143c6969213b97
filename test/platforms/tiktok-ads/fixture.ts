import type { PushFixture, ReportFixture } from '../../support/platformFixture';

import type { Fields } from '../../support/reportRows';

export const report: ReportFixture = {
	documented: ['tiktok_integrated_report_hourly'],
	row: (changes) => ({
		dimensions: { campaign_id: '1701', stat_time_hour: '2026-11-22 09:00:00', ...(changes['dimensions'] as Fields) },
		metrics: { spend: '12.34', impressions: '1000', clicks: '25', conversion: '2', ...(changes['metrics'] as Fields) },
	}),
	atHour: (date, hour) => ({
		dimensions: { campaign_id: '1', stat_time_hour: `${date} ${String(hour).padStart(2, '0')}:00:00` },
		metrics: { spend: '1.00' },
	}),
	inYen: [
		{
			row: {
				dimensions: { campaign_id: '1701', stat_time_hour: '2026-11-22 09:00:00' },
				metrics: { spend: '1234', currency: 'JPY' },
			},
			window: { spend: '7.5274', revenue: undefined },
		},
	],
	withoutRows: [{ code: 0, message: 'OK', data: { list: [] } }],
};

export const push: PushFixture = {
	target: { accountId: '1' },
	amountIn: ({ body }) => (JSON.parse(JSON.stringify(body)) as never)['budget'],
	unitsPerMajor: () => 1,
	whole: false,
};
