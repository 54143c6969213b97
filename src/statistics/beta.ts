import { logGamma } from './gamma';

/** Maximum number of terms of the continued fraction, which needs about the square root of the larger shape. */
const MAX_TERMS = 10_000;
const PRECISION = 1e-16;

/** Newton steps converge linearly at first and quadratically near the solution: shapes of 1e12 take thirty. */
const MAX_STEPS = 100;
/** Relative size below which a step is lost in rounding. */
const TOLERANCE = 1e-14;

/**
 * Distribution function of the beta distribution: the regularised incomplete beta function I_x(a, b).
 *
 * Ten digits for shapes up to 1e6; beyond, the logarithms of the gamma function cancel.
 *
 * @param a > 0
 * @param b > 0
 * @param x 0..1
 * @returns 0..1
 */
export function betaCdf(a: number, b: number, x: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	return Math.exp(logCdf(a, b, Math.log(x) - Math.log1p(-x)));
}

/**
 * Quantile of the beta distribution: the x with I_x(a, b) = probability.
 *
 * @param a > 0
 * @param b > 0
 * @param probability 0 < p < 1
 * @returns 0..1
 * @throws RangeError outside these
 */
export function betaQuantile(a: number, b: number, probability: number): number {
	if (!(a > 0 && b > 0 && a + b < Infinity) || !(probability > 0 && probability < 1)) {
		throw new RangeError(`no quantile ${probability} of a beta distribution of shapes ${a} and ${b}`);
	}
	return Math.exp(logSigmoid(logitQuantile(a, b, probability)));
}

/**
 * Quantile of Student's t distribution: the error of a mean of few values, in standard errors.
 *
 * t^2 / (df + t^2) follows the beta distribution of shapes 1/2 and df/2, so t^2 = df exp(logit of its quantile). The
 * smaller of the central and the tail probability is used, so that no digits are lost at either end.
 *
 * @param degreesOfFreedom > 0, need not be whole
 * @param probability      0 < p < 1
 * @returns negative below a probability of 1/2
 * @throws RangeError outside these
 * @see NIST DLMF 8.17; M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, 26.7.1
 * @example
 * studentQuantile(5, 0.975) // 2.5705818: a mean of six values is within 2.57 standard errors, 19 times in 20
 */
export function studentQuantile(degreesOfFreedom: number, probability: number): number {
	if (!(degreesOfFreedom > 0 && degreesOfFreedom < Infinity) || !(probability > 0 && probability < 1)) {
		throw new RangeError(`no quantile ${probability} of a t distribution with ${degreesOfFreedom} degrees of freedom`);
	}
	const between = 2 * Math.abs(probability - 0.5);
	if (between === 0) return 0;
	const tails = 2 * Math.min(probability, 1 - probability);
	const half = degreesOfFreedom / 2;
	const logit = between < tails ? logitQuantile(0.5, half, between) : -logitQuantile(half, 0.5, tails);
	return Math.sign(probability - 0.5) * Math.sqrt(degreesOfFreedom) * Math.exp(logit / 2);
}

/**
 * ln(x / (1 - x)) of the quantile of a beta distribution, which keeps all digits at both ends.
 *
 * ln I is concave in the logit, because the logit of a beta variable has a log-concave density. So Newton's method from a
 * point below the solution increases monotonically and never overshoots. ln I <= a logit - ln(a B(a, b)) gives the starting point.
 *
 * @see A. Prékopa, On logarithmic concave measures and functions, Acta Scientiarum Mathematicarum 34, 1973, on distribution functions of log-concave densities
 */
function logitQuantile(a: number, b: number, probability: number): number {
	if (probability > 0.5) return -logitQuantile(b, a, 1 - probability);
	const logProbability = Math.log(probability);
	let logit = (logProbability + Math.log(a) + logBeta(a, b)) / a;
	for (let step = 0; step < MAX_STEPS; step++) {
		const reached = logCdf(a, b, logit);
		const rise = (logProbability - reached) / Math.exp(logDensity(a, b, logit) - reached);
		if (!(rise > TOLERANCE * Math.max(1, Math.abs(logit)))) break;
		logit += rise;
	}
	return logit;
}

/** ln I at a logit; above the mean by symmetry, where the continued fraction converges. */
function logCdf(a: number, b: number, logit: number): number {
	const x = Math.exp(logSigmoid(logit));
	if (x > (a + 1) / (a + b + 2)) return Math.log1p(-Math.exp(logCdf(b, a, -logit)));
	return logDensity(a, b, logit) - Math.log(a) - Math.log(fraction(a, b, x));
}

/** ln of the density of the logit: x^a (1 - x)^b / B(a, b). */
const logDensity = (a: number, b: number, logit: number): number =>
	a * logSigmoid(logit) + b * logSigmoid(-logit) - logBeta(a, b);

/** x^a (1 - x)^b / (a B(a, b) I_x(a, b)) as 1 + d1/(1 + d2/(1 + ...)), by Lentz's method; NIST DLMF 8.17.22. */
function fraction(a: number, b: number, x: number): number {
	let value = 1;
	let c = 1;
	let d = 0;
	for (let n = 1; n < MAX_TERMS; n++) {
		const m = n >> 1;
		const above = n % 2 === 0 ? m * (b - m) : -(a + m) * (a + b + m);
		const term = (above * x) / ((a + n - 1) * (a + n));
		d = 1 / (1 + term * d);
		c = 1 + term / c;
		value *= c * d;
		if (Math.abs(c * d - 1) < PRECISION) break;
	}
	return value;
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** ln(1 / (1 + e^-logit)) without overflow. */
const logSigmoid = (logit: number): number => Math.min(logit, 0) - Math.log1p(Math.exp(-Math.abs(logit)));
