import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** An item with these fields that came of one input item, or of several together. */
export const toItem = (json: IDataObject, itemIndexes: number | readonly number[]): INodeExecutionData => ({
	json,
	pairedItem: typeof itemIndexes === 'number' ? { item: itemIndexes } : itemIndexes.map((item) => ({ item })),
});

/** The item of an error with Continue On Fail; n8n routes it by its having nothing but these fields. */
export const errorItem = (error: Error, itemIndexes: number | readonly number[]): INodeExecutionData =>
	toItem({ error: error.message, details: 'description' in error ? String(error.description ?? '') : '' }, itemIndexes);
