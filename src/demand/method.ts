/** Constants of the spend model that the benchmark varies. They are read at call time. */
export const METHOD = {
	/** Half-life of the weight of an hour; shorter than for results, because demand changes faster than conversion rates. */
	halfLifeDays: 28,
	/** Expected clicks at which an hour has half of the maximum weight. */
	halfWeightClicks: 10,
	/** Length scale of the Gaussian process over the hours of a day: the longer, the more an hour borrows from its neighbours. */
	hourLength: 1,
	/** Prior weights of an average weekday and an average hour of the week, in hours of evidence. */
	weekdayPriorHours: 8,
	cellPriorHours: 3,
	/**
	 * Elasticity of spend to bids: a bid 10% higher buys about 13% more. Measured on log-normal second-price auctions over real traffic: about 1
	 * where nearly every auction is won, above 2 where few are.
	 */
	elasticity: 1.3,
	/** Passes of the fit; from the second on, capped hours enter with their expected uncapped spend. */
	passes: 3,
	/** A day that spent at least this share of the largest day, and then nothing, is taken to have exhausted its budget. */
	exhaustedShare: 0.99,
	/** Prior weight of the variances of residuals, in hours. */
	variancePriorHours: 150,
	/** Prior weight of the model's own deviations, relative to left-out residuals, in hours. */
	spreadPriorHours: 48,
	/** Minimum covered share of the current hour for it to count as evidence on the day. */
	leastCoveredHours: 0.25,
};
