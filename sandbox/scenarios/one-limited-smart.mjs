import { LIMITED_ACCOUNT, LIMITED_CAMPAIGN } from './accounts.mjs';

/** One campaign with smart bidding that could spend twice its budget. */
export default {
	name: 'one-limited-smart',
	sentence: 'One campaign with smart bidding that could spend twice its budget.',
	...LIMITED_ACCOUNT,
	campaigns: [{ ...LIMITED_CAMPAIGN, bidding: 'smart', targetCpa: 27 }],
};
