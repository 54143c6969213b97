import { hillLogit, softplus } from './hillLogit';
import type { ResponseCurve } from './responseCell';

/**
 * A response curve in the solver's form: f(x) = height g(x/scale), ln f'(x) = logTop + h(x/scale).
 *
 * Marginal returns are kept as logarithms, so that they do not underflow far into saturation: in floating point exp(-x/k) is 0 from
 * x = 745 k on, its logarithm is not.
 */
export interface Curve {
	readonly kind: ResponseCurve['kind'];
	readonly height: number;
	readonly scale: number;
	readonly power: number;
	readonly logTop: number;
}

/**
 * Represents the logarithm of a marginal return of 0. It is below that of any curve with a > 0 in doubles (ln 5e-324 - ln 2e308 is -1454),
 * and exp of it times any amount is 0: such a cell ranks last and adds nothing.
 */
export const LOG_ZERO = -2000;

/**
 * @param amount to be allocated, major units, > 0: the scale on which cells without response share the remainder evenly
 */
export function solverCurve(curve: ResponseCurve, amount: number): Curve {
	const { kind, a } = curve;
	if (a === 0) return { kind: 'log', height: 0, scale: amount, power: 1, logTop: LOG_ZERO };
	if (kind === 'power') return { kind, height: a, scale: 1, power: curve.s, logTop: Math.log(a) + Math.log(curve.s) };
	const logSlope = Math.log(a) - Math.log(curve.k);
	if (kind === 'tanh') return { kind, height: a, scale: curve.k, power: 1, logTop: logSlope - Math.LN2 };
	if (kind !== 'hill') return { kind, height: a, scale: curve.k, power: 1, logTop: logSlope };
	if (curve.s === 1) return { kind: 'michaelis-menten', height: a, scale: curve.k, power: 1, logTop: logSlope };
	return { kind, height: a, scale: curve.k, power: curve.s, logTop: logSlope + Math.log(curve.s) };
}

/** f(x), in units of the response. */
export function response({ kind, height, scale, power }: Curve, amount: number): number {
	const t = amount / scale;
	switch (kind) {
		case 'power':
			return height * t ** power;
		case 'log':
			return height * Math.log1p(t);
		case 'michaelis-menten':
			return (height * t) / (1 + t);
		case 'exponential':
			return -height * Math.expm1(-t);
		case 'tanh':
			return height * Math.tanh(t / 2);
		case 'hill':
			return height / (1 + t ** -power);
	}
}

/** ln f'(x): infinite at 0 for a power and for Hill with s < 1, minus infinite there for Hill with s > 1. */
export function logMarginal({ kind, scale, power, logTop }: Curve, amount: number): number {
	const t = amount / scale;
	switch (kind) {
		case 'power':
			return logTop - (1 - power) * Math.log(t);
		case 'log':
			return logTop - Math.log1p(t);
		case 'michaelis-menten':
			return logTop - 2 * Math.log1p(t);
		case 'exponential':
			return logTop - t;
		case 'tanh':
			return logTop - t - 2 * (Math.log1p(Math.exp(-t)) - Math.LN2);
		case 'hill': {
			const u = power * Math.log(t);
			return logTop + ((power - 1) / power) * u - 2 * softplus(u);
		}
	}
}

/** The amount >= 0 on the concave branch whose marginal return is exp(logPrice); 0 if all marginal returns are lower. */
export function amountAtMarginal({ kind, scale, power, logTop }: Curve, logPrice: number): number {
	const drop = logTop - logPrice;
	if (kind === 'power') return scale * Math.exp(drop / (1 - power));
	if (kind === 'hill') return scale * Math.exp(hillLogit(drop, power) / power);
	if (drop <= 0) return 0;
	switch (kind) {
		case 'log':
			return scale * Math.expm1(drop);
		case 'michaelis-menten':
			return scale * Math.expm1(drop / 2);
		case 'exponential':
			return scale * drop;
		case 'tanh':
			return scale * (drop + 2 * Math.log1p(Math.sqrt(-Math.expm1(-drop))));
	}
}

/** The amount above which the curve is concave: k ((s-1)/(s+1))^(1/s) for Hill with s > 1, else 0. */
export function inflection({ kind, scale, power }: Curve): number {
	return kind === 'hill' && power > 1 ? scale * ((power - 1) / (power + 1)) ** (1 / power) : 0;
}
