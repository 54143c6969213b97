import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { errorItem, nodeError } from './nodeError';

/**
 * Runs a node. What stops it as a whole, such as a store that does not answer, is the error of every item with Continue On Fail.
 *
 * Thrown on, n8n would pass the input through the first output instead, as if every item had succeeded.
 */
export async function withErrorItems(
	context: IExecuteFunctions,
	outputs: number,
	run: () => Promise<INodeExecutionData[][]>,
): Promise<INodeExecutionData[][]> {
	try {
		return await run();
	} catch (error) {
		if (!context.continueOnFail()) throw nodeError(context, error as Error, 0);
		const failed = context.getInputData().map((_, itemIndex) => errorItem(error as Error, itemIndex));
		return [failed, ...Array.from({ length: outputs - 1 }, () => [])];
	}
}
