import { elasticityOf, relativeResponse } from '../portfolio/shapes';
import { adstock } from './adstock';
import type { MixFit } from './fitMix';
import type { MixFeature } from './mixFeatures';

/** How a channel responds if its recent spend went on for good, every period of it times one factor. */
export interface MixResponse {
	/** Mean spend per period that the pattern has, major units, > 0. */
	readonly spend: number;
	/** (draws) results per period at a mean spend. */
	results(spend: number): Float64Array;
	/** (draws) results that one more unit of money brings at a mean spend > 0. */
	marginalReturns(spend: number): Float64Array;
	/** Expected results per period and their elasticity, d ln results / d ln spend, at a mean spend > 0. */
	expected(spend: number): { readonly results: number; readonly elasticity: number };
}

/**
 * Response of a channel to its mean spend, over all draws.
 *
 * Money in bursts meets other parts of a curve than the same money spread evenly, so the pattern of the periods is kept: with A_t the adstock of the
 * pattern repeated for good, the response at m times the pattern is the mean over t of response_c * f(m A_t).
 *
 * @param pattern (periods) spend, not all 0
 * @see Google Meridian, budget optimization, which scales historical flighting likewise: https://developers.google.com/meridian
 */
export function mixResponse(fit: MixFit, channel: number, pattern: readonly number[]): MixResponse {
	const spend = pattern.reduce((sum, amount) => sum + amount, 0) / pattern.length;
	const relative = pattern.map((amount) => amount / fit.usual[channel]!);
	const features = fit.features[channel]!;
	const stocks = new Map<number, readonly number[]>();
	const stockOf = (retention: number) => {
		const known = stocks.get(retention) ?? repeatedAdstock(relative, retention);
		stocks.set(retention, known);
		return known;
	};
	const at = (feature: MixFeature, factor: number) => responseTo(feature, stockOf(feature.retention), factor);
	const overDraws = (factor: number, value: (response: { level: number; slope: number }) => number) => {
		const known = new Map<number, number>();
		return Float64Array.from(fit.draws, ({ features: chosen, responses }) => {
			const feature = chosen[channel]!;
			const one = known.get(feature) ?? value(at(features[feature]!, factor));
			known.set(feature, one);
			return responses[channel]! * one;
		});
	};
	const weights = new Map<number, number>();
	for (const { features: chosen, responses } of fit.draws) {
		const feature = chosen[channel]!;
		weights.set(feature, (weights.get(feature) ?? 0) + responses[channel]! / fit.draws.length);
	}
	return {
		spend,
		results: (amount) => overDraws(amount / spend, ({ level }) => level),
		marginalReturns: (amount) => overDraws(amount / spend, ({ slope }) => slope / amount),
		expected(amount) {
			let results = 0;
			let slopes = 0;
			for (const [feature, weight] of weights) {
				const { level, slope } = at(features[feature]!, amount / spend);
				results += weight * level;
				slopes += weight * slope;
			}
			return { results, elasticity: results > 0 ? slopes / results : 0 };
		},
	};
}

/** Mean response to a factor times a stock, in units of the feature's, and d response / d ln factor. */
function responseTo(
	{ shape, mean }: MixFeature,
	stock: readonly number[],
	factor: number,
): { level: number; slope: number } {
	let level = 0;
	let slope = 0;
	for (const amount of stock) {
		if (amount * factor <= 0) continue;
		const response = relativeResponse(shape, factor * amount);
		level += response;
		slope += response * elasticityOf(shape, factor * amount);
	}
	return { level: level / stock.length / mean, slope: slope / stock.length / mean };
}

/** Adstock of a pattern that was always repeated: what is left at its end is there at its beginning. */
function repeatedAdstock(pattern: readonly number[], retention: number): number[] {
	const left = adstock(pattern, retention).at(-1)! / (1 - retention ** pattern.length);
	return adstock(pattern, retention).map((amount, period) => amount + left * retention ** (period + 1));
}
