import { readFileSync } from 'node:fs';
import path from 'node:path';

import { manifest, projectRoot } from './n8nPackage.mjs';

/** Nodes that stay inside n8n and run as they are; every other one reaches out, and gets its output pinned. */
const INSIDE = new Set(
	[
		'aggregate',
		'code',
		'filter',
		'if',
		'limit',
		'manualTrigger',
		'merge',
		'noOp',
		'scheduleTrigger',
		'set',
		'splitOut',
		'stickyNote',
		'switch',
	].map((type) => `n8n-nodes-base.${type}`),
);

export const isPacingNode = (node) => node.type.startsWith(`${manifest().name}.`);

/** The one pacing node of a type, such as `ingestPerformance`; that which marks alerts as told is another Pacing Budget, and is not meant. */
export function pacingNode(workflow, type) {
	const nodes = workflow.nodes.filter(
		(node) => node.type === `${manifest().name}.${type}` && node.parameters.operation !== 'markTold',
	);
	if (nodes.length !== 1) throw new Error(`'${workflow.name}' has ${nodes.length} nodes of type ${type}, expected 1`);
	return nodes[0];
}

/** What a person enters at the head of an example workflow, by name. */
export const settingsOf = ({ nodes }) =>
	Object.fromEntries(settingsNode(nodes).parameters.assignments.assignments.map(({ name, value }) => [name, value]));

/** The node at the head of an example workflow that holds what a person enters. */
export const settingsNode = (nodes) => nodes.find(({ name }) => name === 'Settings');

/** The nodes whose main output reaches the given node directly or through others. */
function upstream(workflow, name, seen = new Set()) {
	for (const [source, { main = [] }] of Object.entries(workflow.connections)) {
		if (seen.has(source) || !main.flat().some((target) => target?.node === name)) continue;
		seen.add(source);
		upstream(workflow, source, seen);
	}
	return seen;
}

/**
 * A workflow on another clock than n8n's: the nodes of this package decide for its time, and expressions read it.
 *
 * @param nowMs n8n's expression of the time, in epoch milliseconds
 */
export function onClock(workflow, nowMs) {
	const { nodes, ...rest } = JSON.parse(JSON.stringify(workflow).replaceAll('$now', `DateTime.fromMillis(${nowMs})`));
	for (const { parameters } of nodes.filter(isPacingNode))
		parameters.options = { ...parameters.options, asOf: `={{ ${nowMs} }}` };
	return { ...rest, nodes };
}

/** Answers from outside that later nodes read: somebody has doubled the daily budget, which has run away, and the plan takes it back. */
const ANSWERS = {
	'Read Current Budget': { results: [{ campaignBudget: { amountMicros: '2000000000' } }] },
	'Push Day Budget': { statusCode: 200, body: { results: [{}] } },
};

/** A workflow of this package as it is imported. Credentials are left out: none exist here. */
export function storedWorkflow(file) {
	const workflow = JSON.parse(readFileSync(path.join(projectRoot, 'workflows', file), 'utf8'));
	const { name, nodes, connections, settings = {} } = workflow;
	return { name, nodes: nodes.map(({ credentials: _, ...node }) => node), connections, settings };
}

/**
 * A workflow of this package as a person would try it out without accounts: the nodes that reach outside are pinned.
 *
 * What feeds Ingest Performance from outside is pinned to `rows`, the rest to an answer that says little. Plans include their hours, to be added up.
 *
 * @returns workflow to create through REST, and the name of the trigger to start it from
 */
export function pinnedWorkflow(file, rows) {
	const workflow = storedWorkflow(file);
	pacingNode(workflow, 'optimizeAllocation').parameters.include = ['hours'];
	const feeding = upstream(workflow, pacingNode(workflow, 'ingestPerformance').name);
	const pinData = {};
	for (const node of workflow.nodes) {
		if (isPacingNode(node) || INSIDE.has(node.type)) continue;
		const items = feeding.has(node.name) ? rows : [ANSWERS[node.name] ?? { ok: true }];
		pinData[node.name] = items.map((json) => ({ json }));
	}
	const triggers = workflow.nodes.filter(({ type }) => type.endsWith('Trigger'));
	const trigger = triggers.find(({ type }) => type === 'n8n-nodes-base.manualTrigger') ?? triggers[0];
	if (trigger === undefined) throw new Error(`${file} has no trigger`);
	return { trigger: trigger.name, workflow: { ...workflow, pinData } };
}

/** A workflow of this test's own: pinned rows -> Ingest Performance -> Check Exhaustion, on a budget that exists already. */
export function secondWorkflow(budgetId, rows) {
	const type = (name) => `${manifest().name}.${name}`;
	const node = (name, nodeType, position, parameters) => ({
		id: name,
		name,
		type: nodeType,
		typeVersion: 1,
		position: [position, 0],
		parameters,
	});
	const to = (name) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	return {
		trigger: 'Manual Trigger',
		workflow: {
			name: 'A second workflow on the same budget',
			nodes: [
				node('Manual Trigger', 'n8n-nodes-base.manualTrigger', 0, {}),
				node('Ingest', type('ingestPerformance'), 200, { budgetId }),
				node('Check', type('checkExhaustion'), 400, {}),
			],
			connections: { 'Manual Trigger': to('Ingest'), Ingest: to('Check') },
			settings: { executionOrder: 'v1' },
			pinData: { 'Manual Trigger': rows.map((json) => ({ json })) },
		},
	};
}
