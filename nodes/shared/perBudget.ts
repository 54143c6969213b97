import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { outputItems } from './outputItems';
import type { Failure } from './attempt';
import type { BudgetNode } from './budgetNode';
import type { CommonSettings } from './commonSettings';
import { nodeError } from './nodeError';
import { nodeOutputs } from './nodeOutputs';
import { openStore } from './openStore';
import { tasks } from './tasks';
import { withErrorItems } from './withErrorItems';
import { withStates } from './withStates';

/**
 * Runs a node that decides about budgets.
 *
 *     parameters -> tasks by item or budget -> states loaded -> decisions -> states saved -> items per output
 *
 * States are loaded and saved in one batch. An item that fails leaves through the failure output with Continue On Fail; without, it stops the
 * node, and nothing is stored then.
 */
export const perBudget = async <Settings extends CommonSettings>(
	context: IExecuteFunctions,
	node: BudgetNode<Settings>,
): Promise<INodeExecutionData[][]> =>
	await withErrorItems(context, node, async () => {
		if (context.getInputData().length === 0) return nodeOutputs(context, node.outputs).items;
		const store = openStore(context);
		const prepared = tasks(context, node, store);
		const operations = prepared.map(({ itemIndexes, operation }) => orStop(context, itemIndexes, operation));
		const possible = operations.flatMap((operation) => ('error' in operation ? [] : operation));
		const outcomes = await withStates(store, possible, { allOrNothing: !context.continueOnFail() });
		const outcomeOf = new Map(possible.map((operation, position) => [operation, outcomes[position]!]));
		const finished = prepared.map(({ itemIndexes, operation }) => ({
			itemIndexes,
			outcome: orStop(context, itemIndexes, 'error' in operation ? operation : outcomeOf.get(operation)!),
		}));
		return await outputItems(context, node, finished);
	});

/** Stops the node at a failure, unless the user chose Continue On Fail. */
function orStop<Content extends object>(
	context: IExecuteFunctions,
	[itemIndex]: readonly number[],
	content: Content | Failure,
): Content | Failure {
	if ('error' in content && !context.continueOnFail()) throw nodeError(context, content.error, itemIndex!);
	return content;
}
