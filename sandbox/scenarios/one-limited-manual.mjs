import { LIMITED_ACCOUNT } from './accounts.mjs';

/** One campaign with manual bids that could spend twice its budget. */
export default {
	name: 'one-limited-manual',
	sentence: 'One campaign with manual bids that could spend twice its budget.',
	...LIMITED_ACCOUNT,
};
