import { LIMITED_ACCOUNT } from './accounts.mjs';

/** Clicks cost four times as much for 36 hours from 09:00 on day 13, and the platform pays. */
export default {
	name: 'runaway',
	sentence: 'Clicks cost four times as much for 36 hours from 09:00 on day 13, and the platform pays.',
	...LIMITED_ACCOUNT,
	faults: [{ kind: 'runaway', afterHours: 12 * 24 + 9, hours: 36, factor: 4 }],
};
