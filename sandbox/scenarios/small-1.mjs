import { smallAccount } from './accounts.mjs';

/** One conversion a day at 25 EUR a day. */
export default {
	name: 'small-1',
	sentence: 'One conversion a day at 25 EUR a day.',
	...smallAccount(1, 25),
};
