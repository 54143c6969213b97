import type { ResponseCurve } from '../response/responseCell';

/** A response and its elasticity, d ln response / d ln spend. */
export interface ResponsePoint {
	readonly results: number;
	readonly elasticity: number;
}

/** The curve is matched at this factor below and above the spend it is made for. */
const SPAN = 1.5;

/** Elasticity is at least and, for a curve without saturation, at most so much: neither nothing nor no diminishing at all. */
const LEAST_ELASTICITY = 0.02;
const LARGEST_ELASTICITY = 0.98;

/**
 * A single curve with a response at a spend and its elasticity a little below and above it: Hill where elasticity falls with spend, else a power.
 *
 * A mixture of shapes has no closed form that the allocator knows. With s and u = (x/k)^s the elasticity of Hill is s / (1 + u), so two
 * elasticities e1 > e2 at x1 < x2 give s as the root of e2 (1 + (s/e1 - 1) (x2/x1)^s) = s above e1.
 *
 * @param response to a spend
 * @param spend major units, > 0, around which the curve is needed
 */
export function matchedCurve(response: (spend: number) => ResponsePoint, spend: number): ResponseCurve {
	const at = response(spend);
	const ratio = SPAN ** 2;
	const e1 = clampElasticity(response(spend / SPAN).elasticity);
	const e2 = clampElasticity(response(spend * SPAN).elasticity);
	const excess = (s: number) => e2 * (1 + (s / e1 - 1) * ratio ** s) - s;
	let low = e1;
	let high = MOST_STEEP;
	if (e2 >= e1 - NEARLY || excess(high) <= 0) {
		const s = Math.min(LARGEST_ELASTICITY, clampElasticity(at.elasticity));
		return { kind: 'power', a: at.results / spend ** s, s };
	}
	for (let step = 0; step < BISECTIONS; step++) {
		const middle = (low + high) / 2;
		if (excess(middle) > 0) high = middle;
		else low = middle;
	}
	const s = (low + high) / 2;
	const k = spend / SPAN / (s / e1 - 1) ** (1 / s);
	return { kind: 'hill', a: at.results * (1 + (k / spend) ** s), k, s };
}

const clampElasticity = (elasticity: number): number => Math.max(LEAST_ELASTICITY, elasticity);

/** No shape rises more steeply; a Hill curve that would have to is a power over the range that matters. */
const MOST_STEEP = 8;

/** Elasticities closer than this are one. */
const NEARLY = 1e-3;

const BISECTIONS = 50;
