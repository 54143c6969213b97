import type { PushFixture, ReportFixture } from '../../support/platformFixture';

export const report: ReportFixture = {
	documented: ['amazon_ams_sp_traffic'],
	row: (changes) => ({
		idempotency_id: 'a1',
		dataset_id: 'sp-traffic',
		currency: 'USD',
		campaign_id: '7',
		time_window_start: '2026-11-22T09:00:00-05:00',
		clicks: 4,
		impressions: 130,
		cost: 3.92,
		...changes,
	}),
	inYen: [
		{
			row: {
				idempotency_id: 'a1',
				currency: 'JPY',
				campaign_id: '7',
				time_window_start: '2026-11-22T09:00:00Z',
				cost: -1234,
			},
			window: { kind: 'delta', spend: '-7.5274', revenue: undefined },
		},
	],
	withoutRows: [],
};

export const push: PushFixture = {
	target: { accountId: '1' },
	optional: ['region'],
	amountIn: ({ body }) => (JSON.parse(JSON.stringify(body)) as never)['campaigns'][0]['budget']['budget'],
	unitsPerMajor: () => 1,
	whole: false,
};
