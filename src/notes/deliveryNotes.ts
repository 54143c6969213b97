import { formatPercent } from '../format/formatNumber';

/** A projection of today with its interval, the amount of its morning, and what such a day usually spends; formatted. */
interface DayFacts {
	readonly projected: string;
	readonly low: string;
	readonly high: string;
	/** Projected over the amount. */
	readonly ratio: number;
	readonly amount: string;
	readonly usual: string;
}

/** What is said of a budget or a campaign that spends nothing, and of a day that ends short. Instants and amounts are formatted. */
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
	willBeShort: 'Today will end short',
	short: ({ projected, low, high, ratio, amount, usual }: DayFacts): string =>
		`Today is projected at ${projected} (${low} to ${high}), ${formatPercent(ratio)} of its ${amount}; a day like it usually spends ${usual}`,
	noLongerShort: (projected: string): string => `Resolved. Today is projected at ${projected}`,
};
