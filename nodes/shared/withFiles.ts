import type { IExecuteFunctions, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

import { FileSettings } from '../../src/index';
import { readSettings } from './settings';

/** A page that an item carries as a file. */
export interface Page {
	readonly html: string;
	readonly fileName: string;
}

/** Gives the first item that came of each input item its page, as a file in the field that the user named. */
export async function withFiles(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	pages: ReadonlyMap<number, Page>,
): Promise<INodeExecutionData[]> {
	const open = new Map(pages);
	const withFile = async (item: INodeExecutionData): Promise<INodeExecutionData> => {
		const { item: itemIndex } = item.pairedItem as IPairedItemData;
		const page = open.get(itemIndex);
		if (page === undefined) return item;
		open.delete(itemIndex);
		const { binaryPropertyName } = readSettings(context, itemIndex, FileSettings);
		const file = await context.helpers.prepareBinaryData(Buffer.from(page.html), page.fileName, 'text/html');
		return { ...item, binary: { [binaryPropertyName]: file } };
	};
	return await Promise.all(items.map(withFile));
}
