import type { Limits } from '../budget/budgetDefinition';
import { toMinorUnits } from '../money/minorUnits';

/** The least and the most that one hour may have, in minor units, and which limits say so. */
export interface HourBounds {
	readonly low: number;
	readonly high: number;
	readonly lowCode: 'minimum-per-hour' | 'change-per-plan' | null;
	readonly highCode: 'maximum-per-hour' | 'change-per-plan' | null;
}

/** What the bounds of an hour depend on. Amounts in minor units. */
export interface BoundsInput {
	readonly limits: Limits;
	readonly currency: string;
	readonly dayAmount: number;
	/** Length of the hour in hours: half of one has half the bounds. */
	readonly hours: number;
	/** Delivered in the hour so far. */
	readonly delivered: number;
	/** What the plan before gave the hour; null if there is none. */
	readonly before: number | null;
}

/** Floating point noise in the product of a fraction and an amount. */
const SLIVER = 1e-6;

/**
 * Bounds of an hour from the budget's limits: minima rounded up to the minor unit, maxima down.
 *
 * What is delivered cannot be taken back and stands above every maximum; a maximum stands above every minimum.
 */
export function hourBounds({ limits, currency, dayAmount, hours, delivered, before }: BoundsInput): HourBounds {
	const { minHourlyAmount = 0, minHourlyShare = 0, maxHourlyAmount, maxHourlyShare = 1, maxChangePerPlan } = limits;
	const minimum = Math.max(
		Math.ceil(hours * toMinorUnits(minHourlyAmount, currency, 'up')),
		Math.ceil(hours * minHourlyShare * dayAmount - SLIVER),
	);
	const maximum = Math.min(
		maxHourlyAmount === undefined ? Infinity : Math.floor(hours * toMinorUnits(maxHourlyAmount, currency, 'down')),
		maxHourlyShare === 1 ? Infinity : Math.floor(hours * maxHourlyShare * dayAmount + SLIVER),
	);
	const [lowered, raised] =
		maxChangePerPlan === undefined || before === null
			? [0, Infinity]
			: [Math.ceil((1 - maxChangePerPlan) * before - SLIVER), Math.floor((1 + maxChangePerPlan) * before + SLIVER)];
	const most = Math.min(maximum, Math.max(raised, minimum));
	const least = Math.min(most, Math.max(minimum, lowered));
	return {
		low: Math.max(delivered, least),
		high: Math.max(delivered, most),
		lowCode: least === 0 || least <= delivered ? null : least <= minimum ? 'minimum-per-hour' : 'change-per-plan',
		highCode: most === Infinity ? null : most < maximum ? 'change-per-plan' : 'maximum-per-hour',
	};
}
