import type { BaseColumn } from './baseColumns';

/** What is left of a series, and its coefficients, once the base has explained what it can. */
export interface Projection {
	/** (periods and beliefs) */
	residual(values: ArrayLike<number>): Float64Array;
	/** (base columns) */
	coefficients(values: ArrayLike<number>): number[];
	/** Independent values in a residual. */
	readonly degrees: number;
}

/** A column of which the others leave less than this share says nothing of its own. */
const NOTHING_LEFT = 1e-8;

/** A second pass takes away what rounding left of the first. */
const PASSES = 2;

/**
 * Least squares on the base by Gram-Schmidt; a belief on a coefficient is one more row, in which the column stands at 1/belief.
 *
 * Columns that others explain get a coefficient of 0.
 *
 * @see A. Bjorck, Numerical Methods for Least Squares Problems, 1996, 2.4
 */
export function projection(columns: readonly BaseColumn[]): Projection {
	const periods = columns[0]!.values.length;
	const believed = columns.filter(({ belief }) => belief < Infinity);
	const length = periods + believed.length;
	const directions: {
		readonly column: number;
		readonly unit: Float64Array;
		readonly parts: number[];
		readonly size: number;
	}[] = [];
	columns.forEach((base, column) => {
		const vector = new Float64Array(length);
		vector.set(base.values);
		if (base.belief < Infinity) vector[periods + believed.indexOf(base)] = 1 / base.belief;
		const before = Math.sqrt(dot(vector, vector));
		const parts = directions.map(() => 0);
		for (let pass = 0; pass < PASSES; pass++) {
			directions.forEach(({ unit }, position) => {
				const part = dot(unit, vector);
				parts[position]! += part;
				subtract(vector, unit, part);
			});
		}
		const size = Math.sqrt(dot(vector, vector));
		if (size <= NOTHING_LEFT * before) return;
		directions.push({ column, unit: vector.map((value) => value / size), parts, size });
	});
	const residual = (values: ArrayLike<number>) => {
		const left = new Float64Array(length);
		left.set(values);
		for (const { unit } of directions) subtract(left, unit, dot(unit, left));
		return left;
	};
	return {
		degrees: length - directions.length,
		residual,
		coefficients(values) {
			const left = new Float64Array(length);
			left.set(values);
			const found = columns.map(() => 0);
			const along = directions.map(({ unit }) => dot(unit, left));
			for (let position = directions.length - 1; position >= 0; position--) {
				const { column, size } = directions[position]!;
				let value = along[position]!;
				for (let later = position + 1; later < directions.length; later++) {
					value -= directions[later]!.parts[position]! * found[directions[later]!.column]!;
				}
				found[column] = value / size;
			}
			return found;
		},
	};
}

/** The sum of products. */
export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
	let sum = 0;
	for (let position = 0; position < one.length; position++) sum += one[position]! * other[position]!;
	return sum;
}

function subtract(from: Float64Array, direction: Float64Array, times: number): void {
	for (let position = 0; position < from.length; position++) from[position]! -= times * direction[position]!;
}
