import { normalHazard } from '../statistics/normalHazard';

/** Below this many deviations a cap does not matter. */
const NO_CAP = -30;

/**
 * Expected demand of an hour that was stopped by its cap: the mean of a log-normal variable above its spend,
 *
 * E[Y | Y > spend] = spend * h(k + s / 2) / h(k - s / 2), with s^2 = log(1 + variance), k = log(spend / mean) / s and the normal hazard h
 *
 * @param mean     expected demand before the hour, > 0
 * @param variance relative to the squared mean
 * @returns at least the spend
 * @see J. Tobin, Econometrica 26, 1958
 */
export function spendAboveCap(spend: number, mean: number, variance: number): number {
	const deviation = Math.sqrt(Math.log(1 + variance));
	const distance = Math.log(spend / mean) / deviation;
	if (distance < NO_CAP) return mean;
	return (spend * normalHazard(distance + deviation / 2)) / normalHazard(distance - deviation / 2);
}
