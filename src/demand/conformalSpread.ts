import { quantileSorted } from 'simple-statistics';

import { METHOD } from './method';
import { LEVEL, NORMAL_WIDTH } from '../statistics/interval';

/**
 * The factor on a model's deviations at which 80% of what it was not shown lies within its 80% intervals: a conformal correction for
 * what fitting hides and for tails that are not normal.
 *
 * spread = quantile(0.8, |left-out residuals|) / (1.28 * deviation), shrunk to 1 by 48 hours
 *
 * @param leftOut  (hours) what each hour was missed by, had it not been learned from
 * @param variance of residuals in the model
 * @see V. Vovk, A. Gammerman, G. Shafer, Algorithmic Learning in a Random World, 2005
 */
export function conformalSpread(leftOut: readonly number[], variance: number): number {
	const sorted = leftOut.map(Math.abs).sort((a, b) => a - b);
	const seen = quantileSorted(sorted, LEVEL) / ((NORMAL_WIDTH / 2) * Math.sqrt(variance));
	return (seen * sorted.length + METHOD.spreadPriorHours) / (sorted.length + METHOD.spreadPriorHours);
}
