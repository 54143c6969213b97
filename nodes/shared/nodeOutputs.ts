import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isTool } from './isTool';

/** The outputs of a node while they are filled. */
export interface NodeOutputs {
	/** (outputs, items) */
	readonly items: INodeExecutionData[][];
	put(output: number, item: INodeExecutionData): void;
}

/** Empty outputs. Where the node serves an AI agent as a tool, all items go through the first, the only one that the model reads. */
export function nodeOutputs(context: IExecuteFunctions, count: number): NodeOutputs {
	const items = Array.from({ length: count }, (): INodeExecutionData[] => []);
	const asTool = isTool(context);
	return { items, put: (output, item) => items[asTool ? 0 : output]!.push(item) };
}
