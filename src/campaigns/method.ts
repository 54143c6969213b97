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
	/** How many draws of a day may find a response S-shaped: its test costs a part of a day, what it finds stays. */
	drawsOfDay: 8,
	/** Whether a campaign grows toward an S-shape that was drawn, where the limit of growth keeps it from having all that it should at once. */
	growsTowardDraws: true,
	/** Maximum growth of a campaign, as a factor on its largest day. */
	largestGrowth: 4,
};
