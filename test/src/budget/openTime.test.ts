import type { OpenHours } from '../../../src/budget/openHours';
import {
	isClosedDay,
	openFrom,
	openHoursBetween,
	openHoursOn,
	openShare,
	openShares,
	stretchesOn,
} from '../../../src/budget/openTime';
import { createState } from '../../../src/index';
import { localDay } from '../../../src/time/localDay';

const DEFINITION = { budgetId: 'b', currency: 'EUR', timeZone: 'Europe/Berlin', dailyAmount: '100.00' };

const OFFICE: OpenHours[] = [
	{ weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '08:30', to: '18:00' },
	{ weekdays: ['saturday'], from: '10:00', to: '14:00' },
];

/** Berlin's clocks went forward at 02:00 on 29 March 2026 and back at 03:00 on 25 October 2026, both Sundays. */
const NIGHT: OpenHours[] = [{ from: '01:30', to: '04:00' }];

describe('the open part of a clock hour', () => {
	test.each`
		openHours | date            | hour  | share  | because
		${OFFICE} | ${'2026-06-01'} | ${7}  | ${0}   | ${'before it opens'}
		${OFFICE} | ${'2026-06-01'} | ${8}  | ${0.5} | ${'it opens at half past'}
		${OFFICE} | ${'2026-06-01'} | ${9}  | ${1}   | ${'it is open'}
		${OFFICE} | ${'2026-06-01'} | ${18} | ${0}   | ${'it closes at six sharp'}
		${OFFICE} | ${'2026-06-06'} | ${9}  | ${0}   | ${'Saturdays begin later'}
		${OFFICE} | ${'2026-06-07'} | ${12} | ${0}   | ${'Sundays have no entry'}
		${NIGHT}  | ${'2026-03-29'} | ${1}  | ${0.5} | ${'the hour before clocks go forward'}
		${NIGHT}  | ${'2026-10-25'} | ${2}  | ${1}   | ${'both hours that are called 02:00'}
	`('$hour:00 on $date is $share: $because', ({ openHours, date, hour, share }) => {
		const closings = { timeZone: 'Europe/Berlin', openHours: openHours as OpenHours[] };
		const hours = localDay(date as string, 'Europe/Berlin').filter(({ localHour }) => localHour === hour);
		expect(hours.length).toBeGreaterThan(0);
		for (const one of hours) expect(openShare(closings, one)).toBe(share);
	});

	test('half hours of a change of half an hour have their own share', () => {
		const closings = { timeZone: 'Australia/Lord_Howe', openHours: [{ from: '02:30', to: '05:00' }] };
		const [short] = localDay('2026-10-04', 'Australia/Lord_Howe').filter(({ localHour }) => localHour === 2);
		expect(short!.endMs - short!.startMs).toBe(1_800_000);
		expect(openShare(closings, short!)).toBe(1);
	});
});

test('several entries add up, and what two of them share counts once', () => {
	const openHours = [
		{ from: '13:00', to: '17:00' },
		{ from: '08:00', to: '12:00' },
		{ from: '11:00', to: '12:30' },
	];
	expect(stretchesOn({ timeZone: 'UTC', openHours }, '2026-06-01')).toEqual([
		[480, 750],
		[780, 1020],
	]);
	expect(openHoursOn({ timeZone: 'UTC', openHours }, '2026-06-01')).toBe(8.5);
});

test('a flight with times is open from its first to its last', () => {
	const flight = { start: '2026-06-01', end: '2026-06-03', startTime: '14:00', endTime: '18:00' };
	const hours = (date: string, openHours?: OpenHours[]) => openHoursOn({ timeZone: 'UTC', flight, openHours }, date);
	expect(['2026-06-01', '2026-06-02', '2026-06-03'].map((date) => hours(date))).toEqual([10, 24, 18]);
	expect(['2026-06-01', '2026-06-02', '2026-06-03'].map((date) => hours(date, OFFICE))).toEqual([4, 9.5, 9.5]);
});

test.each`
	closings                                                            | date            | is       | because
	${{}}                                                               | ${'2026-12-25'} | ${false} | ${'nothing is said'}
	${{ events: [{ name: 'Sale', start: '2026-12-25', factor: 0.1 }] }} | ${'2026-12-25'} | ${false} | ${'a quiet day is not a closed one'}
	${{ events: [{ name: 'Xmas', start: '2026-12-25', factor: 0 }] }}   | ${'2026-12-25'} | ${true}  | ${'a factor of 0 closes it'}
	${{ events: [{ name: 'Xmas', start: '2026-12-25', factor: 0 }] }}   | ${'2026-12-26'} | ${false} | ${'and no other'}
	${{ openHours: OFFICE }}                                            | ${'2026-06-07'} | ${true}  | ${'no entry names Sunday'}
`('$date is closed: $is, because $because', ({ closings, date, is }) => {
	expect(isClosedDay({ timeZone: 'UTC', ...(closings as object) }, date as string)).toBe(is);
});

test.each`
	from                      | to                        | hours    | opens                     | because
	${'2026-06-05T18:00:00Z'} | ${'2026-06-08T07:00:00Z'} | ${4}     | ${'2026-06-06T10:00:00Z'} | ${'a weekend has the hours of its Saturday'}
	${'2026-06-06T13:20:00Z'} | ${'2026-06-08T09:00:00Z'} | ${7 / 6} | ${'2026-06-06T13:20:00Z'} | ${'it is open at the first instant'}
	${'2026-06-06T14:00:00Z'} | ${'2026-06-08T08:50:00Z'} | ${1 / 3} | ${'2026-06-08T08:30:00Z'} | ${'it opens at half past'}
	${'2026-06-06T14:00:00Z'} | ${'2026-06-08T08:00:00Z'} | ${0}     | ${'2026-06-08T08:00:00Z'} | ${'it is closed until the last instant'}
`('from $from to $to: $because', ({ from, to, hours, opens }) => {
	const closings = { timeZone: 'UTC', openHours: OFFICE };
	const [fromMs, toMs] = [Date.parse(from as string), Date.parse(to as string)];
	expect(openHoursBetween(closings, fromMs, toMs)).toBeCloseTo(hours as number, 9);
	expect(new Date(openFrom(closings, fromMs, toMs)).toISOString()).toBe(new Date(opens as string).toISOString());
});

test('hours of the week have the share of their weekday', () => {
	const shares = openShares({ openHours: OFFICE })!;
	expect([shares[8], shares[9], shares[24 * 5 + 9], shares[24 * 5 + 10], shares[167]]).toEqual([0.5, 1, 0, 1, 0]);
	expect(openShares({})).toBeUndefined();
});

test.each`
	changes                                                                                                    | message                                                                              | because
	${{ openHours: [{ from: '18:00', to: '08:00' }] }}                                                         | ${/must not cross midnight: enter two, from 18:00 to 24:00 and from 00:00 to 08:00/} | ${'a night is two entries'}
	${{ openHours: [{ from: '08:00', to: '08:00' }] }}                                                         | ${/start and end at 08:00: for a whole day enter 00:00 to 24:00/}                    | ${'it may be meant as all day'}
	${{ openHours: [{ from: '24:00', to: '24:00' }] }}                                                         | ${/must be a time of day such as 08:00/}                                             | ${'a day starts at 00:00'}
	${{ openHours: [{ from: '8 am', to: '18:00' }] }}                                                          | ${/must be a time of day such as 08:00/}                                             | ${'clocks have 24 hours'}
	${{ openHours: [] }}                                                                                       | ${/must name hours/}                                                                 | ${'never open is no budget'}
	${{ openHours: [{ weekdays: [], from: '08:00', to: '18:00' }] }}                                           | ${/must name a weekday/}                                                             | ${'on no day'}
	${{ flight: { start: '2026-06-01', end: '2026-06-01', amount: 1, startTime: '18:00', endTime: '09:00' } }} | ${/ends at 09:00, before it starts at 18:00 of the same day/}                        | ${'one day, times reversed'}
`('$changes is refused: $because', ({ changes, message }) => {
	expect(() => createState({ ...DEFINITION, ...(changes as object) })).toThrow(message as RegExp);
});
