import { AGE_BINS, ageBin, ARRIVING, type Arrivals, binAgeHours } from '../ledger/arrivals';
import { deliveredHours, type Ledger } from '../ledger/ledger';

/** What is usual before anything was seen: the share reported with the hour itself, and the mean delay of the rest. */
interface Usual {
	readonly atOnce: number;
	readonly meanDelayHours: number;
}

/** What ad platforms usually do. */
const USUAL_OF_CONVERSIONS: Usual = { atOnce: 0.6, meanDelayHours: 8 };
const USUAL_OF_SPEND: Usual = { atOnce: 0.6, meanDelayHours: 1 };

/** The least money that is counted: without any spend, too, something must be usual. */
const MICRO = 1e-6;

/** What is usual counts as much as so many conversions, or as the spend of so many hours. */
const BELIEF_CONVERSIONS = 20;
const BELIEF_HOURS = 3;

/** Share of an hour's figures that is reported at an age in milliseconds, 0..1; constant within a bin of ages. */
export type Delay = (ageMs: number) => number;

/** Learns which share of an hour's conversions is reported at an age. */
export function conversionDelay(ledger: Ledger): Delay {
	const { young } = byAge(ledger, ARRIVING.conversions);
	return chainLadder(ledger.arrivals, young, BELIEF_CONVERSIONS, USUAL_OF_CONVERSIONS);
}

/** Learns which share of an hour's spend is reported at an age. */
export function spendDelay(ledger: Ledger): Delay {
	const { young, mean } = byAge(ledger, ARRIVING.spend);
	return chainLadder(ledger.spendArrivals, young, BELIEF_HOURS * Math.max(MICRO, mean), USUAL_OF_SPEND);
}

/** What the windows of each age have now, and the mean over all. */
function byAge(ledger: Ledger, amountOf: (typeof ARRIVING)['spend']): { young: Float64Array; mean: number } {
	const young = new Float64Array(AGE_BINS);
	const untilMs = ledger.dataUntilMs ?? 0;
	const hours = deliveredHours(ledger);
	for (const hour of hours) young[ageBin(untilMs - hour.endMs)]! += amountOf(hour) ?? 0;
	return { young, mean: young.reduce((sum, amount) => sum + amount, 0) / Math.max(1, hours.length) };
}

/**
 * Share that is reported at an age, F(age), from what restatements added.
 *
 * Chain ladder: of what hours had when they were older than bin b, the share that bin b added is its reverse hazard,
 * h_b = added_b / (present before b + added_b), and F(b - 1) = F(b) (1 - h_b) from F = 1 for the oldest. An hour counts from the
 * age at which it was first reported to the age that it has now. What is usual steadies it.
 *
 * @param young  (bins) what the hours of each age have now
 * @param belief weight of what is usual, in the unit of what arrives
 * @see T. Mack, ASTIN Bulletin 23, 1993; reverse hazards: S. W. Lagakos, L. M. Barraj, V. De Gruttola, Biometrika 75, 1988
 */
function chainLadder(arrivals: Arrivals | undefined, young: Float64Array, belief: number, usual: Usual): Delay {
	const { entered = [], added = [] } = arrivals ?? {};
	const usualAt = (bin: number) => 1 - (1 - usual.atOnce) * Math.exp(-binAgeHours(bin) / usual.meanDelayHours);
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
		const before = present[bin]! + belief * usualAt(bin - 1);
		const more = Math.max(0, added[bin] ?? 0) + belief * (usualAt(bin) - usualAt(bin - 1));
		reported[bin - 1] = (reported[bin]! * before) / (before + more);
	}
	return (ageMs) => reported[ageBin(ageMs)]!;
}
