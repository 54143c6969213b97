/** A stretch of today's hours and the projection of today; formatted. */
interface AnomalyFacts {
	readonly from: string;
	readonly until: string;
	readonly spent: string;
	readonly usual: string;
	/** Spent over usual. */
	readonly times: number;
	readonly projected: string;
	readonly low: string;
	readonly high: string;
	readonly usualDay: string;
}

/** What is said of spend that is far above usual. Times and amounts are formatted. */
export const anomalyNotes = {
	unusual: 'Far more is spent than usual',
	above: ({ from, until, spent, usual, times, projected, low, high, usualDay }: AnomalyFacts): string =>
		`${spent} was spent from ${from} to ${until}, ${times.toFixed(1)} times the usual ${usual}. Today is projected at ${projected} (${low} to ${high}); a day like it usually spends ${usualDay}`,
	back: (spent: string, until: string, usual: string): string =>
		`Resolved. ${spent} was spent today until ${until}; usually it is about ${usual}`,
	known: 'Resolved. What is spent is no longer far from usual',
};
