import { sumSimple as sum } from 'simple-statistics';

import { UserError } from '../errors';
import { EPSILON } from './problem';

/** A lower or upper bound with the caller's name for it, such as "cells[3].min". */
export interface NamedBound {
	readonly name: string;
	readonly amount: number;
}

/** A set of cells whose total is bounded, with all bounds involved. */
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
 * Rejects infeasible bounds.
 *
 * @throws UserError that names the bounds in conflict and their sums
 */
export function checkFeasible(groups: readonly BoundedGroup[], ungrouped: readonly NamedBound[], budget: number): void {
	for (const { name, min, max, lows, highs } of groups) {
		if (total(lows) > max * (1 + EPSILON)) {
			throw new UserError(
				`The minima in group '${name}' add up to ${total(lows)}, more than its maximum of ${max}: ${listed(lows)}`,
				`Lower these minima or raise the maximum of '${name}'.`,
			);
		}
		if (total(highs) * (1 + EPSILON) < min) {
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
	if (total(needs) <= budget * (1 + EPSILON)) return;
	throw new UserError(
		`The minima add up to ${total(needs)}, more than the budget of ${budget}: ${listed(needs)}`,
		'Lower these minima or raise the budget.',
	);
}

/** Number of bounds listed in a message, the largest first. */
const MAX_BOUNDS_SHOWN = 5;

function listed(bounds: readonly NamedBound[]): string {
	const binding = bounds.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
	if (binding.length === 0) return 'none of its cells can spend';
	const shown = binding.slice(0, MAX_BOUNDS_SHOWN).map(({ name, amount }) => `${name} ${amount}`);
	const more = binding.length - shown.length;
	return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

const total = (bounds: readonly NamedBound[]): number => sum(bounds.map(({ amount }) => amount));
