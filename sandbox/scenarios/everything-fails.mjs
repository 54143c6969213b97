import { LIMITED_ACCOUNT, LIMITED_CAMPAIGN } from './accounts.mjs';

const HOURS = 24;

/** Each kind of fault of requests and reports strikes this often, independently of the others. */
const OFTEN = { probability: 0.1 };

/** A month in which everything that can fail does. */
export default {
	...LIMITED_ACCOUNT,
	name: 'everything-fails',
	sentence:
		'Each kind of fault strikes every tenth request or report; a person doubles the budget, the campaign is paused, and billing stops.',
	target: 30_000,
	campaigns: [{ ...LIMITED_CAMPAIGN, budget: 1000, demand: 2100, conversionsPerDay: 36 }],
	faults: [
		{ kind: 'rate-limited', ...OFTEN },
		{ kind: 'unavailable', ...OFTEN },
		{ kind: 'unauthorized', ...OFTEN },
		{ kind: 'timeout-after-change', ...OFTEN },
		{ kind: 'refused-operation', ...OFTEN },
		{ kind: 'empty-report', ...OFTEN },
		{ kind: 'late-report', ...OFTEN },
		{ kind: 'truncated-report', ...OFTEN },
		{ kind: 'persons-edit', afterHours: 8 * HOURS + 11 },
		{ kind: 'pause', afterHours: 14 * HOURS + 9, hours: 20 },
		{ kind: 'billing-stop', afterHours: 20 * HOURS + 6, hours: 12 },
	],
};
