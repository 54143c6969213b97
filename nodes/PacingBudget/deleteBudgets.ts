import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CommonSettings } from '../../src/index';
import { errorItem } from '../shared/nodeError';
import { missingBudget, stopUnlessContinuing } from '../shared/perBudget';
import { openStore, readSettings } from '../shared/settings';

/** Deletes the budget of every item without reading its state: a damaged one can be deleted too. */
export async function deleteBudgets(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const store = openStore(context);
	const ids = context.getInputData().map((_, itemIndex) => readSettings(context, itemIndex, CommonSettings).budgetId);
	const stored = await store.load([...new Set(ids)]);
	const failures = new Map(
		ids.flatMap((budgetId, itemIndex) => (stored.has(budgetId) ? [] : [[itemIndex, missingBudget(budgetId, store)]])),
	);
	stopUnlessContinuing(context, failures);
	await store.remove([...stored.keys()]);
	return ids.map((budgetId, itemIndex) => {
		const failure = failures.get(itemIndex);
		if (failure !== undefined) return errorItem(failure, itemIndex);
		return { json: { budgetId, deleted: true }, pairedItem: { item: itemIndex } };
	});
}
