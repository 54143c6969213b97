import { createState, ingest, normaliseRows, pacingStatus } from '../../../src/index';
import { NEW_YORK } from '../../support/platformFixture';
import { expectRead, hour, rejectsRows } from '../../support/platformTests';
import type { Fields } from '../../support/reportRows';
import { describeWithShared } from '../../support/shared';
import { report } from './fixture';

describeWithShared('Meta insights as documented', () => {
	const campaign = { campaignId: '120210000000000001' };

	test('hours have spend and clicks; their conversions are unknown', () => {
		const windows = [
			hour(Date.UTC(2026, 10, 22, 14), { ...campaign, spend: '12.3', impressions: 1400, clicks: 21 }),
			hour(Date.UTC(2026, 10, 22, 15), { ...campaign, spend: '14.05', impressions: 1512, clicks: 19 }),
		];
		expectRead('meta_insights_hourly', windows, { budget: NEW_YORK });
		expect(windows.map((window) => 'conversions' in window)).toEqual([false, false]);
	});

	test('without the hourly breakdown a row is a day with its purchases', () => {
		const day = {
			...campaign,
			startMs: Date.UTC(2026, 10, 21, 5),
			endMs: Date.UTC(2026, 10, 22, 5),
			kind: 'running-total',
			spend: '1375.5',
			impressions: 98_100,
			clicks: 2610,
			conversions: 37,
			revenue: '2210',
		};
		expectRead('meta_insights_daily_actions', [day], { budget: NEW_YORK });
	});
});

describe('Meta Ads rows', () => {
	rejectsRows('meta_ads', report, [
		[{ date_stop: '2026-11-23' }, /^The row is the total of several days/, 'two days'],
		[{ date_stop: undefined }, /^The row has no date_stop/, 'no last day'],
		[
			{ hourly_stats_aggregated_by_advertiser_time_zone: '09:00:00 - 10:59:59' },
			/^The hour is '09:00:00 - 10:59:59'/,
			'a longer range',
		],
		[
			{ hourly_stats_aggregated_by_audience_time_zone: '10:00:00 - 10:59:59' },
			/^The hours are in the audience's time zones/,
			"the audience's time zones",
		],
		[{ spend: '12,30' }, /^'spend' is '12,30', not a number/, 'a spend with a comma'],
	]);

	test('a row that has the field results is a row, not a response', () => {
		const row = report.row({ results: [{ indicator: 'actions:lead', values: [{ value: '2' }] }] });
		for (const item of [row, { data: [row], paging: {} }]) {
			expect(normaliseRows([item], { budget: NEW_YORK }).windows).toMatchObject([{ spend: '12.3' }]);
		}
	});
});

describe('Meta by day', () => {
	const budget = NEW_YORK;
	const row = (changes: Fields) => ({
		campaign_id: '7',
		date_start: '2026-11-22',
		date_stop: '2026-11-22',
		spend: '100.00',
		...changes,
	});

	test.each`
		actions                                                                                    | conversions  | because
		${[{ action_type: 'omni_purchase', value: '5' }, { action_type: 'purchase', value: '3' }]} | ${5}         | ${'the most comprehensive count is taken, once'}
		${[{ action_type: 'link_click', value: '50' }]}                                            | ${undefined} | ${'a click is no conversion, and no purchase reported is not 0 purchases'}
		${'none'}                                                                                  | ${undefined} | ${'it is not a list'}
	`('has $conversions conversions: $because', ({ actions, conversions }) => {
		const { windows } = normaliseRows([row({ actions })], { budget });
		expect(windows[0]!.conversions).toBe(conversions);
	});

	test('adds nothing to hours that are already known', () => {
		const hours = Array.from({ length: 24 }, (_, clock) => ({
			...row({ spend: '5.00' }),
			hourly_stats_aggregated_by_advertiser_time_zone: `${String(clock).padStart(2, '0')}:00:00 - ${String(clock).padStart(2, '0')}:59:59`,
		}));
		const nowMs = Date.UTC(2026, 10, 23, 5);
		const { windows } = normaliseRows([...hours, row({ spend: '120.00' })], { budget });
		const { state } = ingest(createState(budget), windows, nowMs);
		expect(pacingStatus(state, { nowMs: nowMs - 1 }).day.spent).toBe('120.00');
	});
});
