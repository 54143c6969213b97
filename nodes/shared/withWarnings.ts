import type { Note } from '../../src/index';
import type { OutputItem } from './budgetNode';

/** An item with more warnings, where it stands for its budget: other items are rows of a report. */
export function withWarnings(item: OutputItem, notes: readonly Note[]): OutputItem {
	if (notes.length === 0 || item.row !== undefined) return item;
	const { warnings = [] } = item.json;
	return { ...item, json: { ...item.json, warnings: [...notes, ...warnings] } };
}
