import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { n8nClient } from '../n8nClient.mjs';
import { storedBudget } from '../storedBudget.mjs';
import { callWebhook } from './pacingWebhooks.mjs';
import { assertAsSequential, freshBudget } from './rounds.mjs';

/** n8n fails an execution whose worker is gone after one to two minutes. */
const MOST_CALLS = 5;

/** Sends a report until it is answered, as a caller would. */
async function insistentCall(base, body, answered) {
	const failures = [];
	while (failures.length < MOST_CALLS) {
		const { item, failure } = await callWebhook(base, 'ingest', body);
		answered(failure);
		if (failure === undefined) return { item, failures };
		failures.push(failure);
	}
	throw new Error(`a report was not taken in: ${failures.join(', ')}`);
}

/**
 * Kills each worker in turn while reports are taken in, and starts both again; reports that were not answered are sent again.
 *
 * @returns in words what was seen
 */
export async function workersKilled(n8n, { base, workers }, budgetId, hours) {
	const budget = await freshBudget(n8n, base, budgetId, hours);
	/** Answers after which a worker is killed. */
	const killings = new Map(workers.map((worker, number) => [Math.floor((hours * (number + 1)) / 4), worker]));
	let successes = 0;
	const killed = [];
	const answered = (failure) => {
		if (failure !== undefined) return;
		successes++;
		const worker = killings.get(successes);
		if (worker !== undefined) killed.push(worker.kill());
	};
	const calls = Promise.all(budget.ingests.map(async (body) => await insistentCall(base, body, answered)));
	while (killed.length < workers.length) await Promise.race([sleep(100), calls]);
	await Promise.all(killed);
	const whenAllWereGone = successes;
	assert.ok(whenAllWereGone < hours, 'the workers were killed in mid-run');
	await Promise.all(workers.map(async (worker) => await worker.start()));
	const answers = await calls;
	const again = answers.filter(({ failures }) => failures.length > 0);
	assert.ok(again.length > 0, 'executions died with their workers');
	const written = again.filter(({ item }) => item.unchanged === 1).length;
	assert.equal(
		again.filter(({ item }) => item.accepted === 1).length + written,
		again.length,
		'each is taken in or known',
	);
	return [
		`${whenAllWereGone} of ${hours} reports were in when the last worker was killed`,
		`${again.length} executions died and were sent again: ${written} had written already and counted nothing twice`,
		await assertAsSequential(n8n, base, budget),
	];
}

/**
 * Kills the main process after an execution has written and before it is answered, starts it again and repeats the request.
 *
 * @returns in words what was seen, and the client of the main process that was started again
 */
export async function mainKilled(n8n, { base, main }, budgetId) {
	const budget = await freshBudget(n8n, base, budgetId, 3);
	const [first, second, third] = budget.ingests;
	const taken = async (body) => {
		const { item, failure } = await callWebhook(base, 'ingest', body);
		assert.equal(failure, undefined, `a report is taken in: ${failure}`);
		return { accepted: item.accepted, unchanged: item.unchanged };
	};
	assert.deepEqual(await taken(first), { accepted: 1, unchanged: 0 });
	const unanswered = callWebhook(base, 'ingest-and-wait', second);
	while ((await storedBudget(n8n, budgetId)).revision < 2) await sleep(50);
	await main.kill();
	const { failure } = await unanswered;
	assert.notEqual(failure, undefined, 'the request was cut off');
	await main.start();
	const client = { ...n8n, ...(await n8nClient(base)) };
	assert.deepEqual(await taken(second), { accepted: 0, unchanged: 1 }, 'the repeated request counts nothing twice');
	assert.deepEqual(await taken(third), { accepted: 1, unchanged: 0 }, 'the state continues');
	return {
		client,
		seen: [`cut off with ${failure}; repeated: 1 unchanged`, await assertAsSequential(client, base, budget)],
	};
}
