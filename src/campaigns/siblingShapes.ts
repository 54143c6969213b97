import { hill, power, type Shape } from './shapes';

/** Half of the most is believed to be reached about where siblings spend on average, give or take a factor of almost four. */
const HALF_SPREAD = 1.3;

/** Powers are believed to be about a square root. */
const USUAL_POWER = 0.55;
const POWER_SPREAD = 0.2;

/** Of all campaigns, so many are believed to have a power, a saturating and an S-shaped response. */
const POWERS = 4;
const SATURATING = 5;
const S_SHAPED = 0.6;

/** The shapes of siblings count as much as so many campaigns whose shapes are unknown. */
const SHAPE_BELIEF = 20;

/**
 * The forms that responses of campaigns under one budget may have, as functions of the spend relative to what they spend on average, and how likely each is before
 * anything was seen.
 *
 * Where a campaign saturates has little to do with the money it happens to get: half of the most is believed to be reached about where its siblings spend,
 * ln k ~ N(0, 1.3^2). A campaign that gets little is thus believed to have room, one that gets much to be nearer to its end, and one that brings
 * next to nothing for the little it gets may be one that needs more before anything comes back.
 */
export const SIBLING_SHAPES: readonly { readonly shape: Shape; readonly belief: number }[] = [
	...shared(POWERS, [0.15, 0.3, 0.45, 0.6, 0.75, 0.9], power, nearRoot),
	...shared(SATURATING, [0.15, 0.4, 1, 2.5, 6], (k) => hill(k, 1), nearSiblings),
	...shared(S_SHAPED, [0.3, 0.7, 1.5, 3, 6], (k) => hill(k, 2), nearSiblings),
];

/** (shapes) how frequent each is among siblings, not normalised: those of the campaigns with data, and the belief before any was seen. */
export function commonShapes(weights: readonly (readonly number[])[]): number[] {
	const total = sumOf(SIBLING_SHAPES.map(({ belief }) => belief));
	return SIBLING_SHAPES.map(
		({ belief }, shape) => (SHAPE_BELIEF * belief) / total + sumOf(weights.map((own) => own[shape]!)),
	);
}

function shared(
	belief: number,
	values: readonly number[],
	shapeOf: (value: number) => Shape,
	likelihood: (value: number) => number,
) {
	const total = sumOf(values.map(likelihood));
	return values.map((value) => ({ shape: shapeOf(value), belief: (belief * likelihood(value)) / total }));
}

function nearRoot(s: number): number {
	return bell((s - USUAL_POWER) / POWER_SPREAD);
}

function nearSiblings(k: number): number {
	return bell(Math.log(k) / HALF_SPREAD);
}

function bell(deviations: number): number {
	return Math.exp(-(deviations ** 2) / 2);
}

function sumOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
