import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';

import { UserError } from '../../src/index';

/** An error of the core in n8n's words: what is wrong, what to do, and which item it is about. */
export function nodeError(context: IExecuteFunctions, error: Error, itemIndex: number): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const description = error instanceof UserError ? error.description : undefined;
	return new NodeOperationError(context.getNode(), error.message, {
		itemIndex,
		...(description !== undefined && { description }),
	});
}
