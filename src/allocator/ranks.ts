import type { Problem } from './problem';

/**
 * For each cell the cells that differ from it in height alone, itself included, highest first: same shape, bounds, group.
 *
 * Some best allocation gives such cells amounts that do not rise along this order: where the lower cell has more, it can
 * be exchanged with the higher one, since (a_i - a_j) g(x) does not fall in x.
 *
 * @returns (cells)
 */
export function ranks({ curves, lows, highs, groups }: Problem): (readonly number[])[] {
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
