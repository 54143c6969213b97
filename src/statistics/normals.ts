import { studentQuantile } from './beta';
import { normalQuantile } from './normalQuantile';
import { mulberry32 } from './seededRandom';

/**
 * Standard normal draws, identical in every call, so that a forecast depends only on the state and the instant.
 *
 * Latin hypercube: each column holds one draw from every slice of equal probability, shuffled by a fixed generator, so a few
 * hundred paths are as accurate as thousands of independent ones.
 *
 * @returns (columns or more, paths); must not be modified
 * @see M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21, 1979
 */
export function normalColumns(columns: number, paths: number): readonly Float64Array[] {
	const known = drawn.get(paths) ?? { random: mulberry32(SEED), columns: [] };
	drawn.set(paths, known);
	while (known.columns.length < columns) known.columns.push(shuffledSlices(normalQuantile, paths, known.random));
	return known.columns;
}

/** Columns drawn so far by number of paths, with the generator of the next ones. */
const drawn = new Map<number, { readonly random: () => number; readonly columns: Float64Array[] }>();

/**
 * The first of these columns with the heavier tails of a mean estimated from few days: Student's t with days - 1 degrees of freedom,
 * and the normal distribution from 30 days on.
 */
export function levelColumn(days: number, paths: number): Float64Array {
	const freedom = Math.max(MIN_FREEDOM, days - 1);
	if (freedom >= NORMAL_FREEDOM) return normalColumns(1, paths)[0]!;
	const key = `${freedom} ${paths}`;
	const known = levels.get(key) ?? shuffledSlices((p) => studentQuantile(freedom, p), paths, mulberry32(SEED));
	levels.set(key, known);
	return known;
}

/** With 2 degrees of freedom or fewer the variance is infinite. */
const MIN_FREEDOM = 3;

/** Degrees of freedom from which the t distribution is treated as normal. */
const NORMAL_FREEDOM = 29;

const levels = new Map<string, Float64Array>();

const SEED = 20_261_123;

/** One quantile from every slice of equal probability, in random order. */
function shuffledSlices(quantile: (probability: number) => number, paths: number, random: () => number): Float64Array {
	const column = Float64Array.from({ length: paths }, (_, path) => quantile((path + 0.5) / paths));
	for (let last = paths - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[column[last], column[other]] = [column[other]!, column[last]!];
	}
	return column;
}
