import fc from 'fast-check';

import { CALENDAR_PERIODS, calendarPeriod, MONTHS } from '../../../src/budget/horizon';
import { createState } from '../../../src/index';
import { addDays, daysBetween } from '../../../src/time/localClock';
import { RUNS } from '../../support/runs';

test.each`
	horizon      | date            | yearStart     | start           | end             | because
	${'month'}   | ${'2028-02-10'} | ${undefined}  | ${'2028-02-01'} | ${'2028-02-29'} | ${'a leap year'}
	${'month'}   | ${'2026-12-31'} | ${'april'}    | ${'2026-12-01'} | ${'2026-12-31'} | ${'months do not depend on the start of the year'}
	${'quarter'} | ${'2026-11-25'} | ${undefined}  | ${'2026-10-01'} | ${'2026-12-31'} | ${'the fourth quarter of the calendar'}
	${'quarter'} | ${'2026-01-01'} | ${'january'}  | ${'2026-01-01'} | ${'2026-03-31'} | ${'the first day of a quarter'}
	${'quarter'} | ${'2026-11-25'} | ${'april'}    | ${'2026-10-01'} | ${'2026-12-31'} | ${'quarters of a year from April are those of the calendar'}
	${'quarter'} | ${'2026-01-15'} | ${'february'} | ${'2025-11-01'} | ${'2026-01-31'} | ${'the fourth quarter of a year from February spans the new year'}
	${'quarter'} | ${'2026-12-01'} | ${'december'} | ${'2026-12-01'} | ${'2027-02-28'} | ${'a year from December'}
	${'year'}    | ${'2026-11-25'} | ${undefined}  | ${'2026-01-01'} | ${'2026-12-31'} | ${'the calendar year'}
	${'year'}    | ${'2026-03-31'} | ${'april'}    | ${'2025-04-01'} | ${'2026-03-31'} | ${'the last day of a fiscal year'}
	${'year'}    | ${'2026-04-01'} | ${'april'}    | ${'2026-04-01'} | ${'2027-03-31'} | ${'the first day of the next one'}
	${'year'}    | ${'2028-01-31'} | ${'february'} | ${'2027-02-01'} | ${'2028-01-31'} | ${'the month before the start'}
`('the $horizon of $date with a year from $yearStart: $because', ({ horizon, date, yearStart, start, end }) => {
	expect(calendarPeriod(horizon, date, { weekStart: 'monday', yearStart })).toEqual({ start, end });
});

test('periods of a kind follow each other without a gap, and each holds the date it was asked for', () => {
	const date = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));
	const calendar = fc.record({
		weekStart: fc.constantFrom('monday' as const, 'sunday' as const),
		yearStart: fc.constantFrom(...MONTHS),
	});
	fc.assert(
		fc.property(fc.constantFrom(...CALENDAR_PERIODS), date, calendar, ({ horizon, averageDays }, day, definition) => {
			const { start, end } = calendarPeriod(horizon, day, definition);
			expect(start <= day && day <= end).toBe(true);
			expect(calendarPeriod(horizon, start, definition)).toEqual({ start, end });
			expect(calendarPeriod(horizon, end, definition)).toEqual({ start, end });
			expect(calendarPeriod(horizon, addDays(end, 1), definition).start).toBe(addDays(end, 1));
			expect(Math.abs(daysBetween(start, end) + 1 - averageDays)).toBeLessThan(3);
		}),
		RUNS,
	);
});

test.each`
	changes                                                                                                | message                                                                                          | because
	${{}}                                                                                                  | ${/needs an amount: .*'quarterlyAmount', 'yearlyAmount' or 'flight'/}                            | ${'one of them is enough'}
	${{ quarterlyAmount: '0' }}                                                                            | ${/'quarterlyAmount' must be above 0/}                                                           | ${'a quarter is checked like a month'}
	${{ yearlyAmount: '0.001' }}                                                                           | ${/'yearlyAmount' must be whole minor units of EUR/}                                             | ${'and so is a year'}
	${{ yearlyAmount: '1', yearStart: '4' }}                                                               | ${/'yearStart'/}                                                                                 | ${'months have names'}
	${{ yearlyAmount: '1', amountsFrom: [{ from: '2026-11-01', quarterlyAmount: '2' }] }}                  | ${/'quarterlyAmount' on 2026-11-01, in the middle of a quarter: enter 2026-10-01 or 2027-01-01/} | ${'a quarter begins with its first month'}
	${{ yearlyAmount: '1', yearStart: 'april', amountsFrom: [{ from: '2027-01-01', yearlyAmount: '2' }] }} | ${/'yearlyAmount' on 2027-01-01, in the middle of a year: enter 2026-04-01 or 2027-04-01/}       | ${'a fiscal year begins in April'}
	${{ yearlyAmount: '1', amountsFrom: [{ from: '2027-01-01' }] }}                                        | ${/needs an amount from 2027-01-01: 'dailyAmount', .*'quarterlyAmount' or 'yearlyAmount'/}       | ${'a date without an amount changes nothing'}
`('$changes is refused: $because', ({ changes, message }) => {
	const base = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC' };
	expect(() => createState({ ...base, ...changes })).toThrow(message);
});
