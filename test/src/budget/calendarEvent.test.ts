import { CalendarEvent, eventsOn } from '../../../src/budget/calendarEvent';

const event = (start: string, repeats?: 'weekly' | 'monthly' | 'yearly', end?: string) =>
	CalendarEvent.parse({ name: 'Event', start, ...(repeats && { repeats }), ...(end && { end }) });

describe('an event', () => {
	test.each`
		event                                           | date            | is       | because
		${event('2026-11-27')}                          | ${'2026-11-27'} | ${true}  | ${'one day by default'}
		${event('2026-11-27')}                          | ${'2025-11-27'} | ${false} | ${'it repeats only if set to'}
		${event('2026-11-27', undefined, '2026-11-30')} | ${'2026-11-30'} | ${true}  | ${'its last day is part of it'}
		${event('2026-11-27', undefined, '2026-11-30')} | ${'2026-12-01'} | ${false} | ${'the day after is not'}
		${event('2026-11-29', 'weekly')}                | ${'2026-12-06'} | ${true}  | ${'the Sunday after'}
		${event('2026-11-29', 'weekly')}                | ${'2026-03-29'} | ${true}  | ${'a Sunday before its start'}
		${event('2026-11-29', 'weekly')}                | ${'2026-12-07'} | ${false} | ${'a Monday'}
		${event('2026-11-28', 'weekly', '2026-11-29')}  | ${'2027-01-03'} | ${true}  | ${'the second day of a weekend, across the turn of the year'}
		${event('2026-12-25', 'yearly')}                | ${'2027-12-25'} | ${true}  | ${'a year later'}
		${event('2026-12-25', 'yearly')}                | ${'2024-12-25'} | ${true}  | ${'before its start, where its factor is learned'}
		${event('2026-12-25', 'yearly')}                | ${'2027-11-25'} | ${false} | ${'the same day of another month'}
		${event('2028-02-29', 'yearly')}                | ${'2028-02-29'} | ${true}  | ${'leap years have the day'}
		${event('2028-02-29', 'yearly')}                | ${'2027-02-28'} | ${true}  | ${'in other years it is on the last day of February'}
		${event('2028-02-29', 'yearly')}                | ${'2027-03-01'} | ${false} | ${'and not on the first of March'}
		${event('2028-02-29', 'yearly')}                | ${'2032-02-28'} | ${false} | ${'nor the day before in a leap year'}
		${event('2026-12-30', 'yearly', '2027-01-02')}  | ${'2029-01-01'} | ${true}  | ${'across the turn of the year'}
		${event('2026-12-30', 'yearly', '2027-01-02')}  | ${'2029-01-03'} | ${false} | ${'four days, not five'}
		${event('2026-01-31', 'monthly')}               | ${'2026-04-30'} | ${true}  | ${'the last day of a month of thirty'}
		${event('2026-01-31', 'monthly')}               | ${'2026-02-28'} | ${true}  | ${'the last day of February'}
		${event('2026-01-31', 'monthly')}               | ${'2028-02-28'} | ${false} | ${'which in a leap year is the 29th'}
		${event('2026-01-31', 'monthly')}               | ${'2026-03-30'} | ${false} | ${'March has its 31st'}
		${event('2026-01-01', 'monthly')}               | ${'2025-07-01'} | ${true}  | ${'payday, before its start too'}
		${event('2026-01-01', 'monthly')}               | ${'2026-07-02'} | ${false} | ${'the day after payday'}
		${event('2026-01-30', 'monthly', '2026-02-02')} | ${'2026-03-03'} | ${true}  | ${'the fourth of four days from 28 February'}
		${event('2026-01-30', 'monthly', '2026-02-02')} | ${'2026-03-04'} | ${false} | ${'there is no fifth'}
		${event('2026-01-01', 'monthly', '2026-01-28')} | ${'2026-05-28'} | ${true}  | ${'as long as the shortest month'}
		${event('2026-01-01', 'monthly', '2026-01-28')} | ${'2026-05-29'} | ${false} | ${'and no longer'}
	`('of $event.start to $event.end, $event.repeats, on $date: $is, $because', ({ event: one, date, is }) => {
		expect(eventsOn([one], date)).toEqual(is ? [one] : []);
	});

	test.each`
		start           | end             | repeats      | message
		${'2026-01-01'} | ${'2026-01-07'} | ${'weekly'}  | ${/lasts 7 days: one that repeats weekly may last 6/}
		${'2026-01-01'} | ${'2026-01-29'} | ${'monthly'} | ${/lasts 29 days: one that repeats monthly may last 28/}
		${'2026-01-01'} | ${'2027-01-01'} | ${'yearly'}  | ${/lasts 366 days: one that repeats yearly may last 365/}
	`('from $start to $end may not repeat $repeats', ({ start, end, repeats, message }) => {
		expect(() => event(start, repeats, end)).toThrow(message);
	});

	test('has local dates, so clock changes do not move its days', () => {
		const days = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26'];
		const sundays = [event('2026-03-29', 'yearly'), event('2026-10-25', 'yearly')];
		expect(days.map((date) => eventsOn(sundays, date).length)).toEqual([0, 1, 0, 0, 1, 0]);
	});
});
