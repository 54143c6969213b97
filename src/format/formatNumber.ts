import type { Interval } from '../statistics/interval';
import { kept } from './kept';

/** A share as a whole percentage: 62%. */
export const formatPercent = (fraction: number): string =>
	kept('percent', () => new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 })).format(
		fraction,
	);

/** A probability, which a forecast never knows to be 0 or 1: 62%, above 99%. */
export function formatProbability(probability: number): string {
	if (probability > 0.99) return 'above 99%';
	return probability < 0.01 ? 'below 1%' : formatPercent(probability);
}

/** An expected number of conversions or other results: 7.4, 4,108. */
export const formatConversions = (count: number): string =>
	count < 100
		? count.toFixed(1)
		: kept('whole', () => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })).format(count);

/** A share that a person has set, to the hundredth of a percent that can be set: 12.25%. */
export const formatExactPercent = (fraction: number): string => `${Number((100 * fraction).toFixed(2))}%`;

/** A factor with its interval: 1.34 (1.12-1.58). */
export const formatFactor = ({ mean, low, high }: Interval): string =>
	`${threeDigits(mean)} (${threeDigits(low)}-${threeDigits(high)})`;

/** A number in three digits: 1.34, 0.0521, 1230. */
export const threeDigits = (factor: number): string => String(Number(factor.toPrecision(3)));

/** A number of things: 1 edit, 2 edits. */
export const formatCount = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
