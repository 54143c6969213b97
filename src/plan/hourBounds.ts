import type { Limits } from '../budget/limits';
import { toMinorUnits } from '../money/minorUnits';

/** Lower and upper bound of an hour's amount, in minor units, and the limits that set them. */
export interface HourBounds {
	readonly low: number;
	readonly high: number;
	readonly lowCode: 'minimum-per-hour' | 'change-per-plan' | null;
	readonly highCode: 'maximum-per-hour' | 'change-per-plan' | 'demand-of-hour' | null;
}

/** What determines the bounds of an hour. Amounts in minor units. */
export interface BoundsInput {
	readonly limits: Limits;
	readonly currency: string;
	readonly dayAmount: number;
	/** Length of the hour in hours; half an hour has half the bounds. */
	readonly hours: number;
	/** Delivered in the hour so far. */
	readonly delivered: number;
	/** Amount of the hour in the previous plan; null without one. */
	readonly before: number | null;
	/** What the hour can spend, in an hour whose bid is not changed; absent if that is no bound. */
	readonly demand?: number | undefined;
}

/** Rounding error in the product of a fraction and an amount. */
const EPSILON = 1e-6;

/**
 * Bounds of an hour from the budget's limits: minima rounded up to the minor unit, maxima down.
 *
 * Delivered spend cannot be taken back and overrides every maximum; a maximum overrides every minimum.
 */
export function hourBounds({
	limits,
	currency,
	dayAmount,
	hours,
	delivered,
	before,
	demand = Infinity,
}: BoundsInput): HourBounds {
	const { minHourlyAmount, minHourlyShare = 0, maxHourlyAmount, maxHourlyShare = 1, maxChangePerPlan } = limits;
	const minimum = Math.max(
		minHourlyAmount === undefined ? 0 : Math.ceil(hours * toMinorUnits(minHourlyAmount, currency, 'up')),
		Math.ceil(hours * minHourlyShare * dayAmount - EPSILON),
	);
	const maximum = Math.min(
		maxHourlyAmount === undefined ? Infinity : Math.floor(hours * toMinorUnits(maxHourlyAmount, currency, 'down')),
		maxHourlyShare === 1 ? Infinity : Math.floor(hours * maxHourlyShare * dayAmount + EPSILON),
	);
	const [lowered, raised] =
		maxChangePerPlan === undefined || before === null
			? [0, Infinity]
			: [Math.ceil((1 - maxChangePerPlan) * before - EPSILON), Math.floor((1 + maxChangePerPlan) * before + EPSILON)];
	const allowed = Math.min(maximum, Math.max(raised, minimum));
	const max = Math.min(allowed, demand);
	const min = Math.min(max, Math.max(minimum, lowered));
	return {
		low: Math.max(delivered, min),
		high: Math.max(delivered, max),
		lowCode: min === 0 || min <= delivered ? null : min <= minimum ? 'minimum-per-hour' : 'change-per-plan',
		highCode:
			max === Infinity
				? null
				: max < allowed
					? 'demand-of-hour'
					: max < maximum
						? 'change-per-plan'
						: 'maximum-per-hour',
	};
}
