import { createState, ingest, normaliseRows, UserError } from '../../../src/index';
import { NEW_YORK } from '../../support/platformFixture';
import { expectRead, hour, readAs, keepsRows, rejectsRows } from '../../support/platformTests';
import { describeWithShared } from '../../support/shared';
import { report } from './fixture';

describeWithShared('the integrated report of TikTok as documented', () => {
	test("hours are in the advertiser's time zone", () => {
		const windows = [
			hour(Date.UTC(2026, 10, 22, 17), {
				campaignId: '1701',
				spend: '12.34',
				impressions: 1000,
				clicks: 25,
				conversions: 2,
			}),
			hour(Date.UTC(2026, 10, 22, 18), {
				campaignId: '1701',
				spend: '9.8',
				impressions: 880,
				clicks: 20,
				conversions: 0,
			}),
		];
		const budget = { ...NEW_YORK, timeZone: 'America/Los_Angeles' };
		expectRead('tiktok_integrated_report_hourly', windows, { budget });
	});
});

describe('TikTok Ads rows', () => {
	test('an error with HTTP 200 is an error', () => {
		const call = () =>
			normaliseRows([{ code: 40105, message: 'Access token is incorrect', data: {} }], { budget: NEW_YORK });
		expect(call).toThrow(UserError);
		expect(call).toThrow(/code 40105 instead of a report: Access token is incorrect/);
	});

	test('a future hour is rejected by the ledger, not read as a slow one', () => {
		const row = report.row({ dimensions: { stat_time_hour: '2026-11-22 23:00:00' } });
		const { windows } = readAs('tiktok_ads', [row]);
		const { report: answer } = ingest(createState(NEW_YORK), windows, Date.UTC(2026, 10, 22, 20));
		expect(answer).toMatchObject({ accepted: 0, rejected: [{ reason: 'The window lies in the future' }] });
	});

	test('a currency without decimals keeps its amounts', () => {
		const row = report.row({ metrics: { spend: '1234' } });
		const { windows } = normaliseRows([row], { budget: { ...NEW_YORK, currency: 'JPY' } });
		expect(windows).toMatchObject([{ spend: '1234' }]);
	});

	rejectsRows('tiktok_ads', report, [
		[{ metrics: { spend: undefined } }, /spend is missing/, 'missing is not zero'],
		[{ metrics: { spend: '-' } }, /'spend' is '-', not a number/, 'a dash is not an amount'],
		[{ metrics: { spend: true } }, /'spend' is 'true', not a number/, 'true is not an amount'],
		[{ metrics: { spend: '99999999999' } }, /more than the maximum of 9 billion/, 'it is more than the ledger counts'],
		[{ metrics: { clicks: '-3' } }, /must not be negative/, 'clicks cannot be negative'],
		[{ metrics: { currency: 'EUR' } }, /currency of the row is EUR/, 'its currency is the euro'],
		[{ dimensions: { stat_time_hour: undefined } }, /add stat_time_hour/, 'it has no hour'],
		[
			{ dimensions: { stat_time_hour: undefined, stat_time_day: '2026-11-22' } },
			/add stat_time_hour/,
			'it is the total of a day',
		],
		[
			{ dimensions: { stat_time_hour: '2026-11-22' } },
			/must look like 2026-11-22 09:00:00/,
			'it is the total of a day',
		],
		[{ dimensions: { stat_time_hour: '2026-11-22 09:30:00' } }, /must look like/, 'it is not a full hour'],
		[{ dimensions: { stat_time_hour: '2026-11-22 24:00:00' } }, /between 0 and 23/, 'a day ends at 24:00'],
		[{ dimensions: { stat_time_hour: '2026-03-08 02:00:00' } }, /did not exist on 2026-03-08/, 'clocks went forward'],
		[{ dimensions: { campaign_id: {} } }, /campaign is an object/, 'an object is not a campaign'],
	]);

	keepsRows('tiktok_ads', report, [
		[{ metrics: { conversion: 'two' } }, 'conversions', /'conversion' is 'two'/, 'words are not a count'],
	]);
});
