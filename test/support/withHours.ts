import type { WorkflowFile } from './asOf';

/** A workflow whose plans include their hours, for tests that add them up. */
export const withHours = <File extends WorkflowFile>(workflow: File) => ({
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.type === 'n8n-nodes-budget-pacing.optimizeAllocation'
			? { ...node, parameters: { ...node.parameters, include: ['hours'] } }
			: node,
	),
});
