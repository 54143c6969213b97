/** Newton from the right settles in five or six steps; where the marginal is flat, at the inflection, it only halves. */
const MOST_STEPS = 60;
/** The next step would be at most this: Newton's steps square, with |second derivative| <= 1/2 over twice the slope. */
const SETTLED = 1e-16;

/**
 * Where a Hill curve has a marginal, as u = s ln(x/k): the largest root of (s-1)/s u - 2 ln(1 + e^u) + drop = 0.
 *
 * The left side is concave in u, so that it lies below its asymptotes and tangents, and Newton's method from the lowest of
 * their roots falls to the answer without overshooting.
 *
 * @param drop  ln(a s/k) - ln f'(x)
 * @param power s > 0, not 1
 * @returns at least the inflection point, which is the answer too where no x has a marginal as high
 */
export function hillLogit(drop: number, power: number): number {
	const slopeLeft = (power - 1) / power;
	const atInflection = power > 1 ? Math.log((power - 1) / (power + 1)) : -Infinity;
	if (power > 1 && slopeLeft * atInflection - 2 * softplus(atInflection) + drop <= 0) return atInflection;
	let u = Math.min(drop / (2 - slopeLeft), tangentRoot(MIDDLE, slopeLeft, drop), tangentRoot(RIGHT, slopeLeft, drop));
	if (power < 1) u = Math.min(u, -drop / slopeLeft);
	for (let step = 0; step < MOST_STEPS; step++) {
		const e = Math.exp(-Math.abs(u));
		const sigmoid = u > 0 ? 1 / (1 + e) : e / (1 + e);
		const above = slopeLeft * u - 2 * (Math.max(u, 0) + Math.log1p(e)) + drop;
		const slope = slopeLeft - 2 * sigmoid;
		const move = above / slope;
		u -= move;
		if (move * move <= SETTLED * Math.abs(slope)) break;
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

/** Tangents that fall for every s: with the asymptotes, Newton starts within a few hundredths of most answers. */
const MIDDLE = pointAt(0);
const RIGHT = pointAt(2);
