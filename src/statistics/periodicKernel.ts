import { zeros } from './zeros';

export const HOURS = 24;

/** Hyperparameters of the effects of the hours of a day: scale, length scale, and each hour's own variation. */
export interface Roughness {
	/** Standard deviation of a log effect. */
	readonly scale: number;
	/** Length scale on the circle of hours: at 0.6 effects vary within a few hours, at 1.2 within a part of the day. */
	readonly length: number;
	/** Standard deviation of an hour's own effect, relative to `scale`. */
	readonly own: number;
	/** Standard deviation of the level of all effects, relative to `scale`; 0 by default. */
	readonly level?: number;
}

/** Keeps the kernel invertible. */
const JITTER = 1e-6;

/** Kernels by roughness: learning tries the same few again and again. */
const kernels = new Map<string, Float64Array>();

/** (24 x 24) covariance matrix by rows, a function of the distance of two hours on the circle of hours. It is shared, so it is only to be read. */
export function kernelOf(roughness: Roughness): Float64Array {
	const { scale, length, own, level = 0 } = roughness;
	const key = `${scale} ${length} ${own} ${level}`;
	const known = kernels.get(key) ?? kernelFor({ scale, length, own, level });
	kernels.set(key, known);
	return known;
}

function kernelFor({ scale, length, own, level }: Required<Roughness>): Float64Array {
	const byDistance = Float64Array.from({ length: HOURS }, (_, distance) => {
		const turn = Math.sin((Math.PI * distance) / HOURS) / length;
		const alone = distance === 0 ? (scale * own) ** 2 + JITTER : 0;
		return scale ** 2 * (Math.exp(-2 * turn * turn) + level ** 2) + alone;
	});
	const kernel = new Float64Array(HOURS * HOURS);
	for (let row = 0; row < HOURS; row++) {
		for (let column = 0; column < HOURS; column++) {
			kernel[row * HOURS + column] = byDistance[Math.abs(row - column)]!;
		}
	}
	return kernel;
}

/** Lower Cholesky factor of I + R K R. */
export function factorise(kernel: Float64Array, root: Float64Array, factor: Float64Array): void {
	for (let row = 0; row < HOURS; row++) {
		const rowAt = row * HOURS;
		const rowRoot = root[row]!;
		let diagonal = 1 + rowRoot * rowRoot * kernel[rowAt + row]!;
		for (let column = 0; column < row; column++) {
			const columnAt = column * HOURS;
			let sum = rowRoot * kernel[rowAt + column]! * root[column]!;
			for (let inner = 0; inner < column; inner++) sum -= factor[rowAt + inner]! * factor[columnAt + inner]!;
			const entry = sum / factor[columnAt + column]!;
			factor[rowAt + column] = entry;
			diagonal -= entry * entry;
		}
		factor[rowAt + row] = Math.sqrt(diagonal);
	}
}

/** @param product receives it, another array than the vector */
export function times(matrix: Float64Array, vector: Float64Array, product: Float64Array): void {
	for (let row = 0; row < HOURS; row++) {
		let sum = 0;
		for (let column = 0; column < HOURS; column++) sum += matrix[row * HOURS + column]! * vector[column]!;
		product[row] = sum;
	}
}

function solveLower(factor: Float64Array, vector: Float64Array): void {
	for (let row = 0; row < HOURS; row++) {
		let sum = vector[row]!;
		for (let inner = 0; inner < row; inner++) sum -= factor[row * HOURS + inner]! * vector[inner]!;
		vector[row] = sum / factor[row * HOURS + row]!;
	}
}

/** Solves L L' x = vector in place. */
export function solve(factor: Float64Array, vector: Float64Array): void {
	solveLower(factor, vector);
	for (let row = HOURS - 1; row >= 0; row--) {
		let sum = vector[row]!;
		for (let inner = row + 1; inner < HOURS; inner++) sum -= factor[inner * HOURS + row]! * vector[inner]!;
		vector[row] = sum / factor[row * HOURS + row]!;
	}
}

/** Variances of the effects given observations: the diagonal of K - K R (I + R K R)^-1 R K. */
export function posteriorVariance(kernel: Float64Array, root: Float64Array, factor: Float64Array): number[] {
	const variances = zeros(HOURS);
	for (let hour = 0; hour < HOURS; hour++) {
		for (let row = 0; row < HOURS; row++) column[row] = root[row]! * kernel[row * HOURS + hour]!;
		solveLower(factor, column);
		let explained = 0;
		for (let row = 0; row < HOURS; row++) explained += column[row]! * column[row]!;
		variances[hour] = kernel[hour * HOURS + hour]! - explained;
	}
	return variances;
}

/** Of a matrix; what `posteriorVariance` works with. */
const column = new Float64Array(HOURS);
