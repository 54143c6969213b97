import { LIMITED_ACCOUNT } from './accounts.mjs';

/** Of the pushes 15% are done, and their answer never comes. */
export default {
	name: 'timeouts-after-change',
	sentence: 'Of the pushes 15% are done, and their answer never comes.',
	...LIMITED_ACCOUNT,
	faults: [{ kind: 'timeout-after-change', probability: 0.15 }],
};
