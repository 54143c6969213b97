import type { Problem } from './problem';

/**
 * For each cell, itself and the cells that differ from it only in height (same shape, bounds, group), highest first.
 *
 * Some optimal allocation has amounts that do not increase along this order: if a lower cell had more, exchanging both amounts would not
 * lose, because (a_i - a_j) g(x) does not decrease in x.
 *
 * @returns (cells)
 */
export function cellsByHeight({ curves, lows, highs, groups }: Problem): (readonly number[])[] {
	const sets = new Map<string, number[]>();
	const result: (readonly number[])[] = [];
	groups.forEach(({ cells }, group) => {
		for (const cell of cells) {
			const { kind, scale, power } = curves[cell]!;
			const key = [group, kind, scale, power, lows[cell], highs[cell]].join();
			const set = sets.get(key) ?? [];
			set.push(cell);
			sets.set(key, set);
			result[cell] = set;
		}
	});
	for (const set of sets.values()) set.sort((a, b) => curves[b]!.height - curves[a]!.height);
	return result;
}
