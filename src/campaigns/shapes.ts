/**
 * The forms a campaign's response to spend may have, as functions of the spend relative to what is usual for the campaign; all are 1 there.
 *
 * - power: t^s, the same elasticity everywhere
 * - saturating: t (1 + k) / (t + k), Michaelis-Menten with half of the most at k times the usual spend
 * - S-shaped: t^2 (1 + k^2) / (t^2 + k^2), Hill with s = 2: little comes back until enough is spent
 */
export type Shape =
	| { readonly kind: 'power'; readonly s: number }
	| { readonly kind: 'hill'; readonly k: number; readonly s: number };

export const power = (s: number): Shape => ({ kind: 'power', s });
export const hill = (k: number, s: number): Shape => ({ kind: 'hill', k, s });

/** From hardly any response to more money to nearly proportional response, and how likely each is before anything was seen. */
export const SHAPES: readonly { readonly shape: Shape; readonly belief: number }[] = [
	...[0.15, 0.3, 0.45, 0.6, 0.75, 0.9].map((s) => ({ shape: power(s), belief: 1 })),
	...[0.15, 0.4, 1, 2.5, 6].map((k) => ({ shape: hill(k, 1), belief: 1 })),
	...[0.3, 0.7, 1.5].map((k) => ({ shape: hill(k, 2), belief: 0.2 })),
];

/** Response relative to that of the usual spend. @param t spend / usual spend, >= 0 */
export function relativeResponse(shape: Shape, t: number): number {
	if (t <= 0) return 0;
	if (shape.kind === 'power') return t ** shape.s;
	const { k, s } = shape;
	return s === 1 ? (t * (1 + k)) / (t + k) : (1 + k ** s) / (1 + (k / t) ** s);
}

/** d ln response / d ln spend. @param t spend / usual spend, > 0 */
export function elasticityOf(shape: Shape, t: number): number {
	return shape.kind === 'power' ? shape.s : shape.s / (1 + (t / shape.k) ** shape.s);
}
