/** Rational approximations of AS 241: central, intermediate and far tail, numerators and denominators from the highest power. */
const CENTRAL = [
	[
		2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
		133.14166789178438, 3.3871328727963665,
	],
	[
		5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
		42.31333070160091, 1,
	],
] as const;
const TAIL = [
	[
		0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
		5.769497221460691, 4.630337846156546, 1.4234371107496835,
	],
	[
		1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
		1.6763848301838038, 2.053191626637759, 1,
	],
] as const;
const FAR_TAIL = [
	[
		2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
		1.7848265399172913, 5.463784911164114, 6.657904643501103,
	],
	[
		2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615,
		0.1369298809227358, 0.599832206555888, 1,
	],
] as const;

const polynomial = (coefficients: readonly number[], x: number): number =>
	coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

const ratio = ([above, below]: readonly [readonly number[], readonly number[]], x: number): number =>
	polynomial(above, x) / polynomial(below, x);

/**
 * Quantile of the standard normal distribution, to sixteen digits.
 *
 * @throws RangeError unless 0 < probability < 1
 * @see M. J. Wichura, Algorithm AS 241, Applied Statistics 37, 1988
 */
export function normalQuantile(probability: number): number {
	if (!(probability > 0 && probability < 1)) throw new RangeError(`no normal quantile ${probability}`);
	const centred = probability - 0.5;
	if (Math.abs(centred) <= 0.425) return centred * ratio(CENTRAL, 0.180625 - centred * centred);
	const r = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
	const tail = r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR_TAIL, r - 5);
	return centred < 0 ? -tail : tail;
}

/** Chebyshev coefficients of ln(erfc(x) / t) + x^2 in t = 1 / (1 + x / 2), from the constant. */
const ERFC = [
	-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
	0.17087277,
] as const;

/**
 * Hazard of the standard normal distribution, density(z) / P(Z > z), to seven digits: the mean of what exceeds z is this.
 *
 * @see W. H. Press et al., Numerical Recipes, 1992, 6.2 (erfcc)
 */
export function normalHazard(z: number): number {
	const x = Math.abs(z) / Math.SQRT2;
	const t = 1 / (1 + x / 2);
	const scaledTail = (t * Math.exp(ERFC.reduceRight((sum, coefficient) => sum * t + coefficient, 0))) / 2;
	const density = 1 / Math.sqrt(2 * Math.PI);
	if (z >= 0) return density / scaledTail;
	const decay = Math.exp(-x * x);
	return (density * decay) / (1 - scaledTail * decay);
}
