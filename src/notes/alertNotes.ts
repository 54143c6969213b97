/** What alerts say besides their findings. */
export const alertNotes = {
	cannotBeJudged: 'Budget cannot be judged without fresh data',
	dayResolved: (reason: string): string => `Resolved. ${reason}`,
	fresh: 'Resolved. Reports are up to date again',
	/** @param object such as campaign/7 */
	unblocked: (object: string): string => `Resolved. Nothing about ${object} waits for you any more`,
	delivers: (object: string): string => `Resolved. ${object} delivers again`,
	followed: (object: string): string => `Resolved. ${object} follows plans again`,
};
