/** Constants of the learner of results that the benchmark varies. They are read at call time. */
export const METHOD = {
	/** Prior standard deviation of the log effect that an hour of the day shares with its neighbours. */
	hourDeviation: 0.25,
	/** Length scale of that Gaussian process: the longer, the more an hour borrows from its neighbours. */
	hourLength: 0.8,
	/** Standard deviation of an hour's own effect over the shared one. */
	hourOwn: 0.3,
	/** Days in which a change of the pattern is looked for. */
	changeDays: 10,
	/** Windows from which on the dispersion of results is estimated. */
	dispersionWindows: 48,
	/** Prior of the delay of conversions: the share reported with the hour itself, and the mean delay of the rest. */
	conversionsAtOnce: 0.6,
	conversionDelayHours: 8,
	/** Weight of that prior, in conversions. */
	delayPriorConversions: 20,
	/** Prior of the delay of spend, and its weight in hours of mean spend. */
	spendAtOnce: 0.6,
	spendDelayHours: 1,
	delayPriorHours: 3,
};
