import { LIMITED_ACCOUNT } from './accounts.mjs';

/** Demand and conversions of an average day, both in the budget of a campaign: some take half of it, some four times as much. */
const CAMPAIGNS = [
	{ name: 'Brand', bidding: 'manual', demand: 0.6, conversionsPerDay: 4.2 },
	{ name: 'Brand mobile', bidding: 'manual', demand: 0.8, conversionsPerDay: 3.6 },
	{ name: 'Generic', bidding: 'manual', demand: 3, conversionsPerDay: 1.2 },
	{ name: 'Generic long tail', bidding: 'manual', demand: 1.6, conversionsPerDay: 3.3 },
	{ name: 'Competitors', bidding: 'manual', demand: 4, conversionsPerDay: 0.6 },
	{ name: 'Shopping', bidding: 'smart', demand: 3.5, conversionsPerDay: 4.4 },
	{ name: 'Shopping accessories', bidding: 'smart', demand: 2, conversionsPerDay: 3.4 },
	{ name: 'Remarketing', bidding: 'smart', demand: 0.7, conversionsPerDay: 3 },
	{ name: 'Search new customers', bidding: 'smart', demand: 2.5, conversionsPerDay: 0.9 },
	{ name: 'Local', bidding: 'smart', demand: 1.3, conversionsPerDay: 1.4 },
];
const BUDGET = 64.5;

/** Ten campaigns with equal budgets and unequal demand. */
export default {
	...LIMITED_ACCOUNT,
	name: 'ten-campaigns',
	sentence:
		'Ten campaigns with equal budgets and unequal demand: three cannot spend theirs, others could spend four times as much.',
	campaigns: CAMPAIGNS.map(({ demand, ...campaign }) => ({ ...campaign, budget: BUDGET, demand: demand * BUDGET })),
};
