import { sum } from 'simple-statistics';

import type { Objective } from '../budget/budgetDefinition';
import { AGE_BINS, ageBin, ARRIVING, type Arrivals, binAgeHours } from '../ledger/arrivals';
import type { DeliveredHour } from '../ledger/deliveredHour';
import { deliveredHours, type Ledger } from '../ledger/ledger';
import { METHOD } from './method';

/** Prior of a reporting delay: a share is reported immediately, the rest after an exponential delay. */
interface DelayPrior {
	readonly shareAtOnce: number;
	readonly meanDelayHours: number;
	/** In the unit of the delayed figure. */
	readonly weight: number;
}

/** Minimum spend for the weight of the prior, which must be positive before anything is spent. */
const MIN_SPEND = 1e-6;

/** Share of an hour's figures reported by an age in milliseconds, 0..1; constant within an age bin. */
export type Delay = (ageMs: number) => number;

/** Learns the share of an hour's conversions reported by an age. */
export function conversionDelay(ledger: Ledger): Delay {
	const known = conversionDelays.get(ledger);
	if (known !== undefined) return known;
	const { young } = byAge(ledger, ARRIVING.conversions);
	const delay = chainLadder(ledger.arrivals, young, {
		shareAtOnce: METHOD.conversionsAtOnce,
		meanDelayHours: METHOD.conversionDelayHours,
		weight: METHOD.delayPriorConversions,
	});
	conversionDelays.set(ledger, delay);
	return delay;
}

/** The share of an hour's results of an objective reported by an age: clicks and impressions are reported with the spend. */
export const resultDelay = (objective: Objective, ledger: Ledger): Delay =>
	objective === 'clicks' || objective === 'reach' ? () => 1 : conversionDelay(ledger);

/** Ledgers are never changed, so each is learned from once. */
const conversionDelays = new WeakMap<Ledger, Delay>();

/**
 * Learns the share of an hour's spend reported by an age.
 *
 * @param atOnce prior of the share that is reported immediately
 */
export function spendDelay(ledger: Ledger, atOnce: number = METHOD.spendAtOnce): Delay {
	const { young, mean } = byAge(ledger, ARRIVING.spend);
	return chainLadder(ledger.spendArrivals, young, {
		shareAtOnce: atOnce,
		meanDelayHours: METHOD.spendDelayHours,
		weight: priorSpend(mean),
	});
}

/** Weight of the prior of spend, major units. */
const priorSpend = (mean: number): number => METHOD.delayPriorHours * Math.max(MIN_SPEND, mean);

/** A share from here on is all: nothing of it is late. */
const ALL_REPORTED = 0.99;

/**
 * The share of a window's spend that is reported, 0..1: of a running hour, of what it has spent until now.
 *
 * Where the platform states that it reports late, its stated lag is the prior, and settles an hour once it has passed. Elsewhere all counts as reported until
 * restatements show otherwise. A running hour was shown with `shown / due` of what it is shown with once it is over, and that with the share reported by then.
 */
export function spendReported(ledger: Ledger): (window: DeliveredHour) => number {
	const untilMs = ledger.dataUntilMs ?? -Infinity;
	const isStated = deliveredHours(ledger).some(({ preliminary }) => preliminary);
	const over = spendDelay(ledger, isStated ? METHOD.spendAtOnce : 1);
	const { shown, due } = ledger.runningSpend ?? { shown: 0, due: 0 };
	const weight = priorSpend(byAge(ledger, ARRIVING.spend).mean);
	const prior = isStated ? METHOD.runningShown : 1;
	const running = over(0) * Math.min(1, (shown + weight * prior) / (due + weight));
	const whole = (share: number) => (share >= ALL_REPORTED ? 1 : share);
	return ({ asOfMs, endMs, preliminary }) => {
		if (asOfMs !== null) return whole(running);
		return preliminary || !isStated ? whole(over(untilMs - endMs)) : 1;
	};
}

/** Current totals of the windows by age, and the mean over all windows. */
function byAge(ledger: Ledger, amountOf: (typeof ARRIVING)['spend']): { young: Float64Array; mean: number } {
	const young = new Float64Array(AGE_BINS);
	const untilMs = ledger.dataUntilMs ?? 0;
	const hours = deliveredHours(ledger);
	for (const hour of hours) young[ageBin(untilMs - hour.endMs)]! += amountOf(hour) ?? 0;
	return { young, mean: sum([...young]) / Math.max(1, hours.length) };
}

/**
 * Share reported by an age, F(age), learned from restatements.
 *
 * Chain ladder: the reverse hazard of bin b is the share it added to the total of hours that have passed it,
 * h_b = added_b / (present before b + added_b), and F(b - 1) = F(b) (1 - h_b), from F = 1 for the oldest bin. An hour counts from the
 * age of its first report to its current age. The prior enters as additional figures with the prior's delay.
 *
 * @param young (bins) current totals of the hours by age
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
