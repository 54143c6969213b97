/** What a client pays for media and the agency's fee. Amounts are formatted. */
export const feeNotes = {
	/** @param fee in words, such as 15% fee */
	amount: (amount: string, fee: string, media: string): string => `${amount} incl. ${fee}: ${media} media`,
	/** @param projected null where there is no projection */
	soFar: (spent: string, projected: string | null): string =>
		`With the fee, ${spent} is spent${projected === null ? '' : ` and ${projected} projected`}`,
	spentOf: (spent: string, amount: string): string => `${spent} of ${amount} incl. fee`,
	day: (amount: string): string => `${amount} incl. fee`,
	change: (media: string, amount: string): string => `${media} media (${amount} incl. fee)`,
};
