import { sumSimple as sum } from 'simple-statistics';

import type { CellGroup } from './problem';
import { snapped } from './unitGrid';

/**
 * Rounds amounts to whole units that add up to the total: down first, then units back where they return most.
 *
 * Every cell ends on one of the two whole numbers around its amount and every group on one of those around its total, so
 * bounds that are whole units hold.
 *
 * @param amounts (cells) in units, adding up to the total but for floating point
 * @param total   whole units
 * @param gain    response of one more unit in a cell that has so many
 * @returns (cells) whole units
 */
export function roundToWholeUnits(
	amounts: readonly number[],
	total: number,
	groups: readonly CellGroup[],
	gain: (cell: number, units: number) => number,
): number[] {
	const units = amounts.map(Math.floor);
	let rest = total - sum(units);
	const oneMore: Candidate[] = [];
	for (const { cells } of groups) {
		const candidates = cells
			.filter((cell) => amounts[cell]! > units[cell]!)
			.map((cell) => ({ cell, gain: gain(cell, units[cell]!) }))
			.sort(mostFirst);
		const cut = sum(candidates.map(({ cell }) => amounts[cell]! - units[cell]!));
		const whole = snapped(sum(cells.map((cell) => units[cell]!)) + cut);
		const owed = Math.floor(whole) - sum(cells.map((cell) => units[cell]!));
		for (const { cell } of candidates.slice(0, owed)) units[cell]!++;
		rest -= owed;
		if (!Number.isInteger(whole)) oneMore.push(...candidates.slice(owed, owed + 1));
	}
	for (const { cell } of oneMore.sort(mostFirst).slice(0, rest)) units[cell]!++;
	return units;
}

interface Candidate {
	readonly cell: number;
	readonly gain: number;
}

const mostFirst = (a: Candidate, b: Candidate): number => b.gain - a.gain;
