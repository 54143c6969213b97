import { UserError } from '../errors';
import { currencyDigits } from '../money/currency';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { splitMoney } from '../money/splitMoney';
import { sampleInterval } from '../pattern/quantiles';
import { matchedCurve } from './matchedCurve';
import { allocate } from '../response/allocate';
import type { MixAllocation } from './channelMixReport';
import type { MixOptions } from './mixOptions';
import type { MixResponse } from './mixResponse';

/** A channel whose money may move. */
export interface MixCell {
	readonly channel: string;
	/** Mean spend per period at present, major units. */
	readonly spend: number;
	/** Most that the channel ever spent in a period, and most of the pattern of its response. */
	readonly largest: number;
	readonly largestRecent: number;
	readonly response: MixResponse;
}

/** A channel gets at least and at most so much of its part in the present spend: beyond that its curve is a guess. */
const LEAST = 0.7;
const MOST = 1.5;

/** Rounds of making the expected curves for the amounts that came out of the round before. */
const ROUNDS = 4;

/**
 * Splits a budget per period over channels where the next unit of money is expected to bring most, exactly to the minor unit.
 *
 * Expected curves go into `allocate`; what the split brings is told from all draws.
 *
 * @throws UserError for bounds that are in conflict with each other or with the budget
 */
export function mixAllocation(
	cells: readonly MixCell[],
	{ currency, budget, bounds }: Pick<MixOptions, 'currency' | 'budget' | 'bounds'>,
): MixAllocation {
	const major = (units: number) => fromMinorUnits(units, currency);
	const spends = cells.map(({ spend }) => spend);
	const presentUnits = toMinorUnits(sum(spends), currency, 'nearest');
	const present = splitMoney(major(presentUnits), spends, currency).map((amount) =>
		toMinorUnits(amount, currency, 'nearest'),
	);
	const budgetUnits = budget === undefined ? presentUnits : toMinorUnits(budget, currency, 'nearest');
	const limits = cells.map(({ channel }, cell) => {
		const part = present[cell]! * (budgetUnits / Math.max(1, presentUnits));
		return unitBounds(bounds[channel] ?? {}, part, currency, channel);
	});
	const least = sum(limits.map(({ min }) => min));
	if (least > budgetUnits) {
		throw new UserError(
			`The minima of the channels add up to ${major(least)} ${currency}, more than the ${major(budgetUnits)} ${currency} to split`,
			'Lower the minima or raise the budget.',
		);
	}
	const amounts = split(cells, limits, budgetUnits, present, currency);
	const results = (units: readonly number[]) =>
		cells.map(({ response }, cell) => response.results(Number(major(units[cell]!))));
	const before = results(present);
	const after = results(amounts);
	const gains = before[0]!.map((_, draw) => sum(after.map((own, cell) => own[draw]! - before[cell]![draw]!)));
	return {
		present: major(presentUnits),
		budget: major(budgetUnits),
		channels: cells.map(({ channel, largest, largestRecent, response }, cell) => ({
			channel,
			present: major(present[cell]!),
			proposed: major(amounts[cell]!),
			min: major(limits[cell]!.min),
			max: major(limits[cell]!.max),
			expected: sampleInterval(after[cell]!),
			isBeyondHistory: (Number(major(amounts[cell]!)) / response.spend) * largestRecent > largest * (1 + SLIVER),
		})),
		unspendable: major(budgetUnits - sum(amounts)),
		gain: sampleInterval(gains),
		probabilityBetter: gains.filter((gain) => gain > 0).length / gains.length,
	};
}

/** (channels) minor units. */
function split(
	cells: readonly MixCell[],
	limits: readonly { min: number; max: number }[],
	budget: number,
	present: readonly number[],
	currency: string,
): number[] {
	const major = (units: number) => Number(fromMinorUnits(units, currency));
	const wholeUnits = 1 / 10 ** currencyDigits(currency);
	let amounts: readonly number[] = present.map(major);
	for (let round = 0; round < ROUNDS; round++) {
		amounts = allocate(
			cells.map(({ response }, cell) => ({
				curve: matchedCurve(response.expected, Math.max(wholeUnits, amounts[cell]!)),
				min: major(limits[cell]!.min),
				max: major(limits[cell]!.max),
			})),
			major(budget),
			{ wholeUnits },
		).amounts;
	}
	return amounts.map((amount) => toMinorUnits(amount, currency, 'nearest'));
}

/** Floating point noise in a product. */
const SLIVER = 1e-9;

/** A channel's bounds in minor units: its own, and where it has none those of its part. */
function unitBounds(
	own: MixOptions['bounds'][string],
	part: number,
	currency: string,
	channel: string,
): { min: number; max: number } {
	const min = own.min === undefined ? null : toMinorUnits(own.min, currency, 'up');
	const max = own.max === undefined ? null : toMinorUnits(own.max, currency, 'down');
	if (min !== null && max !== null && min > max) {
		throw new UserError(
			`The channel '${channel}' has a minimum above its maximum`,
			'Lower the minimum or raise the maximum.',
		);
	}
	return {
		min: min ?? Math.min(Math.floor(LEAST * part + SLIVER), max ?? Infinity),
		max: max ?? Math.max(Math.floor(MOST * part + SLIVER), min ?? 0),
	};
}

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);
