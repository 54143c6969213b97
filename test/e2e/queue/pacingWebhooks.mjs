import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { manifest } from '../n8nPackage.mjs';
import { isPacingNode } from '../pinnedWorkflow.mjs';

/** n8n registers the webhooks of a workflow some time after it was activated. */
const REGISTERED_WITHIN_MS = 60_000;

const pacing = (type, parameters) => ({
	type: `${manifest().name}.${type}`,
	typeVersion: 1,
	parameters: {
		budgetId: "={{ $('Webhook').first().json.body.budgetId }}",
		options: { asOf: "={{ $('Webhook').first().json.body.asOf }}" },
		...parameters,
	},
});

const inside = (type, typeVersion, parameters) => ({ type: `n8n-nodes-base.${type}`, typeVersion, parameters });

const ingest = [
	inside('set', 3.4, { mode: 'raw', jsonOutput: '={{ $json.body.report }}', options: {} }),
	pacing('ingestPerformance', {}),
];

/** The nodes behind each webhook. A webhook answers with what the last of them puts out. */
const NODES = {
	create: [
		pacing('pacingBudget', {
			operation: 'createOrUpdate',
			currency: 'EUR',
			timeZone: 'Europe/Berlin',
			amounts: { dailyAmount: '1000.00' },
		}),
	],
	ingest,
	'ingest-and-wait': [...ingest, inside('wait', 1.1, { amount: 10, unit: 'seconds' })],
	plan: [pacing('optimizeAllocation', {})],
	prepare: [
		pacing('preparePush', {
			platform: 'google_ads',
			accountId: '1234567890',
			objectIds: '={{ $json.body.objectId }}',
			currentValues: '={{ $json.body.current }}',
			dryRun: false,
			additionalFields: { dayAmount: '={{ $json.body.dayAmount }}' },
			guards: {},
		}),
	],
	confirm: [
		inside('set', 3.4, { mode: 'raw', jsonOutput: '={{ $json.body.answer }}', options: {} }),
		pacing('confirmPush', { pushId: '={{ $json.pushId }}' }),
		inside('noOp', 1, {}),
	],
	list: [{ ...pacing('pacingBudget', { operation: 'getAll', options: {} }), alwaysOutputData: true }],
	execution: [inside('set', 3.4, { mode: 'raw', jsonOutput: '={{ { "id": Number($execution.id) } }}', options: {} })],
};

const stored = (node, { parameters = {}, credentials = {} } = {}) => ({
	...node,
	parameters: { ...node.parameters, ...parameters },
	credentials,
});

/** Connections of a node to the next: of its first output, and of the second too where an answer may leave through it. */
function outputsTo({ type }, name) {
	const next = [{ node: name, type: 'main', index: 0 }];
	return type.endsWith('.confirmPush') ? [next, next] : [next];
}

function workflow(name, store) {
	const webhook = inside('webhook', 2, { path: name, httpMethod: 'POST', responseMode: 'lastNode', options: {} });
	const nodes = [webhook, ...NODES[name]].map((node, position) => ({
		id: randomUUID(),
		name: position === 0 ? 'Webhook' : `Step ${position}`,
		position: [200 * position, 0],
		...(position === 0 && { webhookId: randomUUID() }),
		...(isPacingNode(node) ? stored(node, store) : node),
	}));
	const connections = Object.fromEntries(
		nodes.slice(1).map((node, position) => [nodes[position].name, { main: outputsTo(nodes[position], node.name) }]),
	);
	return { name: `Queue test: ${name}`, nodes, connections, settings: { executionOrder: 'v1' } };
}

/**
 * Creates the workflows of this test, a production webhook before each, and activates them.
 *
 * @param store where the pacing nodes keep their state: `parameters` and `credentials` of a node; a data table unless it is given
 */
export async function activatePacingWebhooks(n8n, store) {
	for (const name of Object.keys(NODES)) {
		const { id, versionId } = await n8n.createWorkflow(workflow(name, store));
		await n8n.request('POST', `/rest/workflows/${id}/activate`, { versionId });
	}
}

/**
 * Calls a production webhook and waits until its execution has ended.
 *
 * @returns the last node's item, or `failure`, why there is none; a call that is not answered in time or cut off is a failure
 */
export async function callWebhook(base, name, body, timeoutMs = 300_000) {
	for (const startedMs = Date.now(); ; await sleep(200)) {
		let response;
		let text;
		try {
			response = await fetch(`${base}/webhook/${name}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', connection: 'close' },
				body: JSON.stringify(body),
				signal: AbortSignal.timeout(timeoutMs),
			});
			text = await response.text();
		} catch (error) {
			return { failure: error.cause?.code ?? error.name };
		}
		if (response.status === 404 && Date.now() - startedMs < REGISTERED_WITHIN_MS) continue;
		return response.ok ? { item: JSON.parse(text) } : { failure: `${response.status} ${text.slice(0, 300)}` };
	}
}
