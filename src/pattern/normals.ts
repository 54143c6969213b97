import { normalQuantile } from './normal';

/**
 * Standard normal draws, the same every time: a forecast depends on the state and the instant alone.
 *
 * Latin hypercube: each column holds one draw from every slice of equal probability, shuffled by a fixed generator, so a few
 * hundred paths do what thousands of independent ones would.
 *
 * @returns (columns, paths)
 * @see M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21, 1979
 */
export function normalColumns(columns: number, paths: number): readonly Float64Array[] {
	const random = mulberry32(20_261_123);
	return Array.from({ length: columns }, () => {
		const column = Float64Array.from({ length: paths }, (_, path) => normalQuantile((path + 0.5) / paths));
		for (let last = paths - 1; last > 0; last--) {
			const other = Math.floor(random() * (last + 1));
			[column[last], column[other]] = [column[other]!, column[last]!];
		}
		return column;
	});
}

/** A small seeded generator of uniform numbers in [0, 1). */
function mulberry32(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let bits = Math.imul(state ^ (state >>> 15), 1 | state);
		bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
		return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
	};
}
