import { normaliseRows } from '../../../src/index';
import { BERLIN, google } from '../../support/reportRows';

const MINUTE_MS = 60_000;

describe('clock hours map to instants', () => {
	test.each`
		zone                     | date            | hour  | start                     | minutes | because
		${'Europe/Berlin'}       | ${'2026-10-25'} | ${2}  | ${'2026-10-25T00:00:00Z'} | ${120}  | ${'the hour occurs twice and is reported once'}
		${'Europe/Berlin'}       | ${'2026-03-29'} | ${3}  | ${'2026-03-29T01:00:00Z'} | ${60}   | ${'02:00 does not exist that day'}
		${'America/New_York'}    | ${'2026-11-01'} | ${1}  | ${'2026-11-01T05:00:00Z'} | ${120}  | ${'clocks go back at 02:00'}
		${'America/New_York'}    | ${'2026-03-08'} | ${3}  | ${'2026-03-08T07:00:00Z'} | ${60}   | ${'clocks go forward at 02:00'}
		${'Australia/Lord_Howe'} | ${'2026-04-05'} | ${1}  | ${'2026-04-04T14:00:00Z'} | ${90}   | ${'clocks go back by half an hour'}
		${'Australia/Lord_Howe'} | ${'2026-10-04'} | ${2}  | ${'2026-10-03T15:30:00Z'} | ${30}   | ${'clocks go forward by half an hour'}
		${'Asia/Kolkata'}        | ${'2026-11-22'} | ${0}  | ${'2026-11-21T18:30:00Z'} | ${60}   | ${'hours begin at half past the hour in UTC'}
		${'Asia/Kolkata'}        | ${'2026-11-22'} | ${23} | ${'2026-11-22T17:30:00Z'} | ${60}   | ${'there is no daylight saving time'}
	`(
		'$hour:00 of $date in $zone starts $start, lasts $minutes min: $because',
		({ zone, date, hour, start, minutes }) => {
			const budget = { ...BERLIN, timeZone: zone as string };
			const row = google({
				customer: { timeZone: zone as string },
				segments: { date: date as string, hour: hour as number },
			});
			const { windows } = normaliseRows([row], { budget });
			const startMs = Date.parse(start as string);
			expect(windows).toMatchObject([{ startMs, endMs: startMs + (minutes as number) * MINUTE_MS }]);
		},
	);

	test.each`
		zone                     | from                          | to                            | says                                  | because
		${'America/New_York'}    | ${'2026-03-08T02:30'}         | ${'2026-03-08T02:45'}         | ${/02:30, a time that did not exist/} | ${'clocks skip it'}
		${'Australia/Lord_Howe'} | ${'2026-10-04T02:15'}         | ${'2026-10-04T02:30'}         | ${/02:15, a time that did not exist/} | ${'clocks skip half the hour'}
		${'Australia/Lord_Howe'} | ${'2026-04-05T01:45'}         | ${'2026-04-05T02:00'}         | ${/01:45, which occurs twice/}        | ${'the second half of the hour repeats'}
		${'Asia/Kolkata'}        | ${'2026-11-22T09:00:00Z'}     | ${'2026-11-22T10:00:00Z'}     | ${/past the end of its hour/}         | ${'a UTC hour spans two clock hours there'}
		${'Antarctica/Troll'}    | ${'2026-10-25T01:00:00+0200'} | ${'2026-10-25T01:00:00+0000'} | ${/past the end of its hour/}         | ${'02:00 lies in between'}
	`('$from to $to in $zone is rejected: $because', ({ zone, from, to, says }) => {
		const row = { from: from as string, to: to as string, cost: 1 };
		const fields = { start: 'from', end: 'to', spend: 'cost' };
		const { rejected } = normaliseRows([row], { budget: { ...BERLIN, timeZone: zone as string }, fields });
		expect(rejected[0]!.reason).toMatch(says as RegExp);
	});

	test('a time before the repeated half hour is unambiguous', () => {
		const budget = { ...BERLIN, timeZone: 'Australia/Lord_Howe' };
		const row = { from: '2026-04-05T01:00', to: '2026-04-05T01:15', cost: 1 };
		const { windows } = normaliseRows([row], { budget, fields: { start: 'from', end: 'to', spend: 'cost' } });
		expect(windows).toMatchObject([{ startMs: Date.UTC(2026, 3, 4, 14), endMs: Date.UTC(2026, 3, 4, 14, 15) }]);
	});

	test('an hour with another hour between its two occurrences is rejected', () => {
		const budget = { ...BERLIN, timeZone: 'Antarctica/Troll' };
		const row = google({ customer: { timeZone: 'Antarctica/Troll' }, segments: { date: '2026-10-25', hour: 1 } });
		expect(normaliseRows([row], { budget }).rejected[0]!.reason).toMatch(
			/occurs twice .* with another hour in between/,
		);
	});

	test('a start at half past the hour requires an end', () => {
		const fields = { start: 'from', spend: 'cost' };
		const row = { from: '2026-11-22T10:30', to: '2026-11-22T11:00', cost: 1 };
		expect(normaliseRows([row], { budget: BERLIN, fields }).rejected[0]!.reason).toMatch(
			/not a full hour: name the column/,
		);
		const { windows } = normaliseRows([row], { budget: BERLIN, fields: { ...fields, end: 'to' } });
		expect(windows).toMatchObject([{ startMs: Date.UTC(2026, 10, 22, 9, 30), endMs: Date.UTC(2026, 10, 22, 10) }]);
	});
});
