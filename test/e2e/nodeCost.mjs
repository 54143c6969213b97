import { median } from 'simple-statistics';

import { manifest } from './n8nPackage.mjs';

/** Executions before the clock counts, so that n8n's code is compiled and its tables are in memory. */
const WARM_UP = 3;

/** Single executions take between half and twice the median, so it takes many of them. */
const MEASURED = 61;

const node = (name, type, typeVersion, parameters = {}) => ({
	id: name,
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	position: [0, 0],
	parameters,
});

/** A node of the package that keeps its state in the data table. */
export const pacing = (name, type, parameters) => ({
	...node(name, type, 1, { stateStore: 'dataTable', options: {}, ...parameters }),
	type: `${manifest().name}.${type}`,
});

/** Connections of nodes one after the other. */
const inARow = (names) =>
	Object.fromEntries(
		names.slice(1).map((name, position) => [names[position], { main: [[{ node: name, type: 'main', index: 0 }]] }]),
	);

const TRIGGER = 'Start';

/** A sub-workflow that does nothing, with the settings that the package gives its own. */
const EMPTY = JSON.stringify({
	name: 'Empty',
	nodes: [node('Items', 'executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' }), node('Nothing', 'noOp', 1)],
	connections: inARow(['Items', 'Nothing']),
	settings: { executionOrder: 'v1', callerPolicy: 'any', saveDataSuccessExecution: 'none' },
});

const empty = (name) => node(name, 'executeWorkflow', 1.2, { source: 'parameter', workflowJson: EMPTY, options: {} });

/**
 * What executions of nodes of the package cost in a real n8n, against what no node that keeps a state could avoid: a sub-execution to read and one to write.
 *
 * Both run in one workflow in turn, so that whatever else the machine does falls on both, and so does what n8n still has to clear away of the one before.
 *
 * @param n8n   the client of any version
 * @param nodes nodes of the package as in a workflow, each working on a budget that exists
 * @returns milliseconds: `pair`, two sub-executions that do nothing, and `nodes`, by name; medians
 */
export async function nodeCost(n8n, nodes) {
	const steps = nodes.flatMap((measured) => [
		empty(`Empty 1 before ${measured.name}`),
		empty(`Empty 2 before ${measured.name}`),
		measured,
	]);
	const { id } = await n8n.createWorkflow({
		name: 'What a node costs',
		nodes: [node(TRIGGER, 'manualTrigger', 1), ...steps],
		connections: inARow([TRIGGER, ...steps.map(({ name }) => name)]),
		settings: { executionOrder: 'v1' },
	});
	const times = {};
	for (let round = 0; round < WARM_UP + MEASURED; round++) {
		const execution = await n8n.run(id, TRIGGER);
		if (execution.status !== 'success') throw new Error(`measuring failed: ${execution.failure}`);
		if (round < WARM_UP) continue;
		for (const [name, ms] of Object.entries(execution.times)) (times[name] ??= []).push(ms);
	}
	return {
		pair: median(
			nodes.flatMap(({ name }) => {
				const second = times[`Empty 2 before ${name}`];
				return times[`Empty 1 before ${name}`].map((ms, round) => ms + second[round]);
			}),
		),
		nodes: Object.fromEntries(nodes.map(({ name }) => [name, median(times[name])])),
	};
}
