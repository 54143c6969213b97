import { sum } from 'simple-statistics';

import type { BudgetDefinition } from '../budget/budgetDefinition';
import { formatMoney } from '../format/formatMoney';
import { fromMinorUnits } from '../money/minorUnits';
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
	/** Part of it still ahead, in hours. */
	readonly hoursLeft: number;
	/** Delivered in it so far. */
	readonly delivered: number;
	/** Strategy's weight of the part still ahead. */
	readonly weight: number;
	/** What the plan before gave it; null without one. */
	readonly before: number | null;
}

export interface PlannedAmounts {
	/** (open hours) minor units, what is delivered included. */
	readonly amounts: readonly number[];
	/** (open hours) the most each may have. */
	readonly highs: readonly number[];
	/** Minor units that the maxima leave no room for. */
	readonly unspendable: number;
	/** Which limits shaped them. */
	readonly notes: readonly HourNote[];
}

/** Keeps every hour's weight above 0, so that money always has somewhere to go: a billionth of the average. */
const LEAST_WEIGHT = 1e-9;

/**
 * Gives the money that is left to the hours that are left: in proportion to the strategy's weights with the learning reserve
 * spread evenly, within every limit, in whole minor units that add up exactly.
 *
 * x_h = clamp(delivered_h + s * w_h, low_h, high_h), bent to the largest change from hour to hour, at the one scale s at which
 * the hours add up. Money comes before limits: when a day has too little left for its minima, they shrink alike. Rounding to
 * minor units may add one of them to a change from hour to hour.
 *
 * @param left minor units of the day that hours gone by have not spent
 */
export function planAmounts(
	open: readonly OpenHour[],
	left: number,
	dayAmount: number,
	{ limits, currency }: BudgetDefinition,
): PlannedAmounts {
	const money = (units: number) => formatMoney(fromMinorUnits(units, currency), currency);
	const notes: HourNote[] = [];
	const delivered = open.map((hour) => hour.delivered);
	const available = Math.max(left, sum(delivered));
	const bounds = open.map((hour) => hourBounds({ ...hour, limits, currency, dayAmount }));
	const highs = bounds.map(({ high }) => Math.min(high, available));

	const chained = (amounts: readonly number[], bend: (part: readonly number[], change: number) => readonly number[]) =>
		limits.maxHourlyChange === undefined ? amounts : bendUntouched(open, amounts, limits.maxHourlyChange, bend);
	const most = chained(highs, greatestBelow);
	const wanted = chained(
		bounds.map(({ low }) => Math.min(low, available)),
		leastAbove,
	).map((low, hour) => Math.min(low, most[hour]!));
	const free = available - sum(delivered);
	const excess = sum(wanted) - sum(delivered);
	const fit = excess > free ? free / excess : 1;
	const minima = Math.max(sum(bounds.map(({ low }) => low)), Math.ceil(sum(wanted) - ROUNDING_NOISE));
	if (minima > available) {
		notes.push(limitNotes.minimaUnreachable(money(minima), money(available)));
	}
	const least = wanted.map((low, hour) => delivered[hour]! + fit * (low - delivered[hour]!));

	const weights = shareWeights(open, limits.learningReserve ?? 0);
	const shapeAt = (scale: number) =>
		chained(
			weights.map((weight, hour) => Math.min(Math.max(delivered[hour]! + scale * weight, least[hour]!), most[hour]!)),
			limitChange,
		);
	const enough = Math.max(0, ...weights.map((weight, hour) => (most[hour]! - delivered[hour]!) / weight));
	const room = Math.min(available, Math.floor(sum(most) + ROUNDING_NOISE));
	const shares = scaleToTotal(room, shapeAt, enough);
	const amounts = roundShares(
		shares,
		room,
		least.map((low) => Math.floor(low + ROUNDING_NOISE)),
		highs,
	);
	bounds.forEach(({ low, high, lowCode, highCode }, hour) => {
		const { hourIndex } = open[hour]!;
		if (highCode !== null && amounts[hour] === high) notes.push(limitNotes.heldAt(highCode, money(high), hourIndex));
		else if (lowCode !== null && amounts[hour] === low) notes.push(limitNotes.keptAt(lowCode, money(low), hourIndex));
	});
	return { amounts, highs, unspendable: available - room, notes };
}

/** Sums of bounds are whole minor units but for this. */
const ROUNDING_NOISE = 1e-6;

/** Weights that add up to 1: the strategy's, and evenly over time for the learning reserve. */
function shareWeights(open: readonly OpenHour[], reserve: number): number[] {
	const hoursLeft = sum(open.map((hour) => hour.hoursLeft));
	const total = sum(open.map(({ weight }) => weight));
	return open.map(({ weight, hoursLeft: own }) => {
		const even = own / hoursLeft;
		const byStrategy = total > 0 ? weight / total : even;
		return (1 - reserve) * byStrategy + reserve * even + LEAST_WEIGHT * even;
	});
}

/** Applies a limit of change to the hours in which nothing is delivered yet: facts are not bent. */
function bendUntouched(
	open: readonly OpenHour[],
	amounts: readonly number[],
	change: number,
	bend: (part: readonly number[], change: number) => readonly number[],
): readonly number[] {
	const first = open.findIndex(({ delivered }) => delivered === 0);
	if (first < 0) return amounts;
	return [...amounts.slice(0, first), ...bend(amounts.slice(first), change)];
}
