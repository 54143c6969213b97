import { randomUUID } from 'node:crypto';

import { onClock, settingsNode, storedWorkflow } from '../pinnedWorkflow.mjs';

/** Real seconds between two hours of the account; where the machine is slower, executions wait for each other. */
const SECONDS = 1;

/** What n8n is told by environment so that one hour is paced after the other. */
export const ONE_AFTER_THE_OTHER = { N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' };

const CLOCK = 'Sandbox Clock';
const NOW = `$('${CLOCK}').first().json.nowMs`;

/**
 * An example workflow as a person sets it to try it out: the sandbox's address in Settings, and Dry Run off.
 *
 * What it would tell Slack it shows on its canvas only; as after Slack, nothing else is left of the item.
 */
function atSandbox(url, file) {
	const workflow = storedWorkflow(file);
	settingsNode(workflow.nodes).parameters.assignments.assignments.find(({ name }) => name === 'baseUrl').value = url;
	for (const node of workflow.nodes) {
		if (node.type.endsWith('.preparePush')) node.parameters.dryRun = false;
		if (node.type.endsWith('.slack'))
			Object.assign(node, {
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: { mode: 'raw', jsonOutput: '={{ { text: $json.display?.text ?? $json.text } }}' },
			});
	}
	return workflow;
}

/**
 * The same for a budget of its own, on the account's time: its schedule plays the account an hour on every few seconds, and then paces that hour.
 */
export function hourAfterHour(url, file, budgetId) {
	const { nodes, connections, ...workflow } = onClock(atSandbox(url, file), NOW);
	for (const { type, parameters } of nodes) {
		if (type.endsWith('.pacingBudget')) parameters.budgetId = budgetId;
		if (type.endsWith('.scheduleTrigger'))
			parameters.rule = { interval: [{ field: 'seconds', secondsInterval: SECONDS }] };
	}
	const clock = {
		id: randomUUID(),
		name: CLOCK,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [130, 100],
		parameters: {
			method: 'POST',
			url: `${url}/clock`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '{ "hours": 1 }',
			options: {},
		},
	};
	const triggers = nodes.filter(({ type }) => type.endsWith('Trigger')).map(({ name }) => name);
	const afterTriggers = connections[triggers[0]];
	const toClock = { main: [[{ node: CLOCK, type: 'main', index: 0 }]] };
	return {
		...workflow,
		name: `${workflow.name}, hour after hour`,
		nodes: [...nodes, clock],
		connections: {
			...connections,
			...Object.fromEntries(triggers.map((name) => [name, toClock])),
			[CLOCK]: afterTriggers,
		},
	};
}
