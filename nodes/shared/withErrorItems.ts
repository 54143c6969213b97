import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { nodeError } from './nodeError';
import { nodeOutputs } from './nodeOutputs';
import { errorItem } from './toItem';

/** Where the items of a node go. */
export interface Outlets {
	/** How many there are. */
	readonly outputs: number;
	/** The output of items that failed; the first unless it is said. */
	readonly failureOutput?: number;
}

/**
 * Runs a node. What stops it as a whole, such as a store that does not answer, is the error of every item with Continue On Fail.
 *
 * Thrown on, n8n would pass the input through the first output instead, as if every item had succeeded.
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
