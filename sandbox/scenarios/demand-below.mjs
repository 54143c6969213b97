import { LIMITED_ACCOUNT, LIMITED_CAMPAIGN } from './accounts.mjs';

/** The campaign cannot spend its budget: demand is two thirds of it. */
export default {
	name: 'demand-below',
	sentence: 'The campaign cannot spend its budget: demand is two thirds of it.',
	...LIMITED_ACCOUNT,
	campaigns: [{ ...LIMITED_CAMPAIGN, demand: 430 }],
};
