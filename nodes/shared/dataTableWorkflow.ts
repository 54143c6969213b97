import type { IDataObject, IExecuteFunctions, INode, INodeParameters, IWorkflowBase } from 'n8n-workflow';

/**
 * Runs one operation of n8n's own Data Table node over items, in a sub-workflow of two nodes that exists only for the call.
 *
 * Community nodes cannot reach data tables themselves, but they can run the node that does. Parameters may hold
 * expressions over the items, so one call carries many rows.
 *
 * @returns the rows that came back
 */
export async function runDataTable(
	context: IExecuteFunctions,
	parameters: INodeParameters,
	items: readonly IDataObject[],
): Promise<IDataObject[]> {
	const code = subWorkflow(parameters) as unknown as IWorkflowBase;
	const { data } = await context.executeWorkflow(
		{ code },
		items.map((json) => ({ json })),
	);
	return (data?.[0] ?? []).map(({ json }) => json).filter((json) => Object.keys(json).length > 0);
}

const TRIGGER: INode = {
	id: 'items',
	name: 'Items',
	type: 'n8n-nodes-base.executeWorkflowTrigger',
	typeVersion: 1.1,
	position: [0, 0],
	parameters: { inputSource: 'passthrough' },
};

function subWorkflow(parameters: INodeParameters) {
	const table: INode = {
		id: 'table',
		name: 'Table',
		type: 'n8n-nodes-base.dataTable',
		typeVersion: 1.1,
		position: [200, 0],
		parameters,
		alwaysOutputData: true,
	};
	return {
		name: 'Budget pacing: state',
		nodes: [TRIGGER, table],
		connections: { [TRIGGER.name]: { main: [[{ node: table.name, type: 'main', index: 0 }]] } },
		settings: {
			executionOrder: 'v1',
			callerPolicy: 'any',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
			saveManualExecutions: false,
			saveExecutionProgress: false,
		},
		active: false,
	};
}
