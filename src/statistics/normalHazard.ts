import { rational } from './rational';

/** Coefficients of erf(x) / x in x^2, up to 0.46875. */
const NEAR = [
	[0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694],
	[1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171],
] as const;

/** Coefficients of exp(x^2) erfc(x) in x, from 0.46875 to 4. */
const MIDDLE = [
	[
		2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001,
		881.952221241769, 1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
	],
	[
		1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
		4362.619090143247, 3439.3676741437216, 1230.3393548037495,
	],
] as const;

/** Coefficients of (1 / sqrt(pi) - x exp(x^2) erfc(x)) x^2 in x^-2, above 4. */
const FAR = [
	[
		0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
		0.0006587491615298378,
	],
	[1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918],
] as const;

const NEAR_END = 0.46875;
const MIDDLE_END = 4;

const SQRT_PI = Math.sqrt(Math.PI);

/** Below this the density underflows. */
const MIN_Z = -39;

/**
 * Hazard of the standard normal distribution, density(z) / P(Z > z), to fifteen digits: the mean of the values above z.
 *
 * With w(x) = exp(x^2) erfc(x) it is sqrt(2 / pi) / w(z / sqrt(2)), which does not underflow for any z.
 *
 * @param z any number
 * @returns >= 0 and > z; close to z for large z
 * @see W. J. Cody, Rational Chebyshev approximations for the error function, Mathematics of Computation 23, 1969
 */
export function normalHazard(z: number): number {
	if (z < MIN_Z) return 0;
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

/** exp(-z^2 / 2), with z split into its part in sixteenths, whose square is exact, and the rest: squaring z itself would lose digits to rounding. */
function halfSquareExp(z: number): number {
	const sixteenth = Math.trunc(z * 16) / 16;
	return Math.exp((-sixteenth * sixteenth) / 2) * Math.exp((-(z - sixteenth) * (z + sixteenth)) / 2);
}
