/** Constants of the learner of results that the benchmark varies. They are read at call time. */
export const METHOD = {
	/** Grid of standard deviations of the log effect that an hour of the day shares with its neighbours; the most likely is used. */
	hourDeviations: [0.03, 0.08, 0.15, 0.25, 0.4, 0.6],
	/** Grid of length scales of that Gaussian process: the longer, the more an hour borrows from its neighbours. */
	hourLengths: [0.6, 1.2],
	/** Grid of standard deviations of an hour's own effect, relative to the shared one. */
	hourOwns: [0.1, 0.5],
	/** Recent days in which a change of the pattern is considered. */
	changeDays: 10,
	/** Minimum number of windows to estimate the dispersion of results. */
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
	/** Prior of what a late report shows of a running hour, of what it will show of it just after its end; the weight is the same. */
	runningShown: 0.3,
};
