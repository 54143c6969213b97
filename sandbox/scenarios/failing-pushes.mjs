import { LIMITED_ACCOUNT } from './accounts.mjs';

/** Of the pushes 15% fail, and nothing is changed. */
export default {
	name: 'failing-pushes',
	sentence: 'Of the pushes 15% fail, and nothing is changed.',
	...LIMITED_ACCOUNT,
	faults: [{ kind: 'unavailable', of: 'pushes', probability: 0.15 }],
};
