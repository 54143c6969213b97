import { LIMITED_ACCOUNT } from './accounts.mjs';

/** Reports are two hours late, all month. */
export default {
	name: 'late-reports',
	sentence: 'Reports are two hours late, all month.',
	...LIMITED_ACCOUNT,
	faults: [{ kind: 'late-report', byHours: 2, hours: 31 * 24 }],
};
