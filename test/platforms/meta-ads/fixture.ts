import type { PushFixture, ReportFixture } from '../../support/platformFixture';

const hourly = 'hourly_stats_aggregated_by_advertiser_time_zone';

export const report: ReportFixture = {
	documented: ['meta_insights_daily_actions', 'meta_insights_hourly'],
	row: (changes) => ({
		account_currency: 'USD',
		campaign_id: '7',
		date_start: '2026-11-22',
		date_stop: '2026-11-22',
		[hourly]: '09:00:00 - 09:59:59',
		spend: '12.30',
		impressions: '1400',
		clicks: '21',
		...changes,
	}),
	atHour: (date, hour) => {
		const two = String(hour).padStart(2, '0');
		return {
			campaign_id: '1',
			date_start: date,
			date_stop: date,
			[hourly]: `${two}:00:00 - ${two}:59:59`,
			spend: '1.00',
		};
	},
	inYen: [
		{
			row: {
				account_currency: 'JPY',
				campaign_id: '7',
				date_start: '2026-11-22',
				date_stop: '2026-11-22',
				[hourly]: '10:00:00 - 10:59:59',
				spend: '1234',
			},
			window: { spend: '7.5274', revenue: undefined, kind: undefined },
		},
		{
			row: {
				account_currency: 'JPY',
				campaign_id: '7',
				date_start: '2026-11-22',
				date_stop: '2026-11-22',
				spend: '1234',
				action_values: [{ action_type: 'omni_purchase', value: '1000' }],
			},
			window: { kind: 'running-total', spend: '7.5274', revenue: '6.1', conversions: undefined },
		},
	],
	withoutRows: [{ data: [], paging: {} }],
};

export const push: PushFixture = {
	target: {},
	amountIn: ({ query }) => query['daily_budget'],
	unitsPerMajor: (currency) => (currency === 'JPY' || currency === 'HUF' ? 1 : 100),
	whole: true,
};
