import { gammaln } from 'simple-statistics';

import { normalQuantile } from './normalQuantile';

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** From here on five terms of Stirling's series are exact in floating point, and lose fewer digits than the library to cancellation in beta functions. */
const STIRLING_FROM = 16;

/** Below this the library loses digits, because it subtracts 1 from the argument. */
const RECURRENCE_BELOW = 0.5;

/**
 * Natural logarithm of the gamma function for x > 0, to 2e-15: relative, and absolute where it is below 1.
 *
 * @see simple-statistics `gammaln` (C. Lanczos, SIAM J. Numer. Anal. B 1, 1964); NIST DLMF 5.5.1 for small x, 5.11.1 for large
 */
export function logGamma(x: number): number {
	if (x < RECURRENCE_BELOW) return gammaln(x + 1) - Math.log(x);
	if (x < STIRLING_FROM) return gammaln(x);
	const inverse = 1 / x;
	const square = inverse * inverse;
	const series = 1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)));
	return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + inverse * series;
}

/** Maximum number of terms of the series and the continued fraction; both converge much earlier for any shape in use. */
const MAX_TERMS = 10_000;
const PRECISION = 1e-16;

/**
 * Distribution function of the gamma distribution with rate 1: the regularised lower incomplete gamma function P(shape, x).
 *
 * @see NIST DLMF 8.11.4 (series) and 8.9.2 (continued fraction, by Lentz's method)
 */
export function gammaCdf(shape: number, x: number): number {
	if (x <= 0) return 0;
	const scale = Math.exp(shape * Math.log(x) - x - logGamma(shape));
	if (x < shape + 1) {
		let term = 1 / shape;
		let sum = term;
		for (let n = 1; n < MAX_TERMS && term > sum * PRECISION; n++) {
			term *= x / (shape + n);
			sum += term;
		}
		return Math.min(1, sum * scale);
	}
	let b = x + 1 - shape;
	let c = Infinity;
	let d = 1 / b;
	let fraction = d;
	for (let n = 1; n < MAX_TERMS; n++) {
		const a = -n * (n - shape);
		b += 2;
		d = 1 / (a * d + b);
		c = b + a / c;
		fraction *= c * d;
		if (Math.abs(c * d - 1) < PRECISION) break;
	}
	return Math.max(0, 1 - scale * fraction);
}

/**
 * Quantile of the gamma distribution with rate 1: the x with P(shape, x) = probability.
 *
 * Newton's method on log x from the Wilson-Hilferty approximation, kept inside a bracket.
 *
 * @param shape > 0
 * @param probability 0 < p < 1
 * @throws RangeError outside these
 * @see E. B. Wilson and M. M. Hilferty, PNAS 17, 1931
 */
export function gammaQuantile(shape: number, probability: number): number {
	if (!(shape > 0) || !(probability > 0 && probability < 1)) {
		throw new RangeError(`no quantile ${probability} of a gamma distribution of shape ${shape}`);
	}
	const tail = (Math.log(probability) + logGamma(shape + 1)) / shape;
	const spread = 1 / (9 * shape);
	const wilsonHilferty = shape * (1 - spread + normalQuantile(probability) * Math.sqrt(spread)) ** 3;
	let logX = wilsonHilferty > 0.1 * shape ? Math.log(wilsonHilferty) : tail;
	let low = -Infinity;
	let high = Infinity;
	for (let step = 0; step < 100; step++) {
		const x = Math.exp(logX);
		const below = gammaCdf(shape, x) - probability;
		if (below < 0) low = logX;
		else high = logX;
		const density = Math.exp(shape * logX - x - logGamma(shape));
		let next = logX - below / density;
		if (!(next > low && next < high)) {
			next = low === -Infinity ? logX - 1 : high === Infinity ? logX + 1 : (low + high) / 2;
		}
		if (Math.abs(next - logX) <= 1e-15 * Math.max(1, Math.abs(logX))) break;
		logX = next;
	}
	return Math.exp(logX);
}
