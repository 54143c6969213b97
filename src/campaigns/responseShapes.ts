import { sum } from 'simple-statistics';

/**
 * Shape of a campaign's response to spend, as a function of t = spend / reference spend; 1 at t = 1.
 *
 * - power: t^s, the same elasticity everywhere
 * - hill: t^s (1 + k^s) / (t^s + k^s), half of the maximum at k times the reference spend; saturating for s = 1, S-shaped above
 */
export type Shape =
	| { readonly kind: 'power'; readonly s: number }
	| { readonly kind: 'hill'; readonly k: number; readonly s: number };

/** Exponent of S-shaped responses. */
const STEEP = 2.5;

/** Prior standard deviation of ln k: campaigns reach half of their maximum at about the reference spend. */
const HALF_SPREAD = 1.3;

const power = (s: number): Shape => ({ kind: 'power', s });
const hill = (k: number, s: number): Shape => ({ kind: 'hill', k, s });

/** Prior density of the exponent of a power: near a square root. */
const nearRoot = (s: number): number => bell((s - 0.55) / 0.2);
const nearReference = (k: number): number => bell(Math.log(k) / HALF_SPREAD);
const bell = (deviations: number): number => Math.exp(-(deviations ** 2) / 2);

/**
 * The shapes of the mixture with their prior weights, not normalised; those of S-shapes have yet to be multiplied by `METHOD.sShapedWeight`.
 *
 * The saturation point of a campaign hardly depends on its current spend, so shapes are relative to the average spend of the budget's campaigns. A campaign
 * with a low spend probably has room to grow, one with a high spend is probably closer to saturation, and one with few results at a very low spend may be
 * S-shaped.
 */
export const SHAPES: readonly { readonly shape: Shape; readonly weight: number }[] = [
	...family(4, [0.15, 0.3, 0.45, 0.6, 0.75, 0.9], power, nearRoot),
	...family(5, [0.15, 0.4, 1, 2.5, 6], (k) => hill(k, 1), nearReference),
	...family(1, [0.3, 0.7, 1.5, 3, 6], (k) => hill(k, STEEP), nearReference),
];

function family(
	weight: number,
	parameters: readonly number[],
	shapeOf: (parameter: number) => Shape,
	density: (parameter: number) => number,
) {
	const total = sum(parameters.map(density));
	return parameters.map((parameter) => ({
		shape: shapeOf(parameter),
		weight: (weight * density(parameter)) / total,
	}));
}

export const isSShaped = (shape: Shape): boolean => shape.kind === 'hill' && shape.s > 1;

/** Response relative to that at the reference spend. @param t spend / reference spend, >= 0 */
export function relativeResponse(shape: Shape, t: number): number {
	if (t <= 0) return 0;
	if (shape.kind === 'power') return t ** shape.s;
	const { k, s } = shape;
	return s === 1 ? (t * (1 + k)) / (t + k) : (1 + k ** s) / (1 + (k / t) ** s);
}

/**
 * Weighted sum of the SHAPES as a function of t = spend / reference spend. All shapes share the logarithm of t and its steep power, which take most of the time.
 *
 * @param weights (shapes)
 */
export function sumOfShapes(weights: readonly number[]): (t: number) => number {
	const powers: { s: number; weight: number }[] = [];
	const hills: { isSteep: boolean; half: number; weight: number }[] = [];
	SHAPES.forEach(({ shape }, position) => {
		const weight = weights[position]!;
		if (weight === 0) return;
		if (shape.kind === 'power') powers.push({ s: shape.s, weight });
		else {
			const half = shape.k ** shape.s;
			hills.push({ isSteep: isSShaped(shape), half, weight: weight * (1 + half) });
		}
	});
	return (t) => {
		if (t <= 0) return 0;
		const log = Math.log(t);
		const steep = Math.exp(STEEP * log);
		let total = 0;
		for (const { s, weight } of powers) total += weight * Math.exp(s * log);
		for (const { isSteep, half, weight } of hills) {
			const power = isSteep ? steep : t;
			total += (weight * power) / (power + half);
		}
		return total;
	};
}

/** d ln response / d ln spend. @param t spend / reference spend, > 0 */
export function elasticityOf(shape: Shape, t: number): number {
	return shape.kind === 'power' ? shape.s : shape.s / (1 + (t / shape.k) ** shape.s);
}
