import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { sandboxAccount } from '../../demo/sandboxAccount.mjs';

const require = createRequire(import.meta.url);
const { runWorkflow } = require('../../demo/engine.js');
const { setClock } = require('../../demo/accountClock.js');

const NOON_MS = 12 * 3_600_000 + 20 * 60_000;
const WORKFLOWS = new URL('../../workflows/', import.meta.url);

/** Example workflows whose first note names a scenario of the sandbox to try them on. */
const examples = readdirSync(WORKFLOWS)
	.filter((file) => file.endsWith('.json'))
	.flatMap((file) => {
		const text = readFileSync(new URL(file, WORKFLOWS), 'utf8');
		const scenario = /npm run sandbox -- --scenario ([\w-]+)/.exec(text)?.[1];
		return scenario === undefined ? [] : [{ file, scenario, workflow: JSON.parse(text) }];
	});

/** What a person sets to try the workflow on the sandbox, and nothing else. */
function pointedAt(url, workflow) {
	for (const { name, parameters } of workflow.nodes) {
		if (name === 'Settings') parameters.assignments.assignments.find((field) => field.name === 'baseUrl').value = url;
		if (name === 'Prepare Push') parameters.dryRun = false;
	}
	return workflow;
}

/** Slack, where every question is answered with yes. */
const slackOf = ({ nodes }) =>
	Object.fromEntries(
		nodes
			.filter(({ type }) => type.endsWith('.slack'))
			.map(({ name }) => [name, (texts) => texts.map((text) => ({ text, data: { approved: true } }))]),
	);

test('some examples name a scenario', () => assert.ok(examples.length >= 3));

for (const { file, scenario, workflow } of examples) {
	test(`${file} works on the sandbox of ${scenario}, with nothing but its address entered`, async () => {
		const sandbox = await sandboxAccount(scenario);
		try {
			const nowMs = sandbox.account.startMs + NOON_MS;
			sandbox.account.play(nowMs);
			setClock(nowMs);
			const { error, outputs } = await runWorkflow({
				workflow: pointedAt(sandbox.url, workflow),
				trigger: 'Try It Now',
				pinned: slackOf(workflow),
			});
			assert.equal(error, undefined, `${error?.message} ${error?.description}`);
			const [{ accepted, rejected, warnings }] = outputs['Ingest Performance'][0];
			assert.ok(accepted > 0);
			assert.deepEqual([rejected, warnings], [0, []]);
			if (!workflow.nodes.some(({ name }) => name === 'Prepare Push')) return;
			const [confirmed, failed] = outputs['Confirm Push'];
			assert.deepEqual(failed, []);
			assert.ok(confirmed.length > 0);
			assert.ok(confirmed.every(({ reason }) => reason.code === 'accepted'));
			assert.equal(sandbox.account.edits.length, confirmed.length);
		} finally {
			sandbox.close();
		}
	});
}
