/** A workflow as exported from n8n, as far as tests touch it. */
export interface WorkflowFile {
	readonly nodes: readonly { readonly type: string; readonly parameters: { readonly options?: object } }[];
}

/** A workflow as if it ran at an instant: every node of this package decides for that one. */
export const asOf = <File extends WorkflowFile>(workflow: File, instantMs: number) => ({
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.type.startsWith('n8n-nodes-budget-pacing.')
			? { ...node, parameters: { ...node.parameters, options: optionsAsOf(node.parameters.options, instantMs) } }
			: node,
	),
});

const optionsAsOf = (options: object | undefined, instantMs: number) => ({
	...options,
	asOf: new Date(instantMs).toISOString(),
});
