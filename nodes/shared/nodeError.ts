import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';

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

/** The item of an error with Continue On Fail, about one item or several; n8n routes it by having nothing but these fields. */
export const errorItem = (error: Error, itemIndexes: number | readonly number[]): INodeExecutionData => ({
	json: { error: error.message, details: 'description' in error ? String(error.description ?? '') : '' },
	pairedItem: typeof itemIndexes === 'number' ? { item: itemIndexes } : itemIndexes.map((item) => ({ item })),
});
