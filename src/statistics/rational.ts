/** Coefficients of a rational approximation, each polynomial from its highest power. */
export type Rational = readonly [numerator: readonly number[], denominator: readonly number[]];

/** The value of a ratio of polynomials, by Horner's scheme. */
export const rational = ([numerator, denominator]: Rational, x: number): number =>
	polynomial(numerator, x) / polynomial(denominator, x);

const polynomial = (coefficients: readonly number[], x: number): number =>
	coefficients.reduce((value, coefficient) => value * x + coefficient, 0);
