import type { IDataObject, IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import type { Note } from '../../src/index';
import type { OutputItem, BudgetNode } from './budgetNode';
import { fileOf } from './fileOf';
import { STATE_FIELD } from './inputItemStore';
import { nodeOutputs } from './nodeOutputs';
import { errorItem, toItem } from './toItem';
import type { Applied, Outcome } from './withStates';

/** The input items of a task, and its outcome. */
export interface FinishedTask {
	readonly itemIndexes: readonly number[];
	readonly outcome: Outcome<readonly OutputItem[]>;
}

/** The items of each output, in the order of the tasks. */
export async function outputItems(
	context: IExecuteFunctions,
	{
		outputs,
		failureOutput = 0,
		groupsItems = false,
	}: Pick<BudgetNode<never>, 'outputs' | 'failureOutput' | 'groupsItems'>,
	finished: readonly FinishedTask[],
): Promise<INodeExecutionData[][]> {
	const { items, put } = nodeOutputs(context, outputs);
	const input = context.getInputData();
	for (const { itemIndexes, outcome } of finished) {
		const [first] = itemIndexes as [number];
		const source = groupsItems ? itemIndexes : first;
		if ('error' in outcome) {
			put(failureOutput, errorItem(outcome.error, source));
			continue;
		}
		const state = travellingState(context, outcome);
		for (const { output, json, file, row, hints = [] } of outcome.result) {
			if (hints.length > 0) {
				context.addExecutionHints(...hints.map((hint) => executionHint(hint, String(json['budgetId']))));
			}
			const fields = { ...(!groupsItems && input[first]!.json), ...json, ...(row === undefined && state) };
			const item = toItem(fields, typeof row === 'number' ? itemIndexes[row]! : source);
			put(output, file === undefined ? item : { ...item, ...(await fileOf(context, file)) });
		}
	}
	return items;
}

/** A hint above the output; those of many budgets with the same code are shown as one. */
const executionHint = ({ code, message }: Note, budgetId: string): NodeExecutionHint => ({
	message: `${budgetId}: ${message}`,
	type: 'warning',
	location: 'outputPane',
	group: { key: code, summary: '{count} budgets need attention', label: budgetId },
});

/** The state as a field of an item, where states travel with items. */
const travellingState = (context: IExecuteFunctions, { state }: Applied<unknown>): IDataObject =>
	context.getNodeParameter('stateStore', 0) === 'inputItem' ? { [STATE_FIELD]: state as unknown as IDataObject } : {};
