import { IANAZone } from 'luxon';

import { isSameZone, isTimeZone, zoneOffsetMs } from '../../../src/time/zone';
import { mulberry32 } from '../../../src/statistics/seededRandom';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

test.each`
	zone               | known    | because
	${'Europe/Berlin'} | ${true}  | ${'an IANA zone'}
	${'UTC'}           | ${true}  | ${'UTC is one too'}
	${'Asia/Calcutta'} | ${true}  | ${'an old name'}
	${'Mars/Olympus'}  | ${false} | ${'not a zone'}
	${''}              | ${false} | ${'an empty name'}
`('$zone is a time zone: $known, $because', ({ zone, known }) => {
	expect(isTimeZone(zone)).toBe(known);
});

test.each`
	one                | other              | same     | because
	${'Europe/Berlin'} | ${'Europe/Berlin'} | ${true}  | ${'one name'}
	${'Asia/Calcutta'} | ${'Asia/Kolkata'}  | ${true}  | ${'an old name'}
	${'Asia/Kolkata'}  | ${'Asia/Calcutta'} | ${true}  | ${'the other way round'}
	${'Europe/Berlin'} | ${'Europe/Paris'}  | ${false} | ${'two zones with the same clock'}
	${'Europe/Berlin'} | ${'Mars/Olympus'}  | ${false} | ${'the second is not a zone'}
	${'Mars/Olympus'}  | ${'Europe/Berlin'} | ${false} | ${'the first is not a zone'}
	${'Mars/Olympus'}  | ${'Mars/Olympus'}  | ${true}  | ${'identical names'}
`('$one and $other mean the same: $same, $because', ({ one, other, same }) => {
	expect(isSameZone(one, other)).toBe(same);
	expect(isSameZone(one, other)).toBe(same);
});

test('zones compare the same after more pairs than are cached', () => {
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

test('offsets are right after more days than are cached', () => {
	for (let day = 0; day < 1100; day++) zoneOffsetMs(Date.UTC(2020, 0, 1 + day), 'Europe/Berlin');
	expect(zoneOffsetMs(Date.UTC(2020, 6, 1), 'Europe/Berlin')).toBe(120 * MINUTE_MS);
	expect(zoneOffsetMs(Date.UTC(2020, 0, 1), 'Europe/Berlin')).toBe(60 * MINUTE_MS);
});

test('an unknown zone is shown truncated, with what to do', () => {
	expect(() => zoneOffsetMs(0, `Mars/${'x'.repeat(70)}`)).toThrow(
		expect.objectContaining({
			name: 'UserError',
			message: `'Mars/${'x'.repeat(55)}' is not a time zone`,
			description: "Set 'Time Zone' to a name such as Europe/Berlin or America/New_York.",
		}),
	);
});

/** Zones of every kind: whole hours, halves and quarters; with and without summer time, which Morocco reverses. */
const ZONES = Intl.supportedValuesOf('timeZone');

test('offsets equal those of luxon in every zone, at 60 instants over 60 years', () => {
	const random = mulberry32(1);
	const differing = ZONES.filter((zone) => {
		const oracle = IANAZone.create(zone);
		return Array.from({ length: 60 }, () => Math.floor(Date.UTC(1980, 0) + random() * 60 * 365 * DAY_MS)).some(
			(instantMs) => zoneOffsetMs(instantMs, zone) !== oracle.offset(instantMs) * MINUTE_MS,
		);
	});
	expect(differing).toEqual([]);
});

test('offsets equal those of luxon in the minutes around every clock change of 2026 and 2027', () => {
	let changes = 0;
	for (const zone of ZONES) {
		const oracle = IANAZone.create(zone);
		for (let weekMs = Date.UTC(2026, 0); weekMs < Date.UTC(2028, 0); weekMs += 7 * DAY_MS) {
			if (oracle.offset(weekMs) === oracle.offset(weekMs + 7 * DAY_MS)) continue;
			const changeMs = firstMinute(weekMs, (ms) => oracle.offset(ms) !== oracle.offset(weekMs));
			changes++;
			for (const ms of [changeMs - MINUTE_MS, changeMs - 1, changeMs, changeMs + MINUTE_MS]) {
				expect([zone, ms, zoneOffsetMs(ms, zone)]).toEqual([zone, ms, oracle.offset(ms) * MINUTE_MS]);
			}
		}
	}
	expect(changes).toBeGreaterThan(400);
});

/** The first minute of a week from which a condition holds. */
function firstMinute(weekMs: number, holds: (ms: number) => boolean): number {
	let [low, high] = [0, 7 * 1440];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(weekMs + middle * MINUTE_MS)) high = middle;
		else low = middle + 1;
	}
	return weekMs + low * MINUTE_MS;
}
