import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { answerItems } from './answerItems';
import type { Failure } from './attempt';
import type { BudgetNode } from './budgetNode';
import type { CommonSettings } from './commonSettings';
import { nodeError } from './nodeError';
import { nodeOutputs } from './nodeOutputs';
import { openStore } from './openStore';
import { questions } from './questions';
import { withErrorItems } from './withErrorItems';
import { withStates } from './withStates';

/**
 * Runs a node that decides about budgets.
 *
 *     parameters -> questions by item or budget -> states loaded -> decisions -> states saved -> items per output
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
		const asked = questions(context, node, store);
		const operations = asked.map(({ itemIndexes, operation }) => orStop(context, itemIndexes, operation));
		const possible = operations.flatMap((operation) => ('error' in operation ? [] : operation));
		const outcomes = await withStates(store, possible, { allOrNothing: !context.continueOnFail() });
		const outcomeOf = new Map(possible.map((operation, position) => [operation, outcomes[position]!]));
		const answered = asked.map(({ itemIndexes, operation }) => ({
			itemIndexes,
			outcome: orStop(context, itemIndexes, 'error' in operation ? operation : outcomeOf.get(operation)!),
		}));
		return await answerItems(context, node, answered);
	});

/** Passes on what was made; stops the node at a failure, unless the user chose Continue On Fail. */
function orStop<Content extends object>(
	context: IExecuteFunctions,
	[itemIndex]: readonly number[],
	content: Content | Failure,
): Content | Failure {
	if ('error' in content && !context.continueOnFail()) throw nodeError(context, content.error, itemIndex!);
	return content;
}
