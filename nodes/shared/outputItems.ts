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
	for (const { itemIndexes, outcome } of finished) {
		const [first] = itemIndexes as [number];
		const source = groupsItems ? itemIndexes : first;
		if ('error' in outcome) {
			put(failureOutput, errorItem(outcome.error, source));
			continue;
		}
		const state = travellingState(context, outcome);
		for (const { output, json, file, row, hints = [], facts = [] } of outcome.result) {
			const { budgetId } = json;
			const shown = [...hints.map(warningHint), ...facts.map(infoHint)].map((hint) => hint(budgetId));
			if (shown.length > 0) context.addExecutionHints(...shown);
			const fields = { ...json, ...(row === undefined && state) };
			const item = toItem(fields, typeof row === 'number' ? itemIndexes[row]! : source);
			put(output, file === undefined ? item : { ...item, ...(await fileOf(context, file)) });
		}
	}
	return items;
}

/** Hints above the output; those of many budgets with the same code are shown as one. */
const executionHint =
	(type: 'info' | 'warning', summary: string) =>
	({ code, message }: Note) =>
	(budgetId: string): NodeExecutionHint => ({
		message: `${budgetId}: ${message}`,
		type,
		location: 'outputPane',
		group: { key: code, summary, label: budgetId },
	});
const warningHint = executionHint('warning', '{count} budgets need attention');
const infoHint = executionHint('info', '{count} tables were read');

/** The state as a field of an item, where states travel with items. */
const travellingState = (context: IExecuteFunctions, { state }: Applied<unknown>): IDataObject =>
	context.getNodeParameter('stateStore', 0) === 'inputItem' ? { [STATE_FIELD]: state as unknown as IDataObject } : {};
