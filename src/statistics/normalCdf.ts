import { normalHazard } from './normalHazard';

/** Beyond this the probability is 0 or 1 in floating point. */
const MAX_Z = 38;

/** Distribution function of the standard normal distribution: the density over the hazard of the other tail. */
export function normalCdf(z: number): number {
	if (z <= -MAX_Z) return 0;
	if (z >= MAX_Z) return 1;
	return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / normalHazard(-z);
}
