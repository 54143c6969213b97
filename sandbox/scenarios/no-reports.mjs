import { LIMITED_ACCOUNT } from './accounts.mjs';

/** From day 12 on no report can be read for 30 hours. */
export default {
	name: 'no-reports',
	sentence: 'From day 12 on no report can be read for 30 hours.',
	...LIMITED_ACCOUNT,
	faults: [{ kind: 'unavailable', of: 'reads', afterHours: 11 * 24 + 9, hours: 30 }],
};
