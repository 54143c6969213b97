import { sumSimple as sum } from 'simple-statistics';

import type { CellGroup } from './problem';
import { snap } from './unitGrid';

/**
 * Rounds amounts to whole units that add up to the total: all down, then the remaining units to the largest gains.
 *
 * Every cell is rounded up or down, and so is every group's total; bounds in whole units therefore hold.
 *
 * @param amounts (cells) in units, adding up to the total but for floating point
 * @param total   whole units
 * @param gain    marginal response of one more unit in a cell, given its units
 * @returns (cells) whole units
 */
export function roundToWholeUnits(
	amounts: readonly number[],
	total: number,
	groups: readonly CellGroup[],
	gain: (cell: number, units: number) => number,
): number[] {
	const units = amounts.map(Math.floor);
	let remaining = total - sum(units);
	const oneMore: Candidate[] = [];
	for (const { cells } of groups) {
		const candidates = cells
			.filter((cell) => amounts[cell]! > units[cell]!)
			.map((cell) => ({ cell, gain: gain(cell, units[cell]!) }))
			.sort(byGain);
		const fractions = sum(candidates.map(({ cell }) => amounts[cell]! - units[cell]!));
		const whole = snap(sum(cells.map((cell) => units[cell]!)) + fractions);
		const granted = Math.floor(whole) - sum(cells.map((cell) => units[cell]!));
		for (const { cell } of candidates.slice(0, granted)) units[cell]!++;
		remaining -= granted;
		if (!Number.isInteger(whole)) oneMore.push(...candidates.slice(granted, granted + 1));
	}
	for (const { cell } of oneMore.sort(byGain).slice(0, remaining)) units[cell]!++;
	return units;
}

interface Candidate {
	readonly cell: number;
	readonly gain: number;
}

const byGain = (a: Candidate, b: Candidate): number => b.gain - a.gain;
