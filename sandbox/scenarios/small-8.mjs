import { smallAccount } from './accounts.mjs';

/** Eight conversions a day at 200 EUR a day. */
export default {
	name: 'small-8',
	sentence: 'Eight conversions a day at 200 EUR a day.',
	...smallAccount(8, 200),
};
