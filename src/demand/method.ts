/** Constants of the spend model that the benchmark varies. They are read at call time. */
export const METHOD = {
	/** Half-life of the weight of an hour; shorter than for results, because demand changes faster than conversion rates. */
	halfLifeDays: 28,
	/** Length scale of the Gaussian process over the hours of a day: the longer, the more an hour borrows from its neighbours. */
	hourLength: 1,
	/** Precisions of the priors of the log effects of a weekday and of an hour of the week. */
	weekdayPrecision: 60,
	cellPrecision: 150,
	/**
	 * Elasticity of spend to bids: a bid 10% higher buys about 13% more. Measured on log-normal second-price auctions over real traffic: about 1
	 * where nearly every auction is won, above 2 where few are.
	 */
	elasticity: 1.3,
	/** Whether hours stopped by their cap count as the demand that is expected above it. */
	uncapped: true,
	/** A day that spent at least this share of the largest day, and then nothing, is taken to have exhausted its budget. */
	exhaustedShare: 0.99,
	/** Prior weights of the variances: of an hour's total in hours, of a day's in days, of the drift in pairs of hours. */
	totalPriorHours: 60,
	dayPriorDays: 1,
	driftPriorPairs: 50,
	/** Minimum covered share of the current hour for it to count as evidence on the day. */
	leastCoveredHours: 0.25,
};
