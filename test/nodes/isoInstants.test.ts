import * as fc from 'fast-check';

import { isoInstants } from '../../nodes/shared/isoInstants';

const NOON = Date.parse('2026-11-23T12:00:00Z');

test.each`
	timeZone                 | instant                               | expected                       | because
	${'Europe/Berlin'}       | ${NOON}                               | ${'2026-11-23T13:00:00+01:00'} | ${'clocks in Berlin are ahead in winter'}
	${'America/Los_Angeles'} | ${NOON}                               | ${'2026-11-23T04:00:00-08:00'} | ${'and behind west of Greenwich'}
	${'America/St_Johns'}    | ${NOON}                               | ${'2026-11-23T08:30:00-03:30'} | ${'not every offset is of whole hours'}
	${'Pacific/Kiritimati'}  | ${NOON}                               | ${'2026-11-24T02:00:00+14:00'} | ${'the local day is another one'}
	${'UTC'}                 | ${NOON}                               | ${'2026-11-23T12:00:00+00:00'} | ${'UTC has an offset too'}
	${'Europe/Berlin'}       | ${Date.parse('2026-10-25T00:30:00Z')} | ${'2026-10-25T02:30:00+02:00'} | ${'the first time that clocks show 2:30'}
	${'Europe/Berlin'}       | ${Date.parse('2026-10-25T01:30:00Z')} | ${'2026-10-25T02:30:00+01:00'} | ${'is told from the second'}
	${'Europe/Berlin'}       | ${null}                               | ${null}                        | ${'what is unknown stays unknown'}
`('$instant in $timeZone is $expected: $because', ({ timeZone, instant, expected }) => {
	const fields = { atMs: instant as number | null, list: [{ sinceMs: instant as number | null }], items: 'Ms' };
	expect(isoInstants(fields, timeZone as string)).toEqual({
		at: expected as unknown,
		list: [{ since: expected as unknown }],
		items: 'Ms',
	});
});

test('an instant in ISO is the same one, to the second', () => {
	const zones = fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe');
	const seconds = fc.integer({ min: Date.parse('2000-01-01') / 1000, max: Date.parse('2199-12-31') / 1000 });
	fc.assert(
		fc.property(zones, seconds, (timeZone, second) => {
			expect(Date.parse(isoInstants({ atMs: 1000 * second }, timeZone).at)).toBe(1000 * second);
		}),
	);
});
