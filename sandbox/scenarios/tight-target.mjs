import { LIMITED_ACCOUNT, LIMITED_CAMPAIGN } from './accounts.mjs';

/** The target CPA of the campaign leaves a third of its budget unspent; a looser one spends more. */
export default {
	name: 'tight-target',
	sentence: 'The target CPA of the campaign leaves a third of its budget unspent; a looser one spends more.',
	...LIMITED_ACCOUNT,
	campaigns: [{ ...LIMITED_CAMPAIGN, bidding: 'smart', targetCpa: 20, demand: 430 }],
};
