import type { IExecuteFunctions, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

import { budgetReport, PacingBudgetSettings } from '../../src/index';
import { perBudget } from '../shared/perBudget';
import { readSettings } from '../shared/settings';

/** A page about each budget, as a file of its item. */
export async function reportBudgets(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const pages = new Map<number, { readonly html: string; readonly fileName: string }>();
	const [items = []] = await perBudget(context, {
		outputs: 1,
		operation: (_, nowMs) => (state) => ({ state, result: budgetReport(state, { nowMs }) }),
		answer: (page, { definition }, itemIndex) => {
			pages.set(itemIndex, page);
			return { output: 0, json: [{ budgetId: definition.budgetId, fileName: page.fileName }] };
		},
	});
	const withFile = async (item: INodeExecutionData): Promise<INodeExecutionData> => {
		const { item: itemIndex } = item.pairedItem as IPairedItemData;
		const page = pages.get(itemIndex);
		if (page === undefined) return item;
		const { binaryPropertyName } = readSettings(
			context,
			itemIndex,
			PacingBudgetSettings.pick({ binaryPropertyName: true }),
		);
		const file = await context.helpers.prepareBinaryData(Buffer.from(page.html), page.fileName, 'text/html');
		return { ...item, binary: { [binaryPropertyName]: file } };
	};
	return [await Promise.all(items.map(withFile))];
}
