import type { SpendModel } from './spendModel';

/** Relative variance of the cost of one click around its mean, and 1 for the Poisson number of clicks. */
const VARIANCE_PER_CLICK = 1.25;

const LEAST_NOISE = 0.003;

/** Variance of the log spend of an hour that is known: by its clicks, or where they were not reported by its hour of day. */
export const hourNoise = (model: SpendModel, localHour: number, clicks: number | null): number =>
	clicks === null ? model.noiseVariance[localHour]! : LEAST_NOISE + VARIANCE_PER_CLICK / Math.max(1, clicks);
