import { addDays, daysBetween, hourOfWeek, hoursBetween, localClock, weekOfMonth } from '../../../src/time/localClock';

describe('the wall clock', () => {
	test.each`
		instant                   | zone                  | clock                                                                      | because
		${'2026-11-23T00:00:00Z'} | ${'UTC'}              | ${{ date: '2026-11-23', hour: 0, weekday: 0, dayOfMonth: 23, month: 10 }}  | ${'midnight of a Monday'}
		${'2026-11-22T23:59:59Z'} | ${'UTC'}              | ${{ date: '2026-11-22', hour: 23, weekday: 6, dayOfMonth: 22, month: 10 }} | ${'the last second of a Sunday'}
		${'2026-01-01T02:00:00Z'} | ${'America/New_York'} | ${{ date: '2025-12-31', hour: 21, weekday: 2, dayOfMonth: 31, month: 11 }} | ${'it is last year still'}
		${'2026-12-31T20:00:00Z'} | ${'Asia/Kolkata'}     | ${{ date: '2027-01-01', hour: 1, weekday: 4, dayOfMonth: 1, month: 0 }}    | ${'it is next year already'}
		${'1969-12-31T23:00:00Z'} | ${'UTC'}              | ${{ date: '1969-12-31', hour: 23, weekday: 2, dayOfMonth: 31, month: 11 }} | ${'before the epoch'}
	`('in $zone at $instant shows $clock: $because', ({ instant, zone, clock }) => {
		expect(localClock(Date.parse(instant), zone)).toEqual(clock);
		expect(localClock(Date.parse(instant), zone)).toEqual(clock);
	});

	test('shows the right day after more days than it remembers', () => {
		const first = Date.UTC(2000, 0, 1);
		for (let day = 0; day < 4100; day++) {
			expect(localClock(first + day * 86_400_000, 'UTC').weekday).toBe((day + 5) % 7);
		}
		expect(localClock(first, 'UTC')).toMatchObject({ date: '2000-01-01', weekday: 5 });
	});
});

test.each`
	dayOfMonth | week
	${1}       | ${0}
	${7}       | ${0}
	${8}       | ${1}
	${28}      | ${3}
	${29}      | ${4}
	${31}      | ${4}
`('day $dayOfMonth is in week $week of its month', ({ dayOfMonth, week }) => {
	expect(weekOfMonth(dayOfMonth)).toBe(week);
});

test.each`
	from            | days   | to              | because
	${'2026-11-23'} | ${0}   | ${'2026-11-23'} | ${'the same day'}
	${'2026-02-28'} | ${1}   | ${'2026-03-01'} | ${'a month ends'}
	${'2028-02-28'} | ${1}   | ${'2028-02-29'} | ${'a leap day'}
	${'2026-01-01'} | ${-1}  | ${'2025-12-31'} | ${'the day before'}
	${'2026-01-01'} | ${365} | ${'2027-01-01'} | ${'a year'}
`('$days days from $from is $to: $because', ({ from, days, to }) => {
	expect(addDays(from, days)).toBe(to);
	expect(daysBetween(from, to)).toBe(days);
});

test('hours are of 3600 seconds', () => {
	expect(hoursBetween(0, 5_400_000)).toBe(1.5);
	expect(hoursBetween(1_800_000, 0)).toBe(-0.5);
});

test('the week begins on Monday', () => {
	expect(hourOfWeek(Date.UTC(2026, 10, 25, 7, 59), 'UTC')).toBe(55);
});
