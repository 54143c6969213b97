import { LIMITED_ACCOUNT } from './accounts.mjs';

/** From day 12 on reports come in pages of 50 rows for 30 hours. */
export default {
	name: 'truncated-reports',
	sentence: 'From day 12 on reports come in pages of 50 rows for 30 hours.',
	...LIMITED_ACCOUNT,
	faults: [{ kind: 'truncated-report', rows: 50, afterHours: 11 * 24 + 9, hours: 30 }],
};
