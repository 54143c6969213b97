import { smallAccount } from './accounts.mjs';

/** Three conversions a day at 75 EUR a day. */
export default {
	name: 'small-3',
	sentence: 'Three conversions a day at 75 EUR a day.',
	...smallAccount(3, 75),
};
