import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeCredentials,
	INodeParameters,
	IWorkflowBase,
} from 'n8n-workflow';

/** A node of n8n's own in a sub-workflow. */
export interface Step {
	readonly name: string;
	/** Without the prefix of n8n's own nodes. */
	readonly type: string;
	readonly typeVersion: number;
	readonly parameters: INodeParameters;
	/** Whether the step after it runs though this one found nothing. */
	readonly alwaysOutputData?: boolean;
	readonly credentials?: INodeCredentials;
}

/** The step that every sub-workflow begins with: expressions reach what came in by `$('Items')`. */
const ITEMS: Step = {
	name: 'Items',
	type: 'executeWorkflowTrigger',
	typeVersion: 1.1,
	parameters: { inputSource: 'passthrough' },
};

/**
 * Runs n8n's own nodes one after the other over items, in a sub-workflow that exists only for the call.
 *
 * Community nodes cannot reach data tables themselves, but they can run the node that does. Parameters may hold expressions over the items,
 * so one call carries many rows.
 *
 * @returns what came out of the last step that ran
 */
export async function runSubWorkflow(
	context: IExecuteFunctions,
	steps: readonly Step[],
	items: readonly IDataObject[],
): Promise<IDataObject[]> {
	const code = subWorkflow([ITEMS, ...steps]) as unknown as IWorkflowBase;
	const { data } = await context.executeWorkflow(
		{ code },
		items.map((json) => ({ json })),
	);
	return (data?.[0] ?? []).map(({ json }) => json).filter((json) => Object.keys(json).length > 0);
}

const subWorkflow = (steps: readonly Step[]) => ({
	name: 'Budget pacing: state',
	nodes: steps.map(
		(step, position): INode => ({
			...step,
			id: step.name,
			type: `n8n-nodes-base.${step.type}`,
			position: [200 * position, 0],
		}),
	),
	connections: Object.fromEntries(
		steps
			.slice(1)
			.map(({ name }, position) => [
				steps[position]!.name,
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
	),
	settings: {
		executionOrder: 'v1',
		callerPolicy: 'any',
		saveDataSuccessExecution: 'none',
		saveDataErrorExecution: 'none',
		saveManualExecutions: false,
		saveExecutionProgress: false,
	},
	active: false,
});
