import { isSameZone, isTimeZone, zoneOffsetMs } from '../../../src/time/zone';

const MINUTE_MS = 60_000;

test.each`
	zone               | known    | because
	${'Europe/Berlin'} | ${true}  | ${'an IANA zone'}
	${'UTC'}           | ${true}  | ${'so is this'}
	${'Asia/Calcutta'} | ${true}  | ${'an old name'}
	${'Mars/Olympus'}  | ${false} | ${'no zone'}
	${''}              | ${false} | ${'no name'}
`('$zone is a time zone: $known, $because', ({ zone, known }) => {
	expect(isTimeZone(zone)).toBe(known);
});

test.each`
	one                | other              | same     | because
	${'Europe/Berlin'} | ${'Europe/Berlin'} | ${true}  | ${'one name'}
	${'Asia/Calcutta'} | ${'Asia/Kolkata'}  | ${true}  | ${'an old name'}
	${'Asia/Kolkata'}  | ${'Asia/Calcutta'} | ${true}  | ${'the other way round'}
	${'Europe/Berlin'} | ${'Europe/Paris'}  | ${false} | ${'two zones with one clock'}
	${'Europe/Berlin'} | ${'Mars/Olympus'}  | ${false} | ${'one of them is none'}
	${'Mars/Olympus'}  | ${'Europe/Berlin'} | ${false} | ${'the other is none'}
	${'Mars/Olympus'}  | ${'Mars/Olympus'}  | ${true}  | ${'whatever it is, it is the same'}
`('$one and $other mean the same: $same, $because', ({ one, other, same }) => {
	expect(isSameZone(one, other)).toBe(same);
	expect(isSameZone(one, other)).toBe(same);
});

test('zones compare alike after more pairs than are remembered', () => {
	for (let count = 0; count < 150; count++) expect(isSameZone(`None/${count}`, 'UTC')).toBe(false);
	expect(isSameZone('Asia/Calcutta', 'Asia/Kolkata')).toBe(true);
});

test.each`
	instant                       | zone                     | minutes | because
	${'2026-03-29T00:59:59.999Z'} | ${'Europe/Berlin'}       | ${60}   | ${'the last moment of winter time'}
	${'2026-03-29T01:00:00Z'}     | ${'Europe/Berlin'}       | ${120}  | ${'the first of summer time'}
	${'2026-10-25T00:59:59.999Z'} | ${'Europe/Berlin'}       | ${120}  | ${'the last of summer time'}
	${'2026-10-25T01:00:00Z'}     | ${'Europe/Berlin'}       | ${60}   | ${'the first of winter time'}
	${'2026-07-01T12:00:00Z'}     | ${'America/New_York'}    | ${-240} | ${'west of Greenwich is behind'}
	${'2026-07-01T12:00:00Z'}     | ${'Asia/Kathmandu'}      | ${345}  | ${'three quarters of an hour'}
	${'2026-10-03T15:30:00Z'}     | ${'Australia/Lord_Howe'} | ${660}  | ${'half an hour of summer time'}
	${'1969-07-01T12:00:00Z'}     | ${'UTC'}                 | ${0}    | ${'before the epoch'}
`('$zone is $minutes minutes ahead at $instant: $because', ({ instant, zone, minutes }) => {
	expect(zoneOffsetMs(Date.parse(instant), zone)).toBe(minutes * MINUTE_MS);
});

test('offsets are right after more days than are remembered', () => {
	for (let day = 0; day < 1100; day++) zoneOffsetMs(Date.UTC(2020, 0, 1 + day), 'Europe/Berlin');
	expect(zoneOffsetMs(Date.UTC(2020, 6, 1), 'Europe/Berlin')).toBe(120 * MINUTE_MS);
	expect(zoneOffsetMs(Date.UTC(2020, 0, 1), 'Europe/Berlin')).toBe(60 * MINUTE_MS);
});

test('what is no zone is shown in part, with what to do', () => {
	expect(() => zoneOffsetMs(0, `Mars/${'x'.repeat(70)}`)).toThrow(
		expect.objectContaining({
			name: 'UserError',
			message: `'Mars/${'x'.repeat(55)}' is not a time zone`,
			description: "Set 'Time Zone' to a name such as Europe/Berlin or America/New_York.",
		}),
	);
});
