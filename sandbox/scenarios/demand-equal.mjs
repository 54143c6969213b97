import { LIMITED_ACCOUNT, LIMITED_CAMPAIGN } from './accounts.mjs';

/** Demand is about what the budget pays for, a little more on average. */
export default {
	name: 'demand-equal',
	sentence: 'Demand is about what the budget pays for, a little more on average.',
	...LIMITED_ACCOUNT,
	campaigns: [{ ...LIMITED_CAMPAIGN, demand: 690 }],
};
