/** Newton's method converges in five or six steps, but only linearly at the inflection, where the marginal return is flat. */
const MAX_STEPS = 60;
/** Bound on the next step at convergence: Newton's steps square, with |second derivative| <= 1/2 over twice the slope. */
const CONVERGED = 1e-16;

/**
 * The amount at which a Hill curve has a given marginal return, as u = s ln(x/k): the largest root of (s-1)/s u - 2 ln(1 + e^u) + drop = 0.
 *
 * The left side is concave in u and lies below its asymptotes and tangents, so Newton's method from the lowest of their roots converges
 * monotonically.
 *
 * @param drop  ln(a s/k) - ln f'(x)
 * @param power s > 0, not 1
 * @returns at least the inflection point, which is also returned if no x has so high a marginal return
 */
export function hillLogit(drop: number, power: number): number {
	const slopeLeft = (power - 1) / power;
	const atInflection = power > 1 ? Math.log((power - 1) / (power + 1)) : -Infinity;
	if (power > 1 && slopeLeft * atInflection - 2 * softplus(atInflection) + drop <= 0) return atInflection;
	let u = Math.min(drop / (2 - slopeLeft), tangentRoot(MIDDLE, slopeLeft, drop), tangentRoot(RIGHT, slopeLeft, drop));
	if (power < 1) u = Math.min(u, -drop / slopeLeft);
	for (let step = 0; step < MAX_STEPS; step++) {
		const e = Math.exp(-Math.abs(u));
		const sigmoid = u > 0 ? 1 / (1 + e) : e / (1 + e);
		const above = slopeLeft * u - 2 * (Math.max(u, 0) + Math.log1p(e)) + drop;
		const slope = slopeLeft - 2 * sigmoid;
		const move = above / slope;
		u -= move;
		if (move * move <= CONVERGED * Math.abs(slope)) break;
	}
	return Math.max(u, atInflection);
}

/** A point of ln(1 + e^u) with its slope. */
interface Point {
	readonly u: number;
	readonly value: number;
	readonly slope: number;
}

/** Where the tangent at a point meets zero. */
const tangentRoot = ({ u, value, slope }: Point, slopeLeft: number, drop: number): number =>
	u + (slopeLeft * u - 2 * value + drop) / (2 * slope - slopeLeft);

/** ln(1 + e^u) without overflow. */
export const softplus = (u: number): number => Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));

const pointAt = (u: number): Point => ({ u, value: softplus(u), slope: 1 / (1 + Math.exp(-u)) });

/** Points whose tangents fall for every s: with the asymptotes, the starting value is within a few hundredths of most roots. */
const MIDDLE = pointAt(0);
const RIGHT = pointAt(2);
