import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { manifest } from './n8nPackage.mjs';

const SECONDS = 5;
const EXECUTED_WITHIN_MS = 60_000;

/** The shortest interval of Pacing Trigger, and some seconds to execute. */
const LOOKED_WITHIN_MS = 320_000;

const node = (name, type, typeVersion, parameters) => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
});

/** A workflow in production that looks for news of all budgets as often as it can. @returns its id */
export async function watchedBudgets(n8n) {
	return await inProduction(n8n, {
		name: 'Look for news',
		nodes: [node('Pacing Trigger', `${manifest().name}.pacingTrigger`, 1, { interval: '5' })],
		connections: {},
	});
}

/** Waits until a workflow has looked for news by itself. @returns how often */
export const lookedByItself = async (n8n, workflowId) => await executedMoreThan(n8n, workflowId, 0, LOOKED_WITHIN_MS);

/** A workflow in production that plans a budget every few seconds. @returns its id */
export async function scheduledPlans(n8n, budgetId) {
	const interval = [{ field: 'seconds', secondsInterval: SECONDS }];
	return await inProduction(n8n, {
		name: 'Plan every few seconds',
		nodes: [
			node('Schedule', 'n8n-nodes-base.scheduleTrigger', 1.2, { rule: { interval } }),
			node('Plan', `${manifest().name}.optimizeAllocation`, 1, { budgetId }),
		],
		connections: { Schedule: { main: [[{ node: 'Plan', type: 'main', index: 0 }]] } },
	});
}

async function inProduction(n8n, workflow) {
	const { id, versionId } = await n8n.createWorkflow({ ...workflow, settings: { executionOrder: 'v1' } });
	await n8n.request('POST', `/rest/workflows/${id}/activate`, { versionId });
	return id;
}

/** Waits until a workflow was executed more often than before, and holds that nothing failed. @returns how often */
export async function executedMoreThan(n8n, workflowId, before, withinMs = EXECUTED_WITHIN_MS) {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	for (const startedMs = Date.now(); ; await sleep(500)) {
		const { results } = await n8n.request('GET', `/rest/executions?filter=${filter}&limit=100`);
		const failed = results.filter(({ status }) => ['error', 'crashed'].includes(status));
		assert.deepEqual(failed, [], 'no scheduled execution failed');
		const { length } = results.filter(({ status, mode }) => status === 'success' && mode === 'trigger');
		if (length > before) return length;
		if (Date.now() - startedMs > withinMs) throw new Error(`executed ${length} times, and no more`);
	}
}
