import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pacedHours } from '../../demo/pacedHours.mjs';
import { sandboxAccount } from '../../demo/sandboxAccount.mjs';
import { DAY_MS } from './accounts.mjs';

test('the last day of a month with a raised bid, over HTTP: an edit of the morning bounds it at what is left', async () => {
	const sandbox = await sandboxAccount('paced-day', { startMs: Date.parse('2026-11-30T00:00:00+01:00') });
	try {
		const { account } = sandbox;
		let left;
		await pacedHours(sandbox, account.startMs + DAY_MS, ({ outputs }) => {
			left = outputs['Optimize Allocation'][0][0].dayAmount;
		});
		const { campaigns } = account.truth().days.find(({ startMs }) => startMs === account.startMs);
		const spent = campaigns.reduce((sum, { spendMicros }) => sum + spendMicros, 0) / 1e6;
		assert.ok(spent <= left && spent > 0.99 * left, `${spent} of ${left}`);
		assert.equal(account.edits.length, 1);
	} finally {
		sandbox.close();
	}
});
