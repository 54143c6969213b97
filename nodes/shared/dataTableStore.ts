import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';

import { dataTable, NO_FILTER } from './dataTable';
import type { StateStore } from './stateStore';
import { COLUMNS, type RowVersion, tableStore } from './tableStore';

/** Rows of one budget that are looked at: more than one only after two first inserts at the same time. */
const MOST_ROWS = 10;

/** Conditions in one filter: databases limit how deep an expression may be. */
const MOST_CONDITIONS = 400;

/** States in a data table of the same n8n project. */
export function dataTableStore(context: IExecuteFunctions, tableName: string): StateStore {
	const table = dataTable(context, tableName, COLUMNS);
	const explained = async (rows: Promise<IDataObject[]>): Promise<IDataObject[]> => {
		try {
			return await rows;
		} catch (error) {
			throw tableError(context, error as Error, tableName);
		}
	};

	return tableStore(`the data table '${tableName}'`, {
		async having(budgetIds) {
			const found: IDataObject[] = [];
			for (const some of portions(budgetIds)) {
				const filter = { ...anyOf('budgetId', some), returnAll: false, limit: MOST_ROWS * some.length };
				found.push(...(await explained(table.read('get', filter, { values: some }))));
			}
			return found;
		},
		all: async () => await explained(table.read('get', { ...NO_FILTER, returnAll: true }, {})),
		insert: async (written) =>
			await explained(table.write('insert', { columns: COLUMNS_OF_ITEM, options: {} }, written)),
		async replace(written) {
			const items = written.map(({ row, before }) => ({ ...row, ...asItem(before) }));
			return await explained(table.write('update', { ...AS_READ, columns: COLUMNS_OF_ITEM, options: {} }, items));
		},
		async remove(rows) {
			await explained(table.write('deleteRows', { ...AS_READ, options: {} }, rows.map(asItem)));
		},
		async removeById(ids) {
			for (const some of portions(ids)) {
				await explained(table.write('deleteRows', { ...anyOf('id', some), options: {} }, [{ values: some }]));
			}
		},
	});
}

/** Values for one filter at a time. */
const portions = <Value extends string | number>(values: readonly Value[]): Value[][] =>
	Array.from({ length: Math.ceil(values.length / MOST_CONDITIONS) }, (_, portion) =>
		values.slice(portion * MOST_CONDITIONS, (portion + 1) * MOST_CONDITIONS),
	);

/** An error of the table in words that say what to do. */
function tableError(context: IExecuteFunctions, error: Error, tableName: string): NodeOperationError {
	const explain = (message: string, description: string) =>
		new NodeOperationError(context.getNode(), message, { description });
	if (/unrecognized node type|module is disabled/i.test(error.message)) {
		return explain(
			`This n8n has no data tables: ${error.message}`,
			"Set 'Keep State In' to Input Item, or update n8n to version 2.5 or later with the data-table module enabled.",
		);
	}
	if (/unknown column|do not exist/i.test(error.message)) {
		return explain(
			`The data table '${tableName}' belongs to something else: ${error.message}`,
			"Choose another name in the option 'Table Name'.",
		);
	}
	return new NodeOperationError(context.getNode(), error);
}

/** A row as its last writer left it, in fields that n8n does not take for columns to be written: it leaves out those that every table has. */
const asItem = ({ id, writer }: RowVersion) => ({ id, updatedAt: writer });

/** A filter for the row of each such item. An expression that held the writers of all rows would be read anew for each of them. */
const AS_READ = {
	matchType: 'allConditions',
	filters: {
		conditions: [
			{ keyName: 'id', condition: 'eq', keyValue: '={{ $json.id }}' },
			{ keyName: 'writer', condition: 'eq', keyValue: '={{ $json.updatedAt }}' },
		],
	},
};

/** A filter for rows whose column has one of these values. A text that begins like an expression is passed as data, so that it is not one. */
const anyOf = (keyName: string, values: readonly (string | number)[]) => ({
	matchType: 'anyCondition',
	filters: {
		conditions: values.map((value, position) => ({
			keyName,
			condition: 'eq',
			keyValue: String(value).startsWith('=') ? `={{ $('Items').first().json.values[${position}] }}` : value,
		})),
	},
});

/** Every field of an item goes to the column of its name. */
const COLUMNS_OF_ITEM = { mappingMode: 'autoMapInputData', value: null };
