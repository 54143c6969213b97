import { setTimeout as sleep } from 'node:timers/promises';

import { readFlatted } from './flatted.mjs';
import { n8nClient } from './n8nClient.mjs';

const EXECUTED_WITHIN_MS = 120_000;
const ENDED = ['success', 'error', 'crashed', 'canceled'];

/**
 * The client for any n8n from 2.3 on. Older ones must be told that a workflow is not active, and want the workflow in the request
 * that starts it; newer ones look it up and ignore what is sent.
 *
 * @returns the client; what its `run` answers also has `times[node]`: milliseconds of a node, all its runs together
 */
export async function anyVersionClient(base) {
	const n8n = await n8nClient(base);

	/** Looks at the list: some versions cannot show an execution that is still running. */
	const ended = async (workflowId, id) => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		for (const startedMs = Date.now(); ; await sleep(150)) {
			const { results } = await n8n.request('GET', `/rest/executions?limit=20&filter=${filter}`);
			const status = results.find((execution) => execution.id === id)?.status;
			if (ENDED.includes(status)) return await n8n.request('GET', `/rest/executions/${id}`);
			if (Date.now() - startedMs > EXECUTED_WITHIN_MS) {
				throw new Error(`execution ${id} is still ${status} after ${EXECUTED_WITHIN_MS / 1000} s`);
			}
		}
	};

	const run = async (workflowId, trigger) => {
		const workflowData = await n8n.request('GET', `/rest/workflows/${workflowId}`);
		const { executionId } = await n8n.request('POST', `/rest/workflows/${workflowId}/run`, {
			workflowData,
			triggerToStartFrom: { name: trigger },
		});
		const { status, data } = await ended(workflowId, executionId);
		const { runData, error, lastNodeExecuted } = readFlatted(data).resultData;
		const ofNodes = (read) => Object.fromEntries(Object.entries(runData).map(([name, runs]) => [name, read(runs)]));
		return {
			status,
			failure: error && `node '${error.node?.name ?? lastNodeExecuted}': ${error.message} ${error.description ?? ''}`,
			outputs: ofNodes((runs) => (runs.at(-1).data?.main ?? []).map((items) => (items ?? []).map(({ json }) => json))),
			times: ofNodes((runs) => runs.reduce((sum, { executionTime }) => sum + executionTime, 0)),
		};
	};

	const createWorkflow = (workflow) => n8n.createWorkflow({ active: false, ...workflow });

	return { ...n8n, createWorkflow, run };
}
