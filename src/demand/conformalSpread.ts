import { quantileSorted } from 'simple-statistics';

import { METHOD } from './method';
import { LEVEL, NORMAL_WIDTH } from '../statistics/interval';

/**
 * The factor on a model's deviations at which its 80% intervals cover 80% of left-out data: a conformal correction for
 * overfitting and for tails that are not normal.
 *
 * spread = quantile(0.8, |left-out residuals|) / (1.28 * deviation), shrunk to 1 by 48 hours
 *
 * @param leftOut  (hours) residuals of each hour, predicted without that hour
 * @param variance variance of the residuals in the model
 * @see V. Vovk, A. Gammerman, G. Shafer, Algorithmic Learning in a Random World, 2005
 */
export function conformalSpread(leftOut: readonly number[], variance: number): number {
	const sorted = leftOut.map(Math.abs).sort((a, b) => a - b);
	const seen = quantileSorted(sorted, LEVEL) / ((NORMAL_WIDTH / 2) * Math.sqrt(variance));
	return (seen * sorted.length + METHOD.spreadPriorHours) / (sorted.length + METHOD.spreadPriorHours);
}
