import { AGE_BINS, ageBin, binAgeHours } from '../delivery/arrivals';
import { isMeasured } from '../delivery/deliveredHour';
import { deliveredHours, type Ledger } from '../delivery/ledger';

/** What is believed of delays before any restatement was seen: so many conversions' worth of evidence. */
const BELIEF = 20;

/** Share of conversions that is reported with the hour itself, and the mean delay of the rest: what ad platforms usually do. */
const AT_ONCE = 0.6;
const MEAN_DELAY_HOURS = 8;

/**
 * Learns which share of an hour's conversions is reported at an age: F(age), from what restatements added.
 *
 * Chain ladder: of the conversions that hours had when they were older than bin b, the share that bin b added is its reverse hazard,
 * h_b = added_b / (present before b + added_b), and F(b - 1) = F(b) (1 - h_b) from F = 1 for the oldest. An hour counts from the
 * age at which it was first reported to the age that it has now. A prior distribution with the weight of 20 conversions steadies it.
 *
 * @returns F of an age in milliseconds, 0..1; constant within a bin of ages
 * @see T. Mack, ASTIN Bulletin 23, 1993; reverse hazards: S. W. Lagakos, L. M. Barraj, V. De Gruttola, Biometrika 75, 1988
 */
export function learnDelay(ledger: Ledger): (ageMs: number) => number {
	const { entered = [], added = [] } = ledger.arrivals ?? {};
	const young = new Float64Array(AGE_BINS);
	const untilMs = ledger.dataUntilMs ?? 0;
	for (const hour of deliveredHours(ledger)) {
		if (isMeasured(hour) && hour.conversions !== null) young[ageBin(untilMs - hour.endMs)]! += hour.conversions;
	}
	const reported = new Float64Array(AGE_BINS).fill(1);
	const present = new Float64Array(AGE_BINS);
	let seen = entered[0] ?? 0;
	let left = 0;
	for (let bin = 1; bin < AGE_BINS; bin++) {
		left += young[bin - 1]!;
		seen += added[bin - 1] ?? 0;
		present[bin] = Math.max(0, seen - left);
		seen += entered[bin] ?? 0;
	}
	for (let bin = AGE_BINS - 1; bin > 0; bin--) {
		const before = present[bin]! + BELIEF * usual(binAgeHours(bin - 1));
		const more = Math.max(0, added[bin] ?? 0) + BELIEF * (usual(binAgeHours(bin)) - usual(binAgeHours(bin - 1)));
		reported[bin - 1] = (reported[bin]! * before) / (before + more);
	}
	return (ageMs) => reported[ageBin(ageMs)]!;
}

const usual = (ageHours: number): number => 1 - (1 - AT_ONCE) * Math.exp(-ageHours / MEAN_DELAY_HOURS);
