import { studentQuantile } from './beta';
import { gammaQuantile } from './gamma';
import { normalQuantile } from './normalQuantile';
import { mulberry32 } from './seededRandom';

/** The same draws as quantiles of the uniform and of the standard normal distribution. */
export interface Draws {
	/** (paths) in (0, 1) */
	readonly uniform: Float64Array;
	/** (paths) */
	readonly normal: Float64Array;
}

/**
 * Random draws, identical in every call, so that a forecast depends only on the state and the instant.
 *
 * Latin hypercube: each column holds one draw from every slice of equal probability, shuffled by a fixed generator, so a few
 * hundred paths are as accurate as thousands of independent ones.
 *
 * @returns (columns or more); must not be modified
 * @see M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21, 1979
 */
export function drawColumns(columns: number, paths: number): readonly Draws[] {
	const known = drawn.get(paths) ?? { random: mulberry32(SEED), columns: [] };
	drawn.set(paths, known);
	while (known.columns.length < columns) {
		const uniform = shuffledSlices(paths, known.random);
		known.columns.push({ uniform, normal: uniform.map(normalQuantile) });
	}
	return known.columns;
}

/** Columns drawn so far by number of paths, with the generator of the next ones. */
const drawn = new Map<number, { readonly random: () => number; readonly columns: Draws[] }>();

/**
 * The first of these columns with the heavier tails of a mean estimated from few days: Student's t with days - 1 degrees of freedom,
 * and the normal distribution from 30 days on.
 *
 * @returns (paths)
 */
export function levelColumn(days: number, paths: number): Float64Array {
	const freedom = Math.max(MIN_FREEDOM, days - 1);
	const { uniform, normal } = drawColumns(1, paths)[0]!;
	if (freedom >= NORMAL_FREEDOM) return normal;
	const key = `${freedom} ${paths}`;
	const known = levels.get(key) ?? uniform.map((probability) => studentQuantile(freedom, probability));
	levels.set(key, known);
	return known;
}

/** With 2 degrees of freedom or fewer the variance is infinite. */
const MIN_FREEDOM = 3;

/** Degrees of freedom from which the t distribution is treated as normal. */
const NORMAL_FREEDOM = 29;

const levels = new Map<string, Float64Array>();

/**
 * Factors on standard deviations that are themselves estimated: sqrt(freedom / chi-square). Normal draws times the factors of their paths are Student's t with
 * as many degrees of freedom.
 *
 * @param column whose draws decide; no other use of it
 * @returns (paths); must not be modified
 */
export function scaleColumn(column: number, freedom: number, paths: number): Float64Array {
	const key = `${column} ${freedom} ${paths}`;
	const known =
		scales.get(key) ??
		drawColumns(column + 1, paths)[column]!.uniform.map((probability) =>
			Math.sqrt(freedom / 2 / gammaQuantile(freedom / 2, probability)),
		);
	scales.set(key, known);
	return known;
}

const scales = new Map<string, Float64Array>();

const SEED = 20_261_123;

/** The middle of every slice of equal probability, in random order. */
function shuffledSlices(paths: number, random: () => number): Float64Array {
	const column = Float64Array.from({ length: paths }, (_, path) => (path + 0.5) / paths);
	for (let last = paths - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[column[last], column[other]] = [column[other]!, column[last]!];
	}
	return column;
}
