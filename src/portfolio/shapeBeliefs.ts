import { SHAPES } from './shapes';

/** The shapes of siblings count as much as so many campaigns whose shapes are unknown. */
const SHAPE_BELIEF = 20;

/** Spend at which half of the most is reached differs among siblings by so much, as a standard deviation of its logarithm. */
const HALF_SPREAD = 1;

/** However far from its siblings, a campaign may have any shape. */
const LEAST_FACTOR = 1e-6;

/** (shapes) how frequent each is among siblings, not normalised: those of the campaigns with data, and the belief before any was seen. */
export function commonShapes(weights: readonly (readonly number[])[]): number[] {
	const total = sumOf(SHAPES.map(({ belief }) => belief));
	return SHAPES.map(({ belief }, shape) => (SHAPE_BELIEF * belief) / total + sumOf(weights.map((own) => own[shape]!)));
}

/**
 * By how much each shape is likelier for a campaign than among its siblings, for what it usually spends.
 *
 * Where a campaign saturates has little to do with the money it happens to get: half of the most is believed to be reached about where siblings
 * spend on average, ln(k usualSpend / siblings) ~ N(0, 1). A campaign that gets little is thus believed to have room, one that gets much to be
 * nearer to its end. Saturating and S-shaped responses together stay as likely as they were; powers have no such place.
 *
 * @param usualSpend of the campaign
 * @param siblings   mean of what all usually spend
 * @returns (shapes)
 */
export function shapeFactors(usualSpend: number, siblings: number): number[] {
	const likelihoods = SHAPES.map(({ shape }) =>
		shape.kind === 'power' ? 0 : Math.exp(-((Math.log((shape.k * usualSpend) / siblings) / HALF_SPREAD) ** 2) / 2),
	);
	const saturating = SHAPES.map(({ shape, belief }) => (shape.kind === 'power' ? 0 : belief));
	const scale = sumOf(saturating) / sumOf(saturating.map((belief, shape) => belief * likelihoods[shape]!));
	return SHAPES.map(({ shape }, position) =>
		shape.kind === 'power' ? 1 : Math.max(LEAST_FACTOR, likelihoods[position]! * scale),
	);
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
