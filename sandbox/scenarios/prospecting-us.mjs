/** A Meta account in the United States, with the IDs of the example workflow for a daily push with approval. */
export default {
	name: 'prospecting-us',
	sentence: 'A Meta account in dollars, for the workflow daily-push-approval.json as it is.',
	start: '2026-10-01T00:00:00-04:00',
	target: 30_000,
	platform: 'meta_ads',
	currency: 'USD',
	timeZone: 'America/New_York',
	campaigns: [
		{
			id: '120210000000000001',
			name: 'Prospecting US',
			bidding: 'smart',
			budget: 950,
			demand: 1600,
			conversionsPerDay: 30,
			clickPrice: 0.9,
			clickThroughRate: 0.015,
		},
	],
};
