import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { sandboxAccount } from '../../../demo/sandboxAccount.mjs';
import { storedBudget } from '../storedBudget.mjs';
import { hourAfterHour } from './accountHours.mjs';

const WORKFLOW = 'hourly-pacing.json';
const BUDGET_ID = 'three-days';
const OBJECT = '901';

/** The first run is an hour later, at 20 past midnight of a Monday. */
const START = '2026-10-11T23:20:00+02:00';

const HOURS = 3 * 24;
const RESTART_AT = 30;
const TIMEOUT_AFTER = 40;
const EDIT_AT = 57;

/** A day's edits by plan are two, and what is sent again comes on top. */
const MOST_EDITS_A_DAY = 3;
/** Of the sandbox's Google Ads, as of the real one. */
const MOST_EDITS_AN_HOUR = 4;

const HOUR_MS = 3_600_000;
const EXECUTED_WITHIN_MS = 60_000;

/** Executions of a workflow by its schedule, one after the other as they end. */
function scheduledRuns(workflowId) {
	const filter = encodeURIComponent(
		JSON.stringify({ workflowId, status: ['success', 'error', 'crashed', 'canceled'] }),
	);
	const seen = new Set();
	return async (n8n) => {
		for (const startedMs = Date.now(); ; await sleep(300)) {
			const { results } = await n8n.request('GET', `/rest/executions?filter=${filter}&limit=100`);
			const next = results.filter(({ id }) => !seen.has(id)).sort((a, b) => a.id - b.id)[0];
			if (next !== undefined) {
				seen.add(next.id);
				const { status, failure, outputs } = await n8n.execution(next.id);
				assert.equal(status, 'success', `execution ${next.id}: ${failure}`);
				return runOf(outputs);
			}
			if (Date.now() - startedMs > EXECUTED_WITHIN_MS)
				throw new Error(`after ${seen.size} executions by schedule no other has ended`);
		}
	};
}

/** What a run did, read from what its nodes put out. */
function runOf(outputs) {
	const items = (node) => (outputs[node] ?? []).flat();
	const [requests = [], held = []] = outputs['Prepare Push'];
	return {
		nowMs: outputs['Sandbox Clock'][0][0].nowMs,
		known: outputs['Ingest Performance'][0][0].unchanged,
		requests,
		held: held.map(({ reason }) => reason.code),
		answers: items('Confirm Push').map(({ status }) => status),
		told: items('Tell Slack About Pushes').map(({ text }) => text),
	};
}

/**
 * Paces three days of a sandbox account with the example workflow on its schedule, an hour every second or two. The first push is lost, the
 * answer to another one too, n8n is stopped and started on the second day, and a person doubles the budget on the third.
 *
 * @param restart stops n8n and starts it again; its client
 * @returns in words what was seen
 */
export async function pacedDays(n8n, restart) {
	const sandbox = await sandboxAccount('one-limited-manual', { startMs: Date.parse(START) });
	try {
		return await threeDays(n8n, restart, sandbox);
	} finally {
		sandbox.close();
	}
}

async function threeDays(first, restart, { account, url }) {
	let n8n = first;
	await post(url, '/faults', { kind: 'unavailable', of: 'pushes' });
	const { id, versionId } = await n8n.createWorkflow(hourAfterHour(url, WORKFLOW, BUDGET_ID));
	await n8n.request('POST', `/rest/workflows/${id}/activate`, { versionId });
	const nextRun = scheduledRuns(id);
	const runs = [];
	let restarted;
	while (runs.length < HOURS) {
		if (runs.length === RESTART_AT) {
			const before = await storedBudget(n8n, BUDGET_ID);
			n8n = await restart();
			restarted = { before, after: await storedBudget(n8n, BUDGET_ID) };
		}
		if (runs.length === TIMEOUT_AFTER) await post(url, '/faults', { kind: 'timeout-after-change' });
		if (runs.length === EDIT_AT) await post(url, '/person', { budgetId: OBJECT, amount: 2 * budgetOf(account) });
		runs.push(await nextRun(n8n));
	}
	await n8n.request('POST', `/rest/workflows/${id}/deactivate`, {});
	account.play(runs.at(-1).nowMs + HOUR_MS);
	const { state } = await storedBudget(n8n, BUDGET_ID);
	return [
		assertSentAgain(runs),
		assertContinued(runs, restarted),
		assertRespected(runs, account),
		assertWithinQuotas(account),
		assertSettled(state),
		...assertSpent(account),
	];
}

const budgetOf = (account) => account.budgets.find(({ id }) => id === OBJECT).amountMicros / 1e6;

async function post(url, address, body) {
	const headers = { 'content-type': 'application/json' };
	const answer = await fetch(url + address, { method: 'POST', headers, body: JSON.stringify(body) });
	assert.ok(answer.ok, `POST ${address}: ${answer.status} ${await answer.text()}`);
}

const clockOf = (account, ms) =>
	new Date(ms).toLocaleString('en-GB', {
		timeZone: account.timeZone,
		weekday: 'short',
		hour: '2-digit',
		minute: '2-digit',
	});

/** Holds that a push that was lost is settled at once and has arrived two runs later at most. */
function assertSentAgain(runs) {
	const lost = runs.findIndex(({ answers }) => answers.includes('failed'));
	assert.notEqual(lost, -1, 'a push was lost');
	const after = runs.slice(lost + 1).findIndex(({ answers }) => answers.includes('confirmed'));
	assert.ok(after === 0 || after === 1, `sent again ${after + 1} runs later`);
	return `the push of run ${lost + 1} was lost, and confirmed ${after + 1} run later`;
}

/** Holds that n8n goes on where it was stopped. */
function assertContinued(runs, { before, after }) {
	assert.ok(after.revision >= before.revision, `revision ${before.revision} -> ${after.revision}`);
	assert.deepEqual(
		after.state.pushes.slice(0, before.state.pushes.length),
		before.state.pushes,
		'no push is forgotten',
	);
	const known = Math.min(...runs.slice(1).map((run) => run.known));
	assert.ok(known > 600, `every run but the first knows the hours of four weeks: ${known}`);
	return `restarted after ${RESTART_AT} hours at revision ${before.revision} -> ${after.revision}, with ${before.state.pushes.length} pushes; every run knew ${known} hours or more`;
}

/** Holds that a person's edit is left alone from the next run on, and told once. */
function assertRespected(runs, account) {
	const edit = account.edits.find(({ author }) => author === 'person');
	const after = runs.filter(({ nowMs }) => nowMs > edit.atMs + HOUR_MS);
	assert.ok(after.length > HOURS - EDIT_AT - 5, 'there are runs after the edit');
	for (const { held, requests } of after) {
		assert.deepEqual(requests, [], 'nothing is pushed over it');
		assert.deepEqual(held, ['edited-by-someone']);
	}
	const told = runs.flatMap((run) => run.told);
	assert.equal(told.length, 1, `a person is told once: ${told.join(' | ')}`);
	return `edited by a person on ${clockOf(account, edit.atMs)}, and left alone for ${after.length} hours: ${told[0].slice(0, 140)} ...`;
}

/** Holds that the plan's edits are few. */
function assertWithinQuotas({ edits, timeZone }) {
	const own = edits.filter(({ author }) => author === 'api');
	assert.ok(own.length >= 3, `there are pushes: ${own.length}`);
	const perDay = new Map();
	for (const { atMs } of own) {
		const date = new Date(atMs).toLocaleDateString('en-CA', { timeZone });
		perDay.set(date, (perDay.get(date) ?? 0) + 1);
	}
	for (const [date, count] of perDay) assert.ok(count <= MOST_EDITS_A_DAY, `${count} edits on ${date}`);
	for (const { atMs } of own) {
		const within = own.filter((other) => other.atMs >= atMs && other.atMs < atMs + HOUR_MS).length;
		assert.ok(within <= MOST_EDITS_AN_HOUR, `${within} edits within an hour`);
	}
	return `edits of the plan: ${[...perDay].map(([date, count]) => `${count} on ${date}`).join(', ')}`;
}

/** Holds that every push is settled: by its answer, or by the value that the next run reads. */
function assertSettled({ pushes }) {
	const open = pushes.filter(({ status }) => !['confirmed', 'failed'].includes(status));
	assert.deepEqual(open, [], 'every push is settled');
	const seen = pushes.map(({ status, code }) => `${status} (${code})`);
	for (const settled of ['failed (server-error)', 'confirmed (accepted)', 'confirmed (read-back)'])
		assert.ok(seen.includes(settled), `a push is ${settled}: ${seen.join(', ')}`);
	return `pushes: ${seen.join(', ')}`;
}

/** Holds that every day spent about what its budget or its demand allowed, and no day more than the platform's limit. */
function assertSpent(account) {
	const first = account.truth().days.findIndex(({ startMs }) => startMs > account.startMs);
	return account
		.truth()
		.days.slice(first, first + HOURS / 24)
		.map(({ date, campaigns: [{ spendMicros, demandMicros, budgetMicros }] }) => {
			const share = spendMicros / Math.min(budgetMicros, demandMicros);
			assert.ok(share > 0.7 && share < 1.3, `${date} spent ${share.toFixed(2)} of what it could`);
			assert.ok(spendMicros <= 2 * budgetMicros, `${date} keeps the limit of a day`);
			const euros = (micros) => (micros / 1e6).toFixed(2);
			return `${date}: spent ${euros(spendMicros)}, budget ${euros(budgetMicros)}, demand ${euros(demandMicros)}`;
		});
}
