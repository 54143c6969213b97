import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether an AI agent runs the node as a tool. Newer agents do not report that, but run a node whose type has this ending. */
export const isTool = (context: IExecuteFunctions): boolean =>
	context.isToolExecution() || context.getNode().type.endsWith('Tool');
