import * as z from 'zod/v4';

import { packNumbers, unpackNumbers } from './packedNumbers';

/**
 * One metric of many windows in stored state: a power of ten and the packed figures in units of it. Null is not reported.
 *
 * A figure n is packed as n + 1. A 0 begins a run of nulls and is followed by the number of nulls beyond the first. Figures that are not
 * decimal fractions, such as thirds, are stored as a plain list.
 */
export const FigureColumn = z.union([
	z.tuple([z.int().min(-9).max(6), z.string()]),
	z.array(z.number().min(0).nullable()),
]);
export type FigureColumn = z.output<typeof FigureColumn>;

/** Candidate powers of ten, the largest first: from whole major units in micros to nine decimals. */
const POWERS = [6, 5, 4, 3, 2, 1, 0, -1, -2, -3, -4, -5, -6, -7, -8, -9];

export function storeColumn(figures: readonly (number | null)[]): FigureColumn {
	const power = POWERS.find((power) => {
		const unit = unitOf(power);
		return figures.every((figure) => figure === null || isWhole(figure, unit));
	});
	if (power === undefined) return [...figures];
	const unit = unitOf(power);
	const numbers: number[] = [];
	let position = 0;
	while (position < figures.length) {
		const figure = figures[position]!;
		if (figure !== null) numbers.push(unitsOf(figure, unit) + 1);
		else {
			const first = position;
			while (figures[position + 1] === null) position++;
			numbers.push(0, position - first);
		}
		position++;
	}
	return [power, packNumbers(numbers)];
}

/**
 * The figures of a column, identical to the last bit.
 *
 * @param count number of windows
 * @returns null if the column does not have that many figures
 */
export function readColumn(column: FigureColumn, count: number): readonly (number | null)[] | null {
	if (!isPacked(column)) return column.length === count ? column : null;
	const [power, text] = column;
	const numbers = unpackNumbers(text);
	if (numbers === null) return null;
	const unit = unitOf(power);
	const figures: (number | null)[] = [];
	for (let position = 0; position < numbers.length; position++) {
		if (numbers[position]! > 0) figures.push(figureOf(numbers[position]! - 1, unit));
		else {
			const nulls = (numbers[++position] ?? Infinity) + 1;
			if (figures.length + nulls > count) return null;
			for (let filled = 0; filled < nulls; filled++) figures.push(null);
		}
	}
	return figures.length === count ? figures : null;
}

const isPacked = (column: FigureColumn): column is [number, string] => typeof column[1] === 'string';

/** A power of ten; a negative one as its inverse, because division by it is correctly rounded and multiplication by a fraction is not. */
interface Unit {
	readonly size: number;
	readonly isInverse: boolean;
}

const unitOf = (power: number): Unit => ({ size: 10 ** Math.abs(power), isInverse: power < 0 });

const figureOf = (units: number, { size, isInverse }: Unit): number => (isInverse ? units / size : units * size);
const unitsOf = (figure: number, { size, isInverse }: Unit): number =>
	Math.round(isInverse ? figure * size : figure / size);

function isWhole(figure: number, unit: Unit): boolean {
	const units = unitsOf(figure, unit);
	return Number.isSafeInteger(units + 1) && figureOf(units, unit) === figure;
}
