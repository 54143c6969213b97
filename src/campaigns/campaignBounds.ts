import type { BoundCode, CampaignLimits } from './campaignLimits';
import { METHOD } from './method';

/** Lower and upper bound of a campaign's amount for a day, in minor units, with the constraints that set them. */
export interface CampaignBounds {
	readonly low: number;
	readonly high: number;
	/** Upper bound if growth were not limited. */
	readonly aim: number;
	readonly lowCode: BoundCode | null;
	readonly highCode: BoundCode | null;
}

/** A day to bound a campaign's amount on. Amounts in minor units. */
export interface DayToBound {
	readonly dayAmount: number;
	/** Spent today. */
	readonly spent: number;
	/** Maximum for a campaign without history. */
	readonly firstAmount: number;
	/** Whether the growth limit is lifted, because the campaigns could not take the whole amount within it. */
	readonly mayOutgrow: boolean;
	/** The largest amount worth offering; Infinity where demand is no limit. */
	readonly demand: number;
}

/** Floating point noise in the product of a fraction and an amount. */
const EPSILON = 1e-6;

/**
 * Bounds of a campaign's amount for a day: minima rounded up to the minor unit, maxima down.
 *
 * Order of precedence: the amount already spent, then maxima, then minima, then the maximum change from the last day. Without a maximum of its own, a
 * campaign gets at most four times its largest day.
 */
export function campaignBounds(limits: CampaignLimits, day: DayToBound): CampaignBounds {
	const { campaign, last, largest, targets } = limits;
	const { dayAmount, spent, firstAmount, mayOutgrow, demand } = day;
	const { minDailyShare = 0, maxDailyAmount, maxDailyShare = 1, maxDailyChange } = campaign;
	const minimum = Math.max(limits.minimum, Math.ceil(minDailyShare * dayAmount - EPSILON));
	const maximum = Math.min(
		limits.maximum,
		maxDailyShare === 1 ? Infinity : Math.floor(maxDailyShare * dayAmount + EPSILON),
	);
	const limitsChange = maxDailyChange !== undefined && last > 0;
	const lowered = limitsChange ? Math.ceil((1 - maxDailyChange) * last - EPSILON) : 0;
	const highs: (readonly [number, BoundCode])[] = [[maximum, 'maximum'], ...targets];
	if (limitsChange) highs.push([Math.max(minimum, Math.floor((1 + maxDailyChange) * last + EPSILON)), 'change']);
	if (demand < Infinity) highs.push([Math.max(minimum, demand), 'demand']);
	const withoutGrowth = lowest(highs);
	const growth = Math.max(minimum, largest > 0 ? METHOD.largestGrowth * largest : firstAmount);
	const limitsGrowth = !mayOutgrow && maxDailyAmount === undefined && growth < withoutGrowth[0];
	const [high, highCode] = limitsGrowth ? ([growth, 'growth'] as const) : withoutGrowth;
	const low = Math.min(high, Math.max(minimum, lowered));
	return {
		low: Math.max(spent, low),
		high: Math.max(spent, high),
		aim: Math.max(spent, withoutGrowth[0]),
		lowCode: low <= spent ? null : low <= minimum ? 'minimum' : 'change',
		highCode: high === Infinity ? null : highCode,
	};
}

/** The first of the lowest upper bounds. */
const lowest = (highs: readonly (readonly [number, BoundCode])[]): readonly [number, BoundCode] =>
	highs.reduce((least, other) => (other[0] < least[0] ? other : least));
