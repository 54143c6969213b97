/** Constants of the campaign model that the benchmark varies. They are read at call time. */
export const METHOD = {
	/** What a day's test teaches is used on so many days. */
	daysOfUse: 6,
	/** First tests take at most so much of the money of a day. */
	firstTestShare: 0.3,
	/** A campaign grows to at most so many times its largest day. */
	largestGrowth: 4,
	/** Exponent of the tempered likelihood of shapes; below 1 because no campaign has exactly one of them. */
	likelihoodExponent: 0.6,
};
