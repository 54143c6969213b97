/** Constants of the campaign model that the benchmark varies. They are read at call time. */
export const METHOD = {
	/** Half-life of the evidence on a campaign's level. */
	halfLifeDays: 28,
	/** Prior of the squared relative deviation of a campaign's own day effect. */
	priorOfDay: 0.03,
	/** Prior weight of the noise, in usual days of a campaign. */
	noisePriorDays: 10,
	/** Prior weight of S-shaped responses, relative to 4 for powers and 5 for saturating ones. */
	sShapedWeight: 0.6,
	/** Maximum growth of a campaign, as a factor on its largest day. */
	largestGrowth: 4,
};
