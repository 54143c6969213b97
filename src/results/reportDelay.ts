import { sum } from 'simple-statistics';

import { AGE_BINS, ageBin, ARRIVING, type Arrivals, binAgeHours } from '../ledger/arrivals';
import { deliveredHours, type Ledger } from '../ledger/ledger';
import { METHOD } from './method';

/** Prior of a reporting delay: a share is reported with the hour itself, the rest after an exponential delay. */
interface DelayPrior {
	readonly shareAtOnce: number;
	readonly meanDelayHours: number;
	/** In the unit of what arrives. */
	readonly weight: number;
}

/** The least spend that gives the prior a weight: there must be one before anything was spent. */
const MICRO = 1e-6;

/** Share of an hour's figures that is reported at an age in milliseconds, 0..1; constant within a bin of ages. */
export type Delay = (ageMs: number) => number;

/** Learns which share of an hour's conversions is reported at an age. */
export function conversionDelay(ledger: Ledger): Delay {
	const { young } = byAge(ledger, ARRIVING.conversions);
	return chainLadder(ledger.arrivals, young, {
		shareAtOnce: METHOD.conversionsAtOnce,
		meanDelayHours: METHOD.conversionDelayHours,
		weight: METHOD.delayPriorConversions,
	});
}

/** Learns which share of an hour's spend is reported at an age. */
export function spendDelay(ledger: Ledger): Delay {
	const { young, mean } = byAge(ledger, ARRIVING.spend);
	return chainLadder(ledger.spendArrivals, young, {
		shareAtOnce: METHOD.spendAtOnce,
		meanDelayHours: METHOD.spendDelayHours,
		weight: METHOD.delayPriorHours * Math.max(MICRO, mean),
	});
}

/** What the windows of each age have now, and the mean over all. */
function byAge(ledger: Ledger, amountOf: (typeof ARRIVING)['spend']): { young: Float64Array; mean: number } {
	const young = new Float64Array(AGE_BINS);
	const untilMs = ledger.dataUntilMs ?? 0;
	const hours = deliveredHours(ledger);
	for (const hour of hours) young[ageBin(untilMs - hour.endMs)]! += amountOf(hour) ?? 0;
	return { young, mean: sum([...young]) / Math.max(1, hours.length) };
}

/**
 * Share that is reported at an age, F(age), from what restatements added.
 *
 * Chain ladder: of what hours had when they were older than bin b, the share that bin b added is its reverse hazard,
 * h_b = added_b / (present before b + added_b), and F(b - 1) = F(b) (1 - h_b) from F = 1 for the oldest. An hour counts from the
 * age at which it was first reported to the age that it has now. The prior adds its weight to what was present, and arrives as it says.
 *
 * @param young (bins) what the hours of each age have now
 * @see T. Mack, ASTIN Bulletin 23, 1993; reverse hazards: S. W. Lagakos, L. M. Barraj, V. De Gruttola, Biometrika 75, 1988
 */
function chainLadder(arrivals: Arrivals | undefined, young: Float64Array, prior: DelayPrior): Delay {
	const { entered = [], added = [] } = arrivals ?? {};
	const priorAt = (bin: number) => 1 - (1 - prior.shareAtOnce) * Math.exp(-binAgeHours(bin) / prior.meanDelayHours);
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
		const before = present[bin]! + prior.weight * priorAt(bin - 1);
		const more = Math.max(0, added[bin] ?? 0) + prior.weight * (priorAt(bin) - priorAt(bin - 1));
		reported[bin - 1] = (reported[bin]! * before) / (before + more);
	}
	return (ageMs) => reported[ageBin(ageMs)]!;
}
