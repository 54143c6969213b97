import { expectRead, hour, keepsRows, readAs, rejectsRows } from '../../support/platformTests';
import { BERLIN } from '../../support/reportRows';
import { describeWithShared } from '../../support/shared';
import { report } from './fixture';

describeWithShared('Google Analytics as documented', () => {
	test.each`
		name                        | because
		${'ga4_runreport_datehour'} | ${'it is a second source, and its costs are not read'}
		${'ga4_n8n_simplified'}     | ${"n8n's simplified rows are the same, without zone and currency"}
	`('$name: $because', ({ name }) => {
		const results = { campaignId: 'Brand DE', kind: 'results', conversions: 3, revenue: '412.5' } as const;
		expectRead(name, [hour(Date.UTC(2026, 10, 22, 8), results)], { budget: BERLIN });
	});
});

describe('Google Analytics rows', () => {
	rejectsRows('google_analytics', report, [
		[{ dateHour: '20261122' }, /must look like 2026112209/, 'it has no hour'],
		[{ dateHour: '2026112224' }, /between 0 and 23/, 'a day ends at 24:00'],
		[{ dateHour: '2026023109' }, /must look like 2026-11-23/, 'there is no 31 February'],
		[{ dateHour: '(other)' }, /must look like 2026112209/, 'Analytics groups rare values'],
		[{ dateHour: null }, /must look like 2026112209/, 'it has no time'],
		[{ keyEvents: undefined, totalRevenue: undefined }, /neither keyEvents nor totalRevenue/, 'it has no results'],
		[{ keyEvents: 'three', totalRevenue: undefined }, /'keyEvents' is 'three'/, 'it has no result that can be read'],
		[{ keyEvents: undefined, totalRevenue: -5 }, /adds up to less than 0/, 'a refund alone leaves nothing to count'],
		[{ currencyCode: 'EUR' }, /currency of the row is EUR/, 'revenue is in euros'],
		[{ timeZone: 'Europe/Berlin' }, /time zone of the row is Europe\/Berlin/, 'its time zone differs'],
	]);

	keepsRows('google_analytics', report, [
		[{ keyEvents: 'three' }, 'conversions', /'keyEvents' is 'three'/, 'words are not a count'],
		[{ keyEvents: -1 }, 'conversions', /add up to less than 0/, 'events cannot be negative'],
		[{ totalRevenue: '1.234,50' }, 'revenue', /'totalRevenue' is '1.234,50'/, 'it is a localized format'],
		[{ totalRevenue: '-12.50' }, 'revenue', /adds up to less than 0/, 'more was refunded than sold'],
	]);

	test('two rows of an hour with different results leave nothing to count', () => {
		const rows = [
			report.row({ totalRevenue: undefined, deviceCategory: 'mobile' }),
			report.row({ keyEvents: undefined, deviceCategory: 'desktop' }),
		];
		const { windows, rejected } = readAs('google_analytics', rows);
		expect(windows).toEqual([]);
		expect(new Set(rejected.map(({ reason }) => reason))).toEqual(
			new Set(['The rows of this hour do not report the same results']),
		);
	});
});
