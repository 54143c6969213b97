import fc from 'fast-check';

import { addDays, hourOfWeek, localClock } from '../../../src/time/localClock';
import { dayStartMs, localDay } from '../../../src/time/localDay';
import { datesOf, monthOf, weekOf } from '../../../src/time/period';
import { date, timeZone } from '../../support/arbitraries';
import { RUNS } from '../../support/runs';

const HOUR_MS = 3_600_000;

describe('local days', () => {
	test.each`
		date            | zone                     | hours | length  | first                     | because
		${'2026-11-23'} | ${'Europe/Berlin'}       | ${24} | ${24}   | ${'2026-11-22T23:00:00Z'} | ${'a plain day'}
		${'2026-03-29'} | ${'Europe/Berlin'}       | ${23} | ${23}   | ${'2026-03-28T23:00:00Z'} | ${'clocks go forward at 02:00'}
		${'2026-10-25'} | ${'Europe/Berlin'}       | ${25} | ${25}   | ${'2026-10-24T22:00:00Z'} | ${'clocks go back at 03:00'}
		${'2026-03-08'} | ${'America/New_York'}    | ${23} | ${23}   | ${'2026-03-08T05:00:00Z'} | ${'clocks go forward at 02:00'}
		${'2026-11-01'} | ${'America/New_York'}    | ${25} | ${25}   | ${'2026-11-01T04:00:00Z'} | ${'clocks go back at 02:00'}
		${'2026-10-04'} | ${'Australia/Lord_Howe'} | ${24} | ${23.5} | ${'2026-10-03T13:30:00Z'} | ${'clocks go forward by half an hour'}
		${'2026-04-05'} | ${'Australia/Lord_Howe'} | ${25} | ${24.5} | ${'2026-04-04T13:00:00Z'} | ${'clocks go back by half an hour'}
		${'2026-11-23'} | ${'Asia/Kolkata'}        | ${24} | ${24}   | ${'2026-11-22T18:30:00Z'} | ${'a zone off by half an hour'}
		${'2026-11-23'} | ${'Asia/Kathmandu'}      | ${24} | ${24}   | ${'2026-11-22T18:15:00Z'} | ${'a zone off by three quarters'}
		${'2026-04-24'} | ${'Africa/Cairo'}        | ${23} | ${23}   | ${'2026-04-23T22:00:00Z'} | ${'midnight itself does not exist: the day begins at 01:00'}
		${'2026-10-29'} | ${'Africa/Cairo'}        | ${25} | ${25}   | ${'2026-10-28T21:00:00Z'} | ${'23:00 occurs twice'}
		${'2026-09-06'} | ${'America/Santiago'}    | ${23} | ${23}   | ${'2026-09-06T04:00:00Z'} | ${'midnight does not exist'}
		${'2011-12-30'} | ${'Pacific/Apia'}        | ${0}  | ${0}    | ${'2011-12-30T10:00:00Z'} | ${'the island skipped the day'}
	`('$date in $zone has $hours hours: $because', ({ date: day, zone, hours, length, first }) => {
		const stretches = localDay(day, zone);
		expect(stretches).toHaveLength(hours);
		expect(stretches.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)).toBe(length * HOUR_MS);
		expect(new Date(dayStartMs(day, zone)).toISOString()).toBe(new Date(first).toISOString());
	});

	test('a repeated hour is listed twice, a skipped one not at all', () => {
		expect(
			localDay('2026-10-25', 'Europe/Berlin')
				.map(({ localHour }) => localHour)
				.slice(0, 5),
		).toEqual([0, 1, 2, 2, 3]);
		expect(
			localDay('2026-03-29', 'Europe/Berlin')
				.map(({ localHour }) => localHour)
				.slice(0, 4),
		).toEqual([0, 1, 3, 4]);
		expect(
			localDay('2026-04-05', 'Australia/Lord_Howe')
				.map(({ localHour }) => localHour)
				.slice(0, 4),
		).toEqual([0, 1, 1, 2]);
	});

	test('an hour ends at a clock change, even if it is not full', () => {
		const day = localDay('2016-05-01', 'America/Caracas');
		const minutes = day.map(({ startMs, endMs }) => (endMs - startMs) / 60_000);
		expect(day[0]!.startMs).toBe(Date.parse('2016-05-01T04:30:00Z'));
		expect(minutes).toEqual([60, 60, 30, ...Array<number>(21).fill(60)]);
	});

	test('a day is computed once and cached for a while', () => {
		const day = localDay('2026-11-23', 'Europe/Berlin');
		localDay('2026-11-24', 'Europe/Berlin');
		expect(localDay('2026-11-23', 'Europe/Berlin')).toBe(day);
		expect(localDay('2026-11-23', 'Europe/Paris')).not.toBe(day);
		for (let later = 0; later < 400; later++) localDay(addDays('2027-01-01', later), 'Europe/Berlin');
		const again = localDay('2026-11-23', 'Europe/Berlin');
		expect(again).not.toBe(day);
		expect(again).toEqual(day);
	});

	test('hours are contiguous, and the next day begins where they end', () => {
		fc.assert(
			fc.property(date, timeZone, (day, zone) => {
				const hours = localDay(day, zone);
				hours.forEach(({ startMs, endMs, localHour }, position) => {
					expect(startMs).toBeLessThan(endMs);
					if (position > 0) expect(startMs).toBe(hours[position - 1]!.endMs);
					expect(localClock(startMs, zone)).toMatchObject({ date: day, hour: localHour });
					expect(localClock(endMs - 1, zone)).toMatchObject({ date: day, hour: localHour });
				});
			}),
			RUNS,
		);
	});

	test.each(['2026-02-29', '2026-13-01', '23.11.2026', '2026-11-23T00:00', ''])("'%s' is not a date", (text) => {
		expect(() => localDay(text, 'UTC')).toThrow(/is not a date/);
	});

	test('an invalid date is shown truncated, with what to do', () => {
		expect(() => localDay('x'.repeat(50), 'UTC')).toThrow(
			expect.objectContaining({
				name: 'UserError',
				message: `'${'x'.repeat(40)}' is not a date`,
				description: 'Write dates as YYYY-MM-DD, such as 2026-11-23.',
			}),
		);
	});

	test('an unknown zone is refused with an example of a known one', () => {
		expect(() => localDay('2026-11-23', 'Mars/Olympus')).toThrow("'Mars/Olympus' is not a time zone");
	});
});

describe('hour of week', () => {
	test.each`
		instant                   | zone                  | expected | because
		${'2026-03-08T06:59:00Z'} | ${'America/New_York'} | ${145}   | ${'last minute before clocks go forward'}
		${'2026-03-08T07:00:00Z'} | ${'America/New_York'} | ${147}   | ${'02:00 does not exist that day'}
		${'2026-11-22T23:00:00Z'} | ${'Europe/Berlin'}    | ${0}     | ${'Monday begins in Berlin while it is Sunday in London'}
		${'2026-11-22T22:59:00Z'} | ${'Europe/Berlin'}    | ${167}   | ${'the last hour of the week'}
		${'2026-11-23T00:00:00Z'} | ${'Asia/Kolkata'}     | ${5}     | ${'05:30 is in hour 5'}
	`('$instant in $zone is hour $expected: $because', ({ instant, zone, expected }) => {
		expect(hourOfWeek(Date.parse(instant), zone)).toBe(expected);
	});
});

describe('calendar periods', () => {
	test.each`
		date            | start       | from            | to
		${'2026-11-23'} | ${'monday'} | ${'2026-11-23'} | ${'2026-11-29'}
		${'2026-11-22'} | ${'monday'} | ${'2026-11-16'} | ${'2026-11-22'}
		${'2026-11-22'} | ${'sunday'} | ${'2026-11-22'} | ${'2026-11-28'}
		${'2027-01-01'} | ${'sunday'} | ${'2026-12-27'} | ${'2027-01-02'}
	`('the week of $date beginning on $start is $from to $to', ({ date: day, start, from, to }) => {
		expect(weekOf(day, start)).toEqual({ start: from, end: to });
	});

	test.each`
		date            | to              | days
		${'2026-02-10'} | ${'2026-02-28'} | ${28}
		${'2028-02-10'} | ${'2028-02-29'} | ${29}
		${'2026-12-31'} | ${'2026-12-31'} | ${31}
	`('the month of $date ends on $to', ({ date: day, to, days }) => {
		expect(monthOf(day).end).toBe(to);
		expect(datesOf(monthOf(day))).toHaveLength(days);
	});
});
