import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { nodeError } from './nodeError';
import { nodeOutputs } from './nodeOutputs';
import { errorItem } from './toItem';

/** The outputs of a node. */
export interface Outlets {
	/** Their number. */
	readonly outputs: number;
	/** The output of items that failed; by default the first. */
	readonly failureOutput?: number;
}

/**
 * Runs a node. With Continue On Fail, an error of the node as a whole, such as a store that does not answer, becomes the error of every item.
 *
 * If it were thrown, n8n would pass the input through the first output, as if every item had succeeded.
 */
export async function withErrorItems(
	context: IExecuteFunctions,
	{ outputs, failureOutput = 0 }: Outlets,
	run: () => Promise<INodeExecutionData[][]>,
): Promise<INodeExecutionData[][]> {
	try {
		return await run();
	} catch (error) {
		if (!context.continueOnFail()) throw nodeError(context, error as Error, 0);
		const { items, put } = nodeOutputs(context, outputs);
		context.getInputData().forEach((_, itemIndex) => put(failureOutput, errorItem(error as Error, itemIndex)));
		return items;
	}
}
