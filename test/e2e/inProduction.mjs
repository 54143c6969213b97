import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { manifest } from './n8nPackage.mjs';

const SECONDS = 5;
const EXECUTED_WITHIN_MS = 60_000;

/** A workflow in production that plans a budget every few seconds. @returns its id */
export async function scheduledPlans(n8n, budgetId) {
	const node = (name, type, typeVersion, parameters) => ({
		id: name,
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters,
	});
	const interval = [{ field: 'seconds', secondsInterval: SECONDS }];
	const { id, versionId } = await n8n.createWorkflow({
		name: 'Plan every few seconds',
		nodes: [
			node('Schedule', 'n8n-nodes-base.scheduleTrigger', 1.2, { rule: { interval } }),
			node('Plan', `${manifest().name}.optimizeAllocation`, 1, { budgetId }),
		],
		connections: { Schedule: { main: [[{ node: 'Plan', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	await n8n.request('POST', `/rest/workflows/${id}/activate`, { versionId });
	return id;
}

/** Waits until a workflow was executed more often than before, and holds that nothing failed. @returns how often */
export async function executedMoreThan(n8n, workflowId, before) {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	for (const startedMs = Date.now(); ; await sleep(500)) {
		const { results } = await n8n.request('GET', `/rest/executions?filter=${filter}&limit=100`);
		const failed = results.filter(({ status }) => ['error', 'crashed'].includes(status));
		assert.deepEqual(failed, [], 'no scheduled execution failed');
		const { length } = results.filter(({ status, mode }) => status === 'success' && mode === 'trigger');
		if (length > before) return length;
		if (Date.now() - startedMs > EXECUTED_WITHIN_MS) throw new Error(`executed ${length} times, and no more`);
	}
}
