import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { budgetReport } from '../../src/index';
import { perBudget } from '../shared/perBudget';
import { type Page, withFiles } from '../shared/withFiles';

/** A page about each budget, as a file of its item. */
export async function reportBudgets(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const pages = new Map<number, Page>();
	const [items = []] = await perBudget(context, {
		outputs: 1,
		operation: (_, nowMs) => (state) => ({ state, result: budgetReport(state, { nowMs }) }),
		answer: (page, { definition }, itemIndex) => {
			pages.set(itemIndex, page);
			return { output: 0, json: [{ budgetId: definition.budgetId, fileName: page.fileName }] };
		},
	});
	return [await withFiles(context, items, pages)];
}
