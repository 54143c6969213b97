import type { SpendModel } from './spendModel';

/** Relative variance of the cost of one click, plus 1 for the Poisson number of clicks. */
const VARIANCE_PER_CLICK = 1.25;

const MIN_NOISE = 0.003;

/** Variance of an observed hour's log spend: by its clicks, or by its hour of day where clicks were not reported. */
export const hourNoise = (model: SpendModel, localHour: number, clicks: number | null): number =>
	clicks === null ? model.noiseVariance[localHour]! : MIN_NOISE + VARIANCE_PER_CLICK / Math.max(1, clicks);
