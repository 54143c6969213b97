import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { readFlatted } from './flatted.mjs';

/** Who owns an n8n that these scripts start: it listens on loopback only. */
export const OWNER = { email: 'owner@example.com', password: 'For-this-test-0nly' };

const EXECUTED_WITHIN_MS = 120_000;

/** The editor's own REST interface, as the person who owns the instance. */
export async function n8nClient(base) {
	const browserId = randomUUID();
	let cookie = '';

	const response = async (method, address, body) => {
		const isForm = body instanceof FormData;
		const answer = await fetch(base + address, {
			method,
			headers: {
				...(isForm ? {} : { 'content-type': 'application/json' }),
				'browser-id': browserId,
				cookie,
				// An n8n that is busy executing closes connections that are kept open while the next request is on its way.
				connection: 'close',
			},
			...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
		});
		const login = answer.headers.getSetCookie().find((entry) => entry.startsWith('n8n-auth='));
		if (login) cookie = login.split(';')[0];
		if (!answer.ok)
			throw new Error(`${method} ${address} answered ${answer.status}: ${(await answer.text()).slice(0, 800)}`);
		return answer;
	};
	const request = async (method, address, body) => {
		const answer = await (await response(method, address, body)).json();
		return answer?.data ?? answer;
	};

	const { userManagement } = await request('GET', '/rest/settings');
	if (userManagement.showSetupOnFirstLoad) {
		await request('POST', '/rest/owner/setup', { ...OWNER, firstName: 'Owner', lastName: 'Of This Test' });
	}
	await request('POST', '/rest/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });

	/** Waits until an execution has ended and returns its status, error and the items of every node's outputs. */
	const execution = async (id) => {
		for (const startedMs = Date.now(); ; await sleep(150)) {
			const answer = await request('GET', `/rest/executions/${id}`);
			if (['success', 'error', 'crashed', 'canceled'].includes(answer.status)) return readExecution(answer);
			if (Date.now() - startedMs > EXECUTED_WITHIN_MS) {
				throw new Error(`execution ${id} is still ${answer.status} after ${EXECUTED_WITHIN_MS / 1000} s`);
			}
		}
	};

	return {
		request,
		execution,
		file: (address) => response('GET', address),
		/** What the last execution of all put out, whoever started it; undefined before the first. */
		lastExecution: async () => {
			const { results } = await request('GET', '/rest/executions?limit=1');
			return results.length === 0 ? undefined : await execution(results[0].id);
		},
		createWorkflow: (workflow) => request('POST', '/rest/workflows', workflow),
		/** Executes a workflow as it is stored, its pinned data included, from the given trigger: the editor's button. */
		run: async (workflowId, trigger) => {
			const started = await request('POST', `/rest/workflows/${workflowId}/run`, {
				triggerToStartFrom: { name: trigger },
			});
			return await execution(started.executionId);
		},
	};
}

/**
 * @returns status, the failure in words (undefined if there was none), and `outputs[node][output]`: the json of the items of a node's last run;
 *          `counts[node]`: how often the node ran
 */
function readExecution(answer) {
	const { resultData } = readFlatted(answer.data);
	const outputs = {};
	const counts = {};
	for (const [node, runs] of Object.entries(resultData.runData)) {
		counts[node] = runs.length;
		outputs[node] = (runs.at(-1).data?.main ?? []).map((items) => (items ?? []).map((item) => item.json));
	}
	const { error, lastNodeExecuted } = resultData;
	const failure =
		error && `node '${error.node?.name ?? lastNodeExecuted}': ${error.message} ${error.description ?? ''}`;
	return { id: answer.id, status: answer.status, failure, outputs, counts };
}
