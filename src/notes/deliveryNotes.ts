/** What is said of a budget or a campaign that spends nothing. Instants and amounts are formatted. */
export const deliveryNotes = {
	/** @param campaign null for the budget as a whole */
	nothing: (campaign: string | null): string =>
		campaign === null ? 'Nothing is being spent' : `Campaign ${campaign} spends nothing`,
	nothingSince: (campaign: string | null, since: string, usual: string): string =>
		`${campaign === null ? 'Nothing has been spent' : `Campaign ${campaign} has spent nothing`} since ${since}; usually it would be about ${usual} by now`,
	spendsAgain: (campaign: string | null): string =>
		`Resolved. ${campaign === null ? 'Spend' : `Spend of campaign ${campaign}`} is reported again`,
	noLonger: (campaign: string): string =>
		`Resolved. Campaign ${campaign} has spent nothing for a week, and is no longer expected to`,
};
