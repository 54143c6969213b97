import assert from 'node:assert/strict';
import { test } from 'node:test';

import { playPaced } from '../../demo/month.mjs';
import { sandboxAccount } from '../../demo/sandboxAccount.mjs';
import { DAY_MS } from './accounts.mjs';

/** What n8n keeps of a Data Table cell without trouble. */
const MOST_BYTES = 65_536;

test('two days of hourly-pacing.json over HTTP in which every tenth request of each kind fails: nothing twice, nothing open, no quota broken', async () => {
	const sandbox = await sandboxAccount('everything-fails', { seed: 2 });
	try {
		const figures = await playPaced(sandbox, sandbox.account.nowMs + 2 * DAY_MS);
		const { runs, missed, failures, again, openRuns, perHour, perDay, edits, stateBytes } = figures;
		assert.equal(runs, 48);
		assert.ok(missed > 0 && missed < runs / 2, `${missed} missed`);
		for (const told of Object.keys(failures)) assert.match(told, /^Read (Current Budget|Google Ads Report): \S/);
		assert.equal(again, 0);
		assert.ok(openRuns < 2, `${openRuns}`);
		assert.ok(perHour <= 4 && perDay <= 10, `${perHour} an hour, ${perDay} a day`);
		assert.ok(edits >= 2 && edits <= 6, `${edits} edits`);
		assert.ok(stateBytes > 0 && stateBytes < MOST_BYTES);
		assert.ok(new Set(sandbox.faults.happened.map(({ kind }) => kind)).size >= 5);
	} finally {
		sandbox.close();
	}
});
