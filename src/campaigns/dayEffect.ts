/** Results of campaigns on a day, with their prediction. */
export interface DayTotal {
	readonly result: number;
	readonly mean: number;
	/** Predictive variance of the result on a day without an effect. */
	readonly variance: number;
}

/** Shared day effect: the factor on the results of all campaigns, 1 on a usual day. */
export interface DayEffect {
	readonly effect: number;
	readonly relativeVariance: number;
}

/** Lower bound of the effect: no day is entirely without results. */
const MIN_EFFECT = 0.05;

/**
 * Shared day effect, estimated from the other campaigns: their results over their prediction, with the part of the deviation that chance explains taken
 * off (positive-part James-Stein shrinkage of a single mean).
 *
 * effect = 1 + s (R - 1) with R = result / mean, v = variance / mean^2 the chance variance of R, and s = max(0, 1 - v / (R - 1)^2). The variance of the
 * effect is s v. A day that is bad for all campaigns is therefore recognized at once.
 */
export function dayEffect(others: DayTotal): DayEffect {
	if (others.mean <= 0) return { effect: 1, relativeVariance: 0 };
	const deviation = others.result / others.mean - 1;
	const chance = others.variance / others.mean ** 2;
	const shrinkage = deviation ** 2 > chance ? 1 - chance / deviation ** 2 : 0;
	const effect = Math.max(MIN_EFFECT, 1 + shrinkage * deviation);
	return { effect, relativeVariance: (shrinkage * chance) / effect ** 2 };
}
