import { sum } from 'simple-statistics';

import { UserError } from '../errors';
import { parse } from '../parse';
import { Amount } from './amount';
import { Decimal } from './decimal';
import { fromMinorUnits, toMinorUnits } from './minorUnits';
import { roundShares } from './roundShares';
import { scaleToTotal } from './scaleToTotal';

/** Minimum and maximum of one part, major units. Default: 0 and no limit. */
export interface PartBounds {
	readonly min?: Amount;
	readonly max?: Amount;
}

/**
 * Splits an amount in proportion to weights, exactly: parts are whole minor units and add up to the amount.
 *
 * Shares are x_h = clamp(s * w_h, min_h, max_h) with one scale s for all; rounding is cumulative (see `roundShares`), so every
 * prefix is within half a minor unit of its exact value. Minima are rounded up to the minor unit, maxima down.
 *
 * @param amount  in major units, >= 0, without a fraction of the minor unit
 * @param weights (parts) finite, >= 0; a part of weight 0 gets its minimum
 * @param bounds  (parts)
 * @returns (parts) decimal strings in major units
 * @throws UserError if the bounds are infeasible, naming those in conflict
 * @throws RangeError if a weight is not a finite number >= 0, or the numbers of bounds and weights differ
 * @example splitMoney('100.00', [1, 1, 1], 'EUR') // ['33.33', '33.34', '33.33']
 */
export function splitMoney(
	amount: Amount,
	weights: readonly number[],
	currency: string,
	bounds: readonly PartBounds[] = weights.map(() => ({})),
): string[] {
	const total = wholeMinorUnits(parse(Amount, amount, 'amount to split'), currency);
	if (bounds.length !== weights.length) throw new RangeError(`${bounds.length} bounds for ${weights.length} weights`);
	const invalid = weights.find((weight) => !Number.isFinite(weight) || weight < 0);
	if (invalid !== undefined) throw new RangeError(`a weight of ${invalid} is not a finite number of at least 0`);
	const lows = bounds.map(({ min = 0 }) => toMinorUnits(parse(Amount, min, 'minimum of a part'), currency, 'up'));
	const highs = bounds.map(({ max }, part) => {
		if (max === undefined) return Math.max(total, lows[part]!);
		return toMinorUnits(parse(Amount, max, 'maximum of a part'), currency, 'down');
	});
	assertFeasible(total, weights, lows, highs, currency);
	const largest = Math.max(...weights);
	const relative = weights.map((weight) => (largest > 0 ? weight / largest : 0));
	const shapeAt = (scale: number) =>
		relative.map((weight, part) => Math.min(Math.max(scale * weight, lows[part]!), highs[part]!));
	const maxScale = Math.max(1, ...relative.map((weight, part) => (weight > 0 ? highs[part]! / weight : 0)));
	const shares = scaleToTotal(total, shapeAt, Math.min(maxScale, Number.MAX_VALUE));
	return roundShares(shares, total, lows, highs).map((units) => fromMinorUnits(units, currency));
}

function wholeMinorUnits(amount: Amount, currency: string): number {
	const units = toMinorUnits(amount, currency, 'down');
	if (new Decimal(fromMinorUnits(units, currency)).eq(amount)) return units;
	throw new UserError(
		`${amount} ${currency} is not a whole number of the currency's minor units`,
		`Round it to ${fromMinorUnits(units, currency)}, or check the currency.`,
	);
}

function assertFeasible(
	total: number,
	weights: readonly number[],
	lows: readonly number[],
	highs: readonly number[],
	currency: string,
): void {
	const shown = (units: number) => `${fromMinorUnits(units, currency)} ${currency}`;
	const crossed = lows.findIndex((low, part) => low > highs[part]!);
	if (crossed >= 0) {
		throw new UserError(
			`Part ${crossed + 1} has a minimum of ${shown(lows[crossed]!)} above its maximum of ${shown(highs[crossed]!)}`,
			'Lower the minimum or raise the maximum.',
		);
	}
	const minTotal = sum(lows);
	if (minTotal > total) {
		throw new UserError(
			`The minima add up to ${shown(minTotal)}, more than the ${shown(total)} to split`,
			'Lower the minima or raise the amount.',
		);
	}
	const maxTotal = sum(highs.map((high, part) => (weights[part]! > 0 ? high : lows[part]!)));
	if (maxTotal < total) {
		throw new UserError(
			`The maxima add up to ${shown(maxTotal)}, less than the ${shown(total)} to split`,
			'Raise the maxima, lower the amount, or give a weight above 0 to the parts that have none.',
		);
	}
}
