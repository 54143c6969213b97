/** @type {import('./README.md')} */
export default {
	name: 'one-limited-manual',
	sentence: 'One campaign with manual bids that could spend twice its budget.',
	start: '2026-10-01T00:00:00+02:00',
	target: 20_000,
	campaigns: [
		{
			name: 'Brand',
			bidding: 'manual',
			budget: 645,
			demand: 1300,
			conversionsPerDay: 24,
			valuePerConversion: 60,
			clickPrice: 0.7,
		},
	],
};
