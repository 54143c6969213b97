import { sumSimple as sum } from 'simple-statistics';

import { UserError } from '../errors';
import { ROUNDING } from './problem';

/** A lower or an upper bound in the words of the caller, such as "cells[3].min". */
export interface NamedBound {
	readonly name: string;
	readonly amount: number;
}

/** A set of cells whose total is bounded, with every bound that plays a part. */
export interface BoundedGroup {
	readonly name: string;
	readonly min: number;
	readonly max: number;
	/** Of its cells. */
	readonly lows: readonly NamedBound[];
	/** Of its cells. */
	readonly highs: readonly NamedBound[];
}

/**
 * Refuses bounds that no allocation can keep.
 *
 * @throws UserError that names the bounds in conflict and their sums
 */
export function checkFeasible(groups: readonly BoundedGroup[], ungrouped: readonly NamedBound[], budget: number): void {
	for (const { name, min, max, lows, highs } of groups) {
		if (total(lows) > max * (1 + ROUNDING)) {
			throw new UserError(
				`The minima in group '${name}' add up to ${total(lows)}, more than its maximum of ${max}: ${listed(lows)}`,
				`Lower these minima or raise the maximum of '${name}'.`,
			);
		}
		if (total(highs) * (1 + ROUNDING) < min) {
			throw new UserError(
				`The maxima in group '${name}' add up to ${total(highs)}, less than its minimum of ${min}: ${listed(highs)}`,
				`Raise these maxima or lower the minimum of '${name}'.`,
			);
		}
	}
	const needs = [
		...ungrouped,
		...groups.flatMap(({ name, min, lows }) =>
			min > total(lows) ? [{ name: `groups['${name}'].min`, amount: min }] : lows,
		),
	];
	if (total(needs) <= budget * (1 + ROUNDING)) return;
	throw new UserError(
		`The minima add up to ${total(needs)}, more than the budget of ${budget}: ${listed(needs)}`,
		'Lower these minima or raise the budget.',
	);
}

/** A message stays readable: the largest bounds are the ones to change. */
const MOST_BOUNDS_SHOWN = 5;

function listed(bounds: readonly NamedBound[]): string {
	const binding = bounds.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
	if (binding.length === 0) return 'it has no cells that can take money';
	const shown = binding.slice(0, MOST_BOUNDS_SHOWN).map(({ name, amount }) => `${name} ${amount}`);
	const more = binding.length - shown.length;
	return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

const total = (bounds: readonly NamedBound[]): number => sum(bounds.map(({ amount }) => amount));
