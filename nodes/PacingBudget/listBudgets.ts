import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { damageOf } from '../../src/index';
import { attempt } from '../shared/attempt';
import { nodeError } from '../shared/nodeError';
import { openStore } from '../shared/openStore';
import { errorItem, toItem } from '../shared/toItem';
import { unreadableBudget } from '../shared/unreadableBudget';
import { withWarnings } from '../shared/withWarnings';
import { definitionItem } from './budgetItem';

/** The definitions of all budgets, an item each. A damaged one stops the node, or is an error item with Continue On Fail. */
export async function listBudgets(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const indexes = context.getInputData().map((_, itemIndex) => itemIndex);
	const stored = await openStore(context).list();
	return [...stored].map(([budgetId, { read }]) => {
		const state = attempt(read);
		if (!('error' in state)) {
			const { json } = withWarnings({ output: 0, json: definitionItem(state) }, damageOf(state));
			return toItem(json, indexes);
		}
		const unreadable = unreadableBudget(budgetId, state.error);
		if (context.continueOnFail()) return errorItem(unreadable, indexes);
		throw nodeError(context, unreadable, 0);
	});
}
