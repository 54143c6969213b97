import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** An item with these fields, paired with one input item or several. */
export const toItem = (json: object, itemIndexes: number | readonly number[]): INodeExecutionData => ({
	json: json as IDataObject,
	pairedItem: typeof itemIndexes === 'number' ? { item: itemIndexes } : itemIndexes.map((item) => ({ item })),
});

/** The item of an error with Continue On Fail; n8n recognises it by its having only these fields. */
export const errorItem = (error: Error, itemIndexes: number | readonly number[]): INodeExecutionData =>
	toItem({ error: error.message, details: 'description' in error ? String(error.description ?? '') : '' }, itemIndexes);
