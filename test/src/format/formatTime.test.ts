import { formatInstant, formatTime } from '../../../src/format/formatTime';

test.each`
	instant                   | zone               | time       | day                     | because
	${'2026-11-23T14:30:59Z'} | ${'UTC'}           | ${'14:30'} | ${'23 Nov 2026, 14:30'} | ${'seconds are left out'}
	${'2026-11-23T23:05:00Z'} | ${'Europe/Berlin'} | ${'00:05'} | ${'24 Nov 2026, 00:05'} | ${'the clock of the zone, where a new day has begun'}
`('$instant in $zone is $day: $because', ({ instant, zone, time, day }) => {
	expect(formatTime(Date.parse(instant), zone)).toBe(time);
	expect(formatInstant(Date.parse(instant), zone)).toBe(day);
});
