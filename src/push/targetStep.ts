import { Decimal } from '../money/decimal';
import type { TargetLever } from './biddingTarget';
import type { TargetWish } from './targetWish';

interface StepOptions {
	/** Values that were in force within the last week, the present one included. */
	readonly inForce: readonly Decimal[];
	/** Largest change within a week, as a fraction of each of these values. */
	readonly maxPerWeek: number;
	/** Largest change at once, as a fraction. */
	readonly maxPerPush: number;
	/** Step of values on the platform. */
	readonly increment: Decimal;
}

/**
 * The next value of a bidding target, rounded toward the present one: a looser target is a higher amount per result, or a lower ratio of revenue.
 *
 * It lies within `maxPerWeek` of every value that was in force within the last week, so that no sequence of changes exceeds that within any week.
 *
 * @returns the present value if nothing is left of the bound
 */
export function targetStep(
	current: Decimal,
	{ action, fraction }: Extract<TargetWish, { readonly fraction: number }>,
	lever: TargetLever,
	{ inForce, maxPerWeek, maxPerPush, increment }: StepOptions,
): Decimal {
	const isRaise = (action === 'loosen') === (lever === 'target-cpa');
	const sign = isRaise ? 1 : -1;
	const step = Math.min(fraction, maxPerWeek, maxPerPush);
	const bounds = inForce.map((value) => value.times(new Decimal(maxPerWeek).times(sign).plus(1)));
	const wanted = current.times(new Decimal(step).times(sign).plus(1));
	const whole = (value: Decimal) =>
		value
			.div(increment)
			.toDecimalPlaces(0, isRaise ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL)
			.times(increment);
	const next = whole(isRaise ? Decimal.min(wanted, ...bounds) : Decimal.max(wanted, ...bounds));
	const isChange = next.gt(0) && (isRaise ? next.gt(current) : next.lt(current));
	return isChange ? next : current;
}
