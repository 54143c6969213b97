import { LIMITED_ACCOUNT } from './accounts.mjs';

/** Reports come in pages of 50 rows, all month. */
export default {
	name: 'truncated-reports',
	sentence: 'Reports come in pages of 50 rows, all month.',
	...LIMITED_ACCOUNT,
	faults: [{ kind: 'truncated-report', rows: 50, hours: 31 * 24 }],
};
