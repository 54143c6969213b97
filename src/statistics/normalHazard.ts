import { rational } from './rational';

/** Coefficients of erf(x) / x in x^2, up to 0.46875. */
const NEAR = [
	[0.185777706184603153, 3.1611237438705656, 113.864154151050156, 377.485237685302021, 3209.37758913846947],
	[1, 23.6012909523441209, 244.024637934444173, 1282.61652607737228, 2844.23683343917062],
] as const;

/** Coefficients of exp(x^2) erfc(x) in x, from there to 4. */
const MIDDLE = [
	[
		2.15311535474403846e-8, 0.564188496988670089, 8.88314979438837594, 66.1191906371416295, 298.635138197400131,
		881.95222124176909, 1712.04761263407058, 2051.07837782607147, 1230.33935479799725,
	],
	[
		1, 15.7449261107098347, 117.693950891312499, 537.181101862009858, 1621.38957456669019, 3290.79923573345963,
		4362.61909014324716, 3439.36767414372164, 1230.33935480374942,
	],
] as const;

/** Coefficients of (1 / sqrt(pi) - x exp(x^2) erfc(x)) x^2 in x^-2, beyond. */
const FAR = [
	[
		0.0163153871373020978, 0.305326634961232344, 0.360344899949804439, 0.125781726111229246, 0.0160837851487422766,
		0.000658749161529837803,
	],
	[1, 2.56852019228982242, 1.87295284992346725, 0.527905102951428412, 0.0605183413124413191, 0.00233520497626869185],
] as const;

const NEAR_END = 0.46875;
const MIDDLE_END = 4;

const SQRT_PI = Math.sqrt(Math.PI);

/** Below this the density is less than the least number. */
const LEAST = -39;

/**
 * Hazard of the standard normal distribution, density(z) / P(Z > z), to fifteen digits: the mean of what exceeds z.
 *
 * With w(x) = exp(x^2) erfc(x) it is sqrt(2 / pi) / w(z / sqrt(2)), so that nothing underflows however large z is.
 *
 * @param z any number
 * @returns >= 0; above z, and about z where z is large
 * @see W. J. Cody, Rational Chebyshev approximations for the error function, Mathematics of Computation 23, 1969
 */
export function normalHazard(z: number): number {
	if (z < LEAST) return 0;
	const scaledTail = scaledErfc(Math.abs(z) / Math.SQRT2);
	if (z >= 0) return Math.SQRT2 / SQRT_PI / scaledTail;
	const decay = halfSquareExp(z);
	return ((Math.SQRT2 / SQRT_PI) * decay) / (2 - scaledTail * decay);
}

/** exp(x^2) erfc(x) for x >= 0. */
function scaledErfc(x: number): number {
	if (x <= NEAR_END) return Math.exp(x * x) * (1 - x * rational(NEAR, x * x));
	if (x <= MIDDLE_END) return rational(MIDDLE, x);
	const inverseSquare = 1 / (x * x);
	return (1 / SQRT_PI - inverseSquare * rational(FAR, inverseSquare)) / x;
}

/** exp(-z^2 / 2), from the square of z to the sixteenth, which is exact, and the rest: one square would lose digits to rounding. */
function halfSquareExp(z: number): number {
	const sixteenth = Math.trunc(z * 16) / 16;
	return Math.exp((-sixteenth * sixteenth) / 2) * Math.exp((-(z - sixteenth) * (z + sixteenth)) / 2);
}
