/** Constants of the campaign model that the benchmark varies. They are read at call time. */
export const METHOD = {
	/** What a day says of the level of a campaign counts half after so many days. */
	halfLifeDays: 28,
	/** Exponent of the tempered likelihood of shapes; below 1 because no campaign has exactly one of them. */
	likelihoodExponent: 0.6,
	/** Prior of the squared relative deviation of days of one campaign alone. */
	priorOfDay: 0.03,
	/** Weight of the prior of the noise, in usual days of a campaign. */
	noisePriorDays: 10,
	/** Prior variance between days that are good or bad for all campaigns. */
	priorOfCommonDay: 0.01,
	/** Weight of the S-shaped responses in the prior, beside 4 of powers and 5 of saturating ones. */
	sShapedWeight: 0.6,
	/** Exploration floors take at most this share of a day. */
	explorationShare: 0.3,
	/** A campaign grows to at most so many times its largest day. */
	largestGrowth: 4,
};
