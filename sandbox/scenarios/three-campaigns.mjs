import { LIMITED_ACCOUNT } from './accounts.mjs';

/** Three campaigns, of which one cannot spend its budget. */
export default {
	...LIMITED_ACCOUNT,
	name: 'three-campaigns',
	sentence: 'Three campaigns, of which one cannot spend its budget.',
	campaigns: [
		{
			name: 'Brand',
			bidding: 'manual',
			budget: 215,
			demand: 190,
			conversionsPerDay: 10,
			valuePerConversion: 60,
			clickPrice: 0.4,
		},
		{
			name: 'Generic',
			bidding: 'manual',
			budget: 215,
			demand: 520,
			conversionsPerDay: 6,
			valuePerConversion: 60,
			clickPrice: 0.9,
		},
		{
			name: 'Shopping',
			bidding: 'smart',
			budget: 215,
			demand: 600,
			conversionsPerDay: 9,
			valuePerConversion: 55,
			clickPrice: 0.6,
		},
	],
};
