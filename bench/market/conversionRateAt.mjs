/**
 * True conversions per click of hour t at a bid: higher bids may win positions that convert better or worse.
 *
 *     rate = rate at the base bid x (bid / base bid)^rateElasticity
 *
 * Without a bid there are no clicks that could convert, and the rate is 0.
 */
export const conversionRateAt = ({ conversionRate, baseBid, rateElasticity }, t, bid) =>
	bid === 0 ? 0 : conversionRate[t] * (bid / baseBid) ** rateElasticity;
