/** Constants of the spend model that the benchmark varies. They are read at call time. */
export const METHOD = {
	/** An hour of traffic weighs half after so many days: demand changes faster than conversion rates. */
	halfLifeDays: 28,
	/** An hour in which so many clicks are expected weighs half as much as one with very many. */
	halfWeightClicks: 10,
	/** Length scale of the Gaussian process over the hours of a day: the longer, the more an hour borrows from its neighbours. */
	hourLength: 1,
	/** Prior weight of a weekday and of an hour of the week being like the average, in hours of evidence. */
	weekdayPriorHours: 8,
	cellPriorHours: 3,
	/**
	 * Elasticity of spend to bids: a bid 10% higher buys about 13% more. Measured on log-normal second-price auctions over real traffic: about 1
	 * where nearly every auction is won, above 2 where few are.
	 */
	elasticity: 1.3,
	/** Passes of the fit: from the second on, capped hours count as what they would have spent. */
	passes: 3,
	/** A day that spent this share of the largest one, and then nothing, had used up its budget. */
	exhaustedShare: 0.99,
	/** Prior weight of the variances of residuals, in hours. */
	variancePriorHours: 150,
	/** Prior weight of the model's own deviations against what left-out hours show, in hours. */
	spreadPriorHours: 48,
	/** Share of an hour from which on a running hour is evidence on its day. */
	leastCoveredHours: 0.25,
};
