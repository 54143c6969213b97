/**
 * True conversions per click of hour t at a bid: higher bids may win positions that convert better or worse.
 *
 *     rate = rate at the base bid x (bid / base bid)^rateElasticity
 */
export const conversionRateAt = ({ conversionRate, baseBid, rateElasticity }, t, bid) =>
	conversionRate[t] * (rateElasticity === 0 ? 1 : (bid / baseBid) ** rateElasticity);
