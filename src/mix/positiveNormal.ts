import { normalHazard, normalQuantile } from '../pattern/normal';

const LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;

/** Below this all but 1e-15 is above. */
const WHOLE = -8;

/** Logarithm of P(Z > z) of the standard normal distribution. */
export const logUpperTail = (z: number): number =>
	z < WHOLE ? 0 : -(z * z) / 2 - LOG_ROOT_TWO_PI - Math.log(normalHazard(z));

/** Below this logarithm of a probability its quantile is found by the tail's decay. */
const FAR_TAIL = -600;

/**
 * A draw from the normal distribution, given that it is positive.
 *
 * @param uniform in [0, 1)
 */
export function positiveNormal(mean: number, deviation: number, uniform: number): number {
	const z = -mean / deviation;
	const logTail = logUpperTail(z) + Math.log(1 - uniform);
	const beyond =
		logTail > FAR_TAIL ? -normalQuantile(Math.min(Math.exp(logTail), 1 - 1e-16)) : z - Math.log(1 - uniform) / z;
	return Math.max(0, mean + deviation * beyond);
}
