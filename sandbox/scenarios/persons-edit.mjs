import { LIMITED_ACCOUNT } from './accounts.mjs';

/** A person doubles the budget at 11:00 on day 10. */
export default {
	name: 'persons-edit',
	sentence: 'A person doubles the budget at 11:00 on day 10.',
	...LIMITED_ACCOUNT,
	faults: [{ kind: 'persons-edit', afterHours: 9 * 24 + 11, factor: 2 }],
};
