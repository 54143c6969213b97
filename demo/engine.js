// Runs a workflow file through n8n's own execution engine, in this process: the package's built nodes are real; n8n's own nodes
// are stand-ins, and external services (ad platforms, Slack) answer what is pinned to them. Used by the demo and by the tests.
require('reflect-metadata');

const { mkdirSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

process.env.N8N_LOG_LEVEL ??= 'silent';
process.env.N8N_USER_FOLDER ??= join(tmpdir(), 'n8n-nodes-budget-pacing-engine');
mkdirSync(process.env.N8N_USER_FOLDER, { recursive: true });

const { ExecutionLifecycleHooks, PackageDirectoryLoader, WorkflowExecute } = require('n8n-core');
const { createRunExecutionData, Workflow } = require('n8n-workflow');

const { dataTableNode, TABLE_PARAMETERS } = require('./dataTable');
const { httpRequest, PARAMETERS: HTTP_PARAMETERS } = require('./httpRequest');

const PACKAGE = 'n8n-nodes-budget-pacing';
const BASE = 'n8n-nodes-base.';

/** A stand-in node: its parameters and behaviour, as far as the engine needs them. */
const standIn = (name, parameters, execute) => ({
	description: {
		displayName: name,
		name,
		group: [],
		version: 1,
		description: '',
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		properties: parameters.map((parameter) => ({ displayName: parameter, name: parameter, type: 'json', default: '' })),
	},
	execute,
});

async function passOn() {
	return [this.getInputData()];
}

/** n8n's Filter node, for boolean conditions and equal texts. */
async function filter() {
	const holds = ({ leftValue, rightValue, operator }) =>
		leftValue === (operator.operation === 'equals' ? rightValue : operator.operation === 'true');
	return [this.getInputData().filter((_, index) => this.getNodeParameter('conditions', index).conditions.every(holds))];
}

/** n8n's Edit Fields node: items with the assigned fields, and with the others if these are included. */
async function set() {
	const assigned = (index) =>
		this.getNodeParameter('assignments', index).assignments.map(({ name, value }) => [name, value]);
	const others = ({ json }, index) => this.getNodeParameter('includeOtherFields', index, false) === true && json;
	const withFields = (item, index) => ({ json: { ...others(item, index), ...Object.fromEntries(assigned(index)) } });
	return [this.getInputData().map(withFields)];
}

/** n8n's Code node, run once for all items. */
async function code() {
	const items = this.getInputData();
	const run = new Function('$input', '$now', this.getNodeParameter('jsCode', 0));
	return [run({ first: () => items[0] }, this.evaluateExpression('{{ $now }}', 0))];
}

/**
 * A node that calls an external service: it returns the answers pinned to its name. A function receives what the node would send, or else
 * the URL that it would request. If there are as many answers as input items, each belongs to one item.
 */
const outside = (pinned, ...messages) =>
	async function answer() {
		const answers = pinned[this.getNode().name];
		if (answers === undefined) throw new Error(`Nothing is pinned to the node '${this.getNode().name}'`);
		const sentWith = (item) =>
			messages.map((name) => this.getNodeParameter(name, item, '')).find((text) => text !== '');
		const sent = () => this.getInputData().map((_, item) => sentWith(item) ?? '');
		const items = typeof answers === 'function' ? answers(sent()) : answers;
		const inputs = this.getInputData().map((_, item) => ({ item }));
		return [items.map((json, item) => ({ json, pairedItem: items.length === inputs.length ? { item } : inputs }))];
	};

/** An HTTP Request node with answers pinned to it returns them; another one really sends. */
const httpNode = (pinned) =>
	async function request() {
		const isPinned = pinned[this.getNode().name] !== undefined;
		return await (isPinned ? outside(pinned, 'jsonBody', 'jsonQuery', 'url') : httpRequest).call(this);
	};

/** n8n's Split Out node, for a list of objects: an item for each. */
async function splitOut() {
	const field = this.getNodeParameter('fieldToSplitOut', 0);
	return [
		this.getInputData().flatMap(({ json }, item) =>
			json[field].map((entry) => ({ json: entry, pairedItem: { item } })),
		),
	];
}

let loading;

/** The built nodes of this package, loaded as n8n loads them. */
async function packageNodes() {
	loading ??= (async () => {
		const loader = new PackageDirectoryLoader(join(__dirname, '..'));
		await loader.loadAll();
		return Object.fromEntries(Object.entries(loader.nodeTypes).map(([name, { type }]) => [`${PACKAGE}.${name}`, type]));
	})();
	return await loading;
}

/**
 * Runs a workflow once from one of its triggers.
 *
 * @param workflow as exported from n8n
 * @param pinned   answers of nodes that call external services, by node name: items, or a function of the messages that the node would send
 * @param tables   data tables by name, shared between runs to keep state; changed in place
 * @param mode     how the run was started: 'trigger', or 'manual' by a person in the editor
 * @returns status, error, the items of every output and the hints by node name, and the number of sub-workflows run
 */
async function runWorkflow({ workflow, trigger, items = [{}], pinned = {}, tables = new Map(), mode = 'trigger' }) {
	const own = await packageNodes();
	const types = {
		...own,
		[`${BASE}dataTable`]: standIn('Data Table', TABLE_PARAMETERS, dataTableNode(tables)),
		[`${BASE}code`]: standIn('Code', ['jsCode'], code),
		[`${BASE}filter`]: standIn('Filter', ['conditions'], filter),
		[`${BASE}set`]: standIn('Edit Fields', ['assignments', 'includeOtherFields'], set),
		[`${BASE}splitOut`]: standIn('Split Out', ['fieldToSplitOut'], splitOut),
		[`${BASE}httpRequest`]: standIn('HTTP Request', HTTP_PARAMETERS, httpNode(pinned)),
		[`${BASE}slack`]: standIn('Slack', ['text', 'message'], outside(pinned, 'text', 'message')),
		[`${BASE}googleSheets`]: standIn('Google Sheets', ['sheetName'], outside(pinned, 'sheetName')),
		...Object.fromEntries(
			['manualTrigger', 'scheduleTrigger', 'executeWorkflowTrigger', 'webhook', 'respondToWebhook'].map((name) => [
				BASE + name,
				standIn(name, [], passOn),
			]),
		),
	};
	const nodeTypes = {
		getByName: (name) => types[name],
		getByNameAndVersion: (name, version) => {
			const type = types[name];
			if (type === undefined) throw new Error(`The engine has no node of the type ${name}`);
			return 'nodeVersions' in type ? type.getNodeType(version) : type;
		},
		getKnownTypes: () => ({}),
	};
	let subWorkflows = 0;
	const executeWorkflow = async ({ code }, _data, { inputData }) => {
		subWorkflows++;
		const run = await execute(code, nodeTypes, code.nodes[0].name, inputData, executeWorkflow, mode);
		const { error, runData, lastNodeExecuted } = run.data.resultData;
		if (error !== undefined) throw Object.assign(new Error(error.message), { description: error.description });
		const last = runData[lastNodeExecuted];
		return { executionId: '1', data: last.at(-1).data.main, waitTill: null };
	};
	const nodes = workflow.nodes.filter(({ type }) => type !== `${BASE}stickyNote`);
	const start = trigger ?? nodes.find(({ type }) => type.endsWith('Trigger')).name;
	const run = await execute(
		{ ...workflow, nodes },
		nodeTypes,
		start,
		items.map((json) => ({ json })),
		executeWorkflow,
		mode,
	);
	const { runData, error } = run.data.resultData;
	return {
		status: run.status,
		error,
		subWorkflows,
		outputs: Object.fromEntries(
			Object.entries(runData).map(([name, runs]) => [
				name,
				(runs.at(-1).data?.main ?? []).map((output) => (output ?? []).map(({ json }) => json)),
			]),
		),
		hints: Object.fromEntries(Object.entries(runData).map(([name, runs]) => [name, runs.at(-1).hints ?? []])),
		items: Object.fromEntries(Object.entries(runData).map(([name, runs]) => [name, runs.at(-1).data?.main ?? []])),
	};
}

async function execute(code, nodeTypes, start, inputItems, executeWorkflow, mode) {
	const workflow = new Workflow({
		id: code.id ?? 'workflow',
		name: code.name,
		nodes: structuredClone(code.nodes), // the engine drops parameters that a stand-in does not declare
		connections: code.connections,
		active: false,
		nodeTypes,
		settings: code.settings ?? {},
	});
	const hooks = new ExecutionLifecycleHooks(mode, '1', code);
	const runExecutionData = createRunExecutionData({
		executionData: {
			contextData: {},
			nodeExecutionStack: [{ node: workflow.getNode(start), data: { main: [inputItems] }, source: null }],
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: {},
		},
	});
	const url = 'http://localhost/';
	const additionalData = {
		hooks,
		executeWorkflow,
		executionId: '1',
		userId: 'user',
		variables: {},
		currentNodeExecutionIndex: 0,
		restApiUrl: url,
		instanceBaseUrl: url,
		formWaitingBaseUrl: url,
		formBaseUrl: url,
		formTestBaseUrl: url,
		webhookBaseUrl: url,
		webhookWaitingBaseUrl: url,
		webhookTestBaseUrl: url,
		setExecutionStatus() {},
		sendDataToUI() {},
		credentialsHelper: {
			getDecrypted: async () => ({}),
			isCredentialUsableByNode: () => true,
			getParentTypes: () => [],
			authenticate: async (_credentials, _type, options) => options,
			preAuthentication: async () => undefined,
		},
	};
	return await new WorkflowExecute(additionalData, mode, runExecutionData).processRunExecutionData(workflow);
}

module.exports = { runWorkflow };
