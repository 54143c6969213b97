import { sum } from 'simple-statistics';

import type { BudgetDefinition } from '../budget/budgetDefinition';
import { formatUnits } from '../format/formatUnits';
import { roundShares } from '../money/roundShares';
import { scaleToTotal } from '../money/scaleToTotal';
import { type HourNote, limitNotes } from '../notes/planNotes';
import { hourBounds } from './hourBounds';
import { greatestBelow, leastAbove, limitChange } from './limitChange';

/** One hour to be planned. Amounts in minor units. */
export interface OpenHour {
	readonly hourIndex: number;
	/** Whole length in hours. */
	readonly hours: number;
	/** Remaining length in hours. */
	readonly hoursLeft: number;
	/** Delivered in it so far. */
	readonly delivered: number;
	/** The strategy's weight of the remaining part. */
	readonly weight: number;
	/** Amount in the previous plan; null without one. */
	readonly before: number | null;
	/** What it can spend, if its bid is not changed; absent if that is no bound. */
	readonly demand?: number | undefined;
}

export interface PlannedAmounts {
	/** (open hours) minor units, including what is delivered. */
	readonly amounts: readonly number[];
	/** (open hours) upper bounds. */
	readonly highs: readonly number[];
	/** Minor units that the maxima leave unallocated. */
	readonly unspendable: number;
	/** The limits that shaped the amounts. */
	readonly notes: readonly HourNote[];
}

/** Keeps every hour's weight above 0, so that the amount can always be allocated: a billionth of the average. */
const MIN_WEIGHT = 1e-9;

/**
 * Allocates the rest of the day's amount to the remaining hours: in proportion to the strategy's weights, with the learning reserve
 * spread evenly, within all limits, in whole minor units that add up exactly.
 *
 * x_h = clamp(delivered_h + s * w_h, low_h, high_h), adjusted to the maximum change from hour to hour, with the scale s at which
 * the hours add up. The budget has priority over the minima: if the rest of the day cannot meet them, each is reduced proportionally.
 * Rounding may exceed the maximum change from hour to hour by one minor unit.
 *
 * @param left minor units of the day's amount that past hours have not spent
 */
export function planAmounts(
	open: readonly OpenHour[],
	left: number,
	dayAmount: number,
	{ limits, currency }: BudgetDefinition,
): PlannedAmounts {
	const money = (units: number) => formatUnits(units, currency);
	const notes: HourNote[] = [];
	const delivered = open.map((hour) => hour.delivered);
	const available = Math.max(left, sum(delivered));
	const bounds = open.map(({ hours, delivered: own, before, demand }) =>
		hourBounds({ limits, currency, dayAmount, hours, delivered: own, before, demand }),
	);
	const highs = bounds.map(({ high }) => Math.min(high, available));

	const withinChange = (
		amounts: readonly number[],
		limit: (part: readonly number[], change: number) => readonly number[],
	) =>
		limits.maxHourlyChange === undefined ? amounts : limitUndelivered(open, amounts, limits.maxHourlyChange, limit);
	const upper = withinChange(highs, greatestBelow);
	const requiredLower = withinChange(
		bounds.map(({ low }) => Math.min(low, available)),
		leastAbove,
	).map((low, hour) => Math.min(low, upper[hour]!));
	const free = available - sum(delivered);
	const excess = sum(requiredLower) - sum(delivered);
	const reduction = excess > free ? free / excess : 1;
	const minima = Math.max(sum(bounds.map(({ low }) => low)), Math.ceil(sum(requiredLower) - EPSILON));
	if (minima > available) {
		notes.push(limitNotes.minimaUnreachable(money(minima), money(available)));
	}
	const lower = requiredLower.map((low, hour) => delivered[hour]! + reduction * (low - delivered[hour]!));

	const weights = shareWeights(open, limits.learningReserve ?? 0);
	const shapeAt = (scale: number) =>
		withinChange(
			weights.map((weight, hour) => Math.min(Math.max(delivered[hour]! + scale * weight, lower[hour]!), upper[hour]!)),
			limitChange,
		);
	const maxScale = Math.max(0, ...weights.map((weight, hour) => (upper[hour]! - delivered[hour]!) / weight));
	const allocatable = Math.min(available, Math.floor(sum(upper) + EPSILON));
	const shares = scaleToTotal(allocatable, shapeAt, maxScale);
	const amounts = roundShares(
		shares,
		allocatable,
		lower.map((low) => Math.floor(low + EPSILON)),
		highs,
	);
	bounds.forEach(({ low, high, lowCode, highCode }, hour) => {
		const { hourIndex } = open[hour]!;
		if (highCode !== null && amounts[hour] === high) notes.push(limitNotes.heldAt(highCode, money(high), hourIndex));
		else if (lowCode !== null && amounts[hour] === low) notes.push(limitNotes.keptAt(lowCode, money(low), hourIndex));
	});
	return { amounts, highs, unspendable: available - allocatable, notes };
}

/** Rounding error in sums of bounds, which are whole minor units. */
const EPSILON = 1e-6;

/** Weights that add up to 1: the strategy's, and an even spread over time for the learning reserve. */
function shareWeights(open: readonly OpenHour[], reserve: number): number[] {
	const hoursLeft = sum(open.map((hour) => hour.hoursLeft));
	const total = sum(open.map(({ weight }) => weight));
	return open.map(({ weight, hoursLeft: own }) => {
		const even = own / hoursLeft;
		const byStrategy = total > 0 ? weight / total : even;
		return (1 - reserve) * byStrategy + reserve * even + MIN_WEIGHT * even;
	});
}

/** Applies the maximum change to the hours after the last one with delivery: delivered spend cannot be adjusted. */
function limitUndelivered(
	open: readonly OpenHour[],
	amounts: readonly number[],
	change: number,
	limit: (part: readonly number[], change: number) => readonly number[],
): readonly number[] {
	const first = open.findLastIndex(({ delivered }) => delivered > 0) + 1;
	if (first === open.length) return amounts;
	return [...amounts.slice(0, first), ...limit(amounts.slice(first), change)];
}
