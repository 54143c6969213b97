import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CommonSettings } from '../../src/index';
import { errorItem } from '../shared/nodeError';
import { missingBudget, stopUnlessContinuing } from '../shared/perBudget';
import { openStore, readSettings } from '../shared/settings';

/** Deletes the budget of every item without reading its state: a damaged one can be deleted too. */
export async function deleteBudgets(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const store = openStore(context);
	const failures = new Map<number, Error>();
	const budgetOf = new Map<number, string>();
	context.getInputData().forEach((_, itemIndex) => {
		try {
			budgetOf.set(itemIndex, readSettings(context, itemIndex, CommonSettings).budgetId);
		} catch (error) {
			failures.set(itemIndex, error as Error);
		}
	});
	const stored = await store.load([...new Set(budgetOf.values())]);
	for (const [itemIndex, budgetId] of budgetOf) {
		if (!stored.has(budgetId)) failures.set(itemIndex, missingBudget(budgetId, store));
	}
	stopUnlessContinuing(context, failures);
	if (stored.size > 0) await store.remove([...stored.keys()]);
	return context.getInputData().map((_, itemIndex) => {
		const failure = failures.get(itemIndex);
		if (failure !== undefined) return errorItem(failure, itemIndex);
		return { json: { budgetId: budgetOf.get(itemIndex)!, deleted: true }, pairedItem: { item: itemIndex } };
	});
}
