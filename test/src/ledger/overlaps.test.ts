import fc from 'fast-check';

import type { DeliveredHour } from '../../../src/ledger/deliveredHour';
import { overlapFinder } from '../../../src/ledger/overlaps';

const HALF_HOUR_MS = 1_800_000;

const window = fc
	.record({ campaignId: fc.constantFrom('a', 'b'), start: fc.nat(12), halves: fc.integer({ min: 1, max: 4 }) })
	.map(
		({ campaignId, start, halves }) =>
			({ campaignId, startMs: start * HALF_HOUR_MS, endMs: (start + halves) * HALF_HOUR_MS }) as DeliveredHour,
	);

const overlap = (a: DeliveredHour, b: DeliveredHour): boolean =>
	a.campaignId === b.campaignId && a.startMs < b.endMs && b.startMs < a.endMs;

/** The windows that overlap no window kept before them. */
const apart = (windows: readonly DeliveredHour[]) =>
	windows.reduce<DeliveredHour[]>(
		(kept, next) => (kept.some((one) => overlap(one, next)) ? kept : [...kept, next]),
		[],
	);

test('a window overlaps if it shares time with a known hour of its campaign, or with a window kept before it', () => {
	fc.assert(
		fc.property(fc.array(window), fc.array(window), (some, others) => {
			const known = apart(some);
			const tested = others.toSorted((a, b) => a.startMs - b.startMs);
			const overlaps = overlapFinder(known);
			expect(tested.filter((one) => !overlaps(one))).toEqual(apart([...known, ...tested]).slice(known.length));
		}),
	);
});
