import { normaliseRows } from '../../../src/index';
import { BERLIN, type Fields, google } from '../../support/reportRows';

/** A row with exactly these metrics. */
const withMetrics = (metrics: Fields, hour = 10): Fields => ({ ...google({ segments: { hour } }), metrics });
const whole = { costMicros: '1000000', impressions: '40', clicks: '2', conversions: 1, conversionsValue: 9.5 };
const MASK =
	'campaign.id,metrics.costMicros,metrics.impressions,metrics.clicks,metrics.conversions,metrics.conversionsValue,segments.hour';
const windowsOf = (items: readonly unknown[]) => normaliseRows(items, { budget: BERLIN }).windows;

describe('a selected metric that a row leaves out is zero', () => {
	test.each`
		metric                | left                   | zero                  | because
		${'costMicros'}       | ${{ clicks: '2' }}     | ${{ spend: '0' }}     | ${'free clicks of Performance Max'}
		${'clicks'}           | ${{ costMicros: '5' }} | ${{ clicks: 0 }}      | ${'views of Demand Gen cost money'}
		${'impressions'}      | ${{ costMicros: '5' }} | ${{ impressions: 0 }} | ${'late clicks on earlier impressions'}
		${'conversions'}      | ${{ costMicros: '5' }} | ${{ conversions: 0 }} | ${'most hours have none'}
		${'conversionsValue'} | ${{ costMicros: '5' }} | ${{ revenue: '0' }}   | ${'a lead has no value'}
	`('$metric, whether the field mask or another row names it: $because', ({ left, zero }) => {
		expect(windowsOf([{ results: [withMetrics(left)], fieldMask: MASK }])).toMatchObject([zero]);
		expect(windowsOf([withMetrics(whole, 9), withMetrics(left)])[1]).toMatchObject(zero);
	});

	test('hours of Performance Max and Demand Gen are read like any other', () => {
		const rows = [
			{ id: '1', advertisingChannelType: 'PERFORMANCE_MAX' },
			{ id: '2', advertisingChannelType: 'DEMAND_GEN' },
		].map((campaign) => ({ ...withMetrics({ costMicros: '5000000', impressions: '9' }), campaign }));
		expect(windowsOf([{ results: rows, fieldMask: MASK }])).toMatchObject(
			['1', '2'].map((campaignId) => ({ campaignId, spend: '5', clicks: 0, conversions: 0, revenue: '0' })),
		);
	});
});

describe('but nothing else is', () => {
	test('a metric that the query did not select', () => {
		const [window] = windowsOf([{ results: [withMetrics({ costMicros: '5' })], fieldMask: 'metrics.costMicros' }]);
		expect(window).toMatchObject({ spend: '0.000005' });
		expect(Object.keys(window!)).not.toContain('conversions');
	});

	test('a metric that only another query selected', () => {
		const windows = windowsOf([
			{ results: [withMetrics(whole, 9)], fieldMask: MASK },
			{ results: [withMetrics({ costMicros: '5' })], fieldMask: 'metrics.costMicros' },
			withMetrics({ costMicros: '5' }, 11),
		]);
		expect(windows.map((window) => 'conversions' in window)).toEqual([true, false, false]);
	});

	test.each`
		metrics                              | because
		${{}}                                | ${'the row has no metric at all'}
		${undefined}                         | ${'the row has no metrics'}
		${{ costMicros: null, clicks: '1' }} | ${'null was written by something else than Google'}
		${{ costMicros: '', clicks: '1' }}   | ${'so was an empty text'}
	`('spend that is missing, because $because', ({ metrics }) => {
		const { windows, rejected } = normaliseRows([{ results: [withMetrics(metrics)], fieldMask: MASK }], {
			budget: BERLIN,
			format: 'google_ads',
		});
		expect(windows).toEqual([]);
		expect(rejected).toMatchObject([{ reason: expect.stringMatching(/^The spend is missing/) }]);
	});

	test('spend that no row has', () => {
		const { rejected } = normaliseRows([withMetrics({ clicks: '1' })], { budget: BERLIN });
		expect(rejected).toMatchObject([{ reason: expect.stringMatching(/^The spend is missing/) }]);
	});
});
