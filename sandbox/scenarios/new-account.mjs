import { LIMITED_ACCOUNT } from './accounts.mjs';

/** The first month of a new account: nothing was ever delivered. */
export default {
	name: 'new-account',
	sentence: 'The first month of a new account: nothing was ever delivered.',
	...LIMITED_ACCOUNT,
	historyDays: 0,
};
