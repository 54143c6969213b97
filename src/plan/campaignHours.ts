import { sum } from 'simple-statistics';

import { roundShares } from '../money/roundShares';
import { toMinorUnits } from '../money/minorUnits';

/**
 * What each part spent by hour in whole minor units, so that the parts of an hour add up to its units and no part strays from its exact sum.
 *
 * Each hour's units are shared by what the parts have spent until then and were not yet given.
 *
 * @param micros (parts, hours)
 * @param units  (hours) minor units of all parts together: the rounding of their running sum
 * @returns (parts, hours)
 */
export function deliveredByPart(
	micros: readonly (readonly number[])[],
	units: readonly number[],
	currency: string,
): number[][] {
	const minorPerMicro = toMinorUnits(1, currency, 'nearest') / 1_000_000;
	const owed = micros.map(() => 0);
	const given = micros.map((): number[] => []);
	units.forEach((total, hour) => {
		micros.forEach((own, part) => (owed[part]! += own[hour]! * minorPerMicro));
		const cells = roundShares(
			owed.map((share) => Math.max(0, share)),
			total,
			owed.map(() => 0),
			owed.map(() => total),
		);
		cells.forEach((cell, part) => {
			owed[part]! -= cell;
			given[part]!.push(cell);
		});
	});
	return given;
}

/**
 * Spreads what each part has left over hours that have so much left, in whole units: rows and columns add up exactly.
 *
 * Every hour is shared in proportion to what the parts have left, so parts keep their proportions through the day.
 *
 * @param left  (parts) minor units
 * @param hours (hours) minor units, the same in all
 * @returns (parts, hours)
 */
export function spreadOverHours(left: readonly number[], hours: readonly number[]): number[][] {
	const open = [...left];
	const spread = left.map((): number[] => []);
	for (const money of hours) {
		const total = sum(open);
		const shares = open.map((own) => (total === 0 ? 0 : (own * money) / total));
		const cells = roundShares(
			shares,
			money,
			open.map(() => 0),
			open,
		);
		cells.forEach((cell, part) => {
			open[part]! -= cell;
			spread[part]!.push(cell);
		});
	}
	return spread;
}
