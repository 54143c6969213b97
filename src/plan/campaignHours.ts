import { sum } from 'simple-statistics';

import { roundShares } from '../money/roundShares';
import { toMinorUnits } from '../money/minorUnits';

/**
 * Spend of each part by hour in whole minor units. The parts of an hour add up to its units, and the sum of each part stays close to its exact spend.
 *
 * The units of an hour are shared in proportion to what each part has spent so far and has not yet been assigned.
 *
 * @param micros (parts, hours)
 * @param units  (hours) minor units of all parts together: their running sum, rounded
 * @returns (parts, hours)
 */
export function deliveredByPart(
	micros: readonly (readonly number[])[],
	units: readonly number[],
	currency: string,
): number[][] {
	const minorPerMicro = toMinorUnits(1, currency, 'nearest') / 1_000_000;
	const unassigned = micros.map(() => 0);
	const assigned = micros.map((): number[] => []);
	units.forEach((total, hour) => {
		micros.forEach((own, part) => (unassigned[part]! += own[hour]! * minorPerMicro));
		const cells = roundShares(
			unassigned.map((share) => Math.max(0, share)),
			total,
			unassigned.map(() => 0),
			unassigned.map(() => total),
		);
		cells.forEach((cell, part) => {
			unassigned[part]! -= cell;
			assigned[part]!.push(cell);
		});
	});
	return assigned;
}

/**
 * Spreads the remaining amounts of parts over the remaining amounts of hours, in whole units: rows and columns add up exactly.
 *
 * Every hour is shared in proportion to the remaining amounts of the parts, so the proportions hold through the day.
 *
 * @param left  (parts) minor units
 * @param hours (hours) minor units, with the same total
 * @returns (parts, hours)
 */
export function spreadOverHours(left: readonly number[], hours: readonly number[]): number[][] {
	const open = [...left];
	const spread = left.map((): number[] => []);
	for (const amount of hours) {
		const total = sum(open);
		const shares = open.map((own) => (total === 0 ? 0 : (own * amount) / total));
		const cells = roundShares(
			shares,
			amount,
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
