import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { sandboxAccount } from '../../../demo/sandboxAccount.mjs';
import { onClock, pacingNode, storedWorkflow } from '../pinnedWorkflow.mjs';

const WORKFLOW = 'hourly-pacing.json';
const SLACK = ['Tell Slack', 'Tell Slack About Pushes', 'Show Rejected Rows in Slack'];

/** A budget of its own: another step may have counted the delivery of that of the example in another time zone. */
const BUDGET = 'brand-sandbox';

/** The account is played from here. On a fixed day, since at night or at a month's end a plan could need no push. */
const START_MS = Date.parse('2026-10-14T11:00:00+02:00');

/** When the workflow runs. */
const NOW_MS = Date.parse('2026-10-14T11:20:00+02:00');

/**
 * What docs/guide/try-it.md asks of a new user, by what is on the screen: the workflow is pointed at a sandbox, its first push fails because the page was told to
 * let it fail, and the next execution sends it again.
 *
 * @param picture takes pictures: of the canvas, and of a page, by name
 * @returns in words what was seen
 */
export async function brokenPush({ browser, editor, n8n, picture }) {
	const sandbox = await sandboxAccount('one-limited-manual', { startMs: START_MS });
	sandbox.account.play(NOW_MS);
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await page.goto(`${sandbox.url}/?target=30000`);
		await page.getByRole('button', { name: 'Next push fails (503)' }).click();
		await page.getByText('Waiting: unavailable').waitFor();

		const workflow = onClock(storedWorkflow(WORKFLOW), NOW_MS);
		pacingNode(workflow, 'pacingBudget').parameters.budgetId = BUDGET;
		await editor.importWorkflow(WORKFLOW, workflow);
		await editor.openNode('Settings');
		await editor.setField('baseUrl', sandbox.url);
		await editor.closePanel();
		await editor.openNode('Prepare Push');
		await editor.toggle('dryRun');
		await editor.closePanel();
		await editor.deactivate(SLACK);

		const lost = await executed(editor, n8n);
		assert.deepEqual([lost.status, lost.reason.code], ['failed', 'server-error'], lost.display.text);
		const sent = await executed(editor, n8n);
		assert.deepEqual([sent.status, sent.reason.code], ['confirmed', 'accepted'], sent.display.text);
		const own = sandbox.account.edits.filter(({ author }) => author === 'api');
		assert.deepEqual(
			own.map(({ to }) => to / 1e6),
			[sent.to],
			'the budget was changed once',
		);
		await editor.fit();
		await picture('n8n-sandbox-run');
		await page.reload();
		await page.getByText('unavailable').first().waitFor();
		await picture('sandbox-page-run', page);
		await page.close();
		return [lost.display.text, sent.display.text];
	} finally {
		sandbox.close();
	}
}

/** Executes the workflow by the button. @returns what Confirm Push put out */
async function executed(editor, n8n) {
	const before = await n8n.lastExecution();
	await editor.execute('Confirm Push');
	let last = await n8n.lastExecution();
	for (; last?.id === before?.id; last = await n8n.lastExecution()) await sleep(200);
	assert.equal(last.status, 'success', last.failure);
	const answers = last.outputs['Confirm Push']?.flat() ?? [];
	assert.equal(
		answers.length,
		1,
		`one push was answered: ${JSON.stringify(last.outputs['Prepare Push']).slice(0, 600)}`,
	);
	return answers[0];
}
