import type { SpendModel } from '../demand/spendModel';
import type { Learning } from '../learning/learning';
import { trafficOf } from '../learning/trafficOf';
import { HOUR_MS } from '../time/durations';

/** Silence that chance explains no more often than this has a cause. */
const CHANCE_OF_SILENCE = 0.001;

/** Standard deviations over which a day's level is integrated, and the step. */
const REACH = 4;
const STEP = 0.25;

/**
 * Probability that nothing is spent where so much usually is: exp(-usual / unit) for counts, averaged over what is not known of the day's level.
 *
 * @param usual major units
 */
export function chanceOfNothing(
	{ unit, dayVariance, driftVariance, levelVariance }: SpendModel,
	usual: number,
): number {
	const variance = dayVariance + driftVariance + levelVariance;
	let chance = 0;
	let weights = 0;
	for (let z = -REACH; z <= REACH; z += STEP) {
		const weight = Math.exp(-(z ** 2) / 2);
		chance += weight * Math.exp((-usual / unit) * Math.exp(Math.sqrt(variance) * z - variance / 2));
		weights += weight;
	}
	return chance / weights;
}

/** Whether chance does not explain that nothing is spent where so much usually is. */
export const isNoChance = (model: SpendModel, usual: number): boolean =>
	chanceOfNothing(model, usual) <= CHANCE_OF_SILENCE;

/** What is usually spent from an instant to another, major units. */
export function usualSpend(learning: Learning, fromMs: number, untilMs: number): number {
	let spend = 0;
	for (let startMs = fromMs; startMs < untilMs; startMs += HOUR_MS) {
		spend += trafficOf({ startMs, endMs: Math.min(untilMs, startMs + HOUR_MS) }, learning);
	}
	return spend;
}
