import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CommonSettings, type PacingState, UserError } from '../../src/index';
import { STATE_FIELD } from './inputItemStore';
import { errorItem, nodeError } from './nodeError';
import type { StateStore } from './stateStore';
import { openStore, readInstant, readSettings } from './settings';
import { withErrorItems } from './withErrorItems';
import { type BudgetOperation, withStates } from './withStates';

/** What a node says of one budget: fields of an item, and the output it leaves through. */
export interface Answer {
	readonly output: number;
	readonly json: readonly IDataObject[];
}

interface BudgetNode<Result> {
	readonly outputs: number;
	/** Reads the item's own parameters and returns what is to be done; throws what the user can put right. */
	readonly operation: (
		itemIndex: number,
		nowMs: number,
	) => (state: PacingState) => { state: PacingState; result: Result };
	/** The state of a budget that is not there yet; without it, such a budget is an error. */
	readonly create?: (itemIndex: number) => PacingState;
	readonly answer: (result: Result, state: PacingState, itemIndex: number) => Answer;
}

/**
 * Runs a node that decides for one budget per item: reads all states in one batch, decides, stores, and answers item by item.
 *
 * An item that fails leaves through the first output with Continue On Fail, and stops the node without; nothing is stored then.
 */
export const perBudget = async <Result>(
	context: IExecuteFunctions,
	node: BudgetNode<Result>,
): Promise<INodeExecutionData[][]> =>
	await withErrorItems(context, node.outputs, async () => await answered(context, node));

async function answered<Result>(context: IExecuteFunctions, node: BudgetNode<Result>): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const outputs = Array.from({ length: node.outputs }, (): INodeExecutionData[] => []);
	if (items.length === 0) return outputs;
	const store = openStore(context);
	const { failures, operations } = prepared(context, node, store);
	stopUnlessContinuing(context, failures);
	const outcomes = await withStates(store, [...operations.values()], { allOrNothing: !context.continueOnFail() });
	const outcomeOf = new Map([...operations.keys()].map((itemIndex, position) => [itemIndex, outcomes[position]!]));
	for (const [itemIndex, outcome] of outcomeOf) if ('error' in outcome) failures.set(itemIndex, outcome.error);
	stopUnlessContinuing(context, failures);

	const carriesState = context.getNodeParameter('stateStore', 0) === 'inputItem';
	const asTool = context.isToolExecution();
	items.forEach(({ json: input }, itemIndex) => {
		const outcome = outcomeOf.get(itemIndex);
		if (outcome === undefined || 'error' in outcome) {
			outputs[0]!.push(errorItem(failures.get(itemIndex)!, itemIndex));
			return;
		}
		const { output, json } = node.answer(outcome.result, outcome.state, itemIndex);
		const state = carriesState ? { [STATE_FIELD]: outcome.state as unknown as IDataObject } : {};
		for (const fields of json) {
			outputs[asTool ? 0 : output]!.push({ json: { ...input, ...fields, ...state }, pairedItem: { item: itemIndex } });
		}
	});
	return outputs;
}

/** What is to be done for each item, and the items whose settings cannot be used. */
function prepared<Result>(context: IExecuteFunctions, node: BudgetNode<Result>, store: StateStore) {
	const failures = new Map<number, Error>();
	const operations = new Map<number, BudgetOperation<Result>>();
	context.getInputData().forEach((_, itemIndex) => {
		try {
			const { budgetId, options } = readSettings(context, itemIndex, CommonSettings);
			const nowMs = readInstant(options.asOf);
			const decide = node.operation(itemIndex, nowMs);
			operations.set(itemIndex, {
				budgetId,
				nowMs,
				apply: (state) => {
					if (state !== null) return decide(state);
					if (node.create !== undefined) return decide(node.create(itemIndex));
					throw missingBudget(budgetId, store);
				},
			});
		} catch (error) {
			failures.set(itemIndex, error as Error);
		}
	});
	return { failures, operations };
}

/** The error of a budget that is not in its store. */
export const missingBudget = (budgetId: string, { place }: StateStore): UserError =>
	new UserError(
		`There is no budget '${budgetId}' in ${place}`,
		'Create it with a Pacing Budget node (Create or Update) earlier in the workflow, or check Budget ID.',
	);

/** Stops the node at its first failure, unless the user chose Continue On Fail. */
export function stopUnlessContinuing(context: IExecuteFunctions, failures: ReadonlyMap<number, Error>): void {
	if (context.continueOnFail()) return;
	for (const [itemIndex, error] of failures) throw nodeError(context, error, itemIndex);
}
