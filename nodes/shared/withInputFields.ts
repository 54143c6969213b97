import type { IDataObject } from 'n8n-workflow';

import type { OutputItem } from './budgetNode';

/**
 * An item with the fields of its input item behind its own.
 *
 * Without warnings of the input: an item has the field only if something is amiss, so those of an earlier node would pass for its own.
 */
export function withInputFields(item: OutputItem, input: IDataObject): OutputItem {
	const kept = Object.entries(input).filter(([field]) => field !== 'warnings');
	return { ...item, json: { ...item.json, ...Object.fromEntries(kept), ...item.json } };
}
