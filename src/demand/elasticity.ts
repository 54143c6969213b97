import type { SpendHour } from './spendSeries';

/**
 * Prior mean of the elasticity of spend to bids: a bid 10% higher buys about 13% more.
 * Measured on log-normal second-price auctions over real traffic.
 */
export const PRIOR_ELASTICITY = 1.3;

/** Standard deviation between accounts: 1 where nearly every auction is won already, above 2 where few are. */
const DEVIATION = 0.4;

const LEAST = 0.6;
const MOST = 2.2;

/**
 * How spend answers bids, by ridge regression of what hours spent more than expected on what they bid more:
 *
 * elasticity = (sum(w b r) + k * prior) / (sum(w b^2) + k), k = variance of r / DEVIATION^2
 *
 * with r the residual that no bid explains. Only multipliers that were set in advance say how spend answers them: a platform that
 * bids by itself raises bids where demand is low.
 *
 * @param residuals (hours) of log spend, given `elasticity`
 * @param bids      (hours) log multipliers, relative to any of them
 * @param weights   (hours)
 */
export function regressElasticity(
	hours: readonly SpendHour[],
	residuals: readonly number[],
	bids: readonly number[],
	weights: readonly number[],
	elasticity: number,
): number {
	let weight = 0;
	let squares = 0;
	let steeredWeight = 0;
	let steeredBid = 0;
	hours.forEach(({ steered }, position) => {
		weight += weights[position]!;
		squares += weights[position]! * residuals[position]! ** 2;
		if (!steered) return;
		steeredWeight += weights[position]!;
		steeredBid += weights[position]! * bids[position]!;
	});
	if (steeredWeight === 0) return elasticity;
	const meanBid = steeredBid / steeredWeight;
	let bidSquares = 0;
	let products = 0;
	hours.forEach(({ steered }, position) => {
		if (!steered) return;
		const bid = bids[position]! - meanBid;
		bidSquares += weights[position]! * bid * bid;
		products += weights[position]! * bid * (residuals[position]! + elasticity * bid);
	});
	const priorWeight = squares / weight / DEVIATION ** 2;
	return Math.min(MOST, Math.max(LEAST, (products + priorWeight * PRIOR_ELASTICITY) / (bidSquares + priorWeight)));
}
