import type { SpendModel } from './spendModel';

/** Relative variance of the cost of one click around its mean, and 1 for the Poisson number of clicks. */
const VARIANCE_PER_CLICK = 1.25;

const LEAST_NOISE = 0.003;

/** Variance of the log spend of an hour that is known: by its clicks, or that of all hours where they were not reported. */
export const hourNoise = (model: SpendModel, clicks: number | null): number =>
	clicks === null ? model.noiseVariance : LEAST_NOISE + VARIANCE_PER_CLICK / Math.max(1, clicks);
