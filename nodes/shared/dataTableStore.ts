import { randomUUID } from 'crypto';
import { type IDataObject, type IExecuteFunctions, type INodeParameters, NodeOperationError } from 'n8n-workflow';

import { dataTableId } from './dataTableId';
import { runDataTable } from './dataTableWorkflow';
import { readableColumns } from './readableColumns';
import { rememberState, stateOf } from './recentStates';
import type { StateChange, StateStore, StoredState } from './stateStore';

/** Columns of the table: key and revision, a few to look at, and the state itself. */
const COLUMNS = [
	{ name: 'budgetId', type: 'string' },
	{ name: 'revision', type: 'number' },
	{ name: 'writer', type: 'string' },
	{ name: 'name', type: 'string' },
	{ name: 'currency', type: 'string' },
	{ name: 'spentToday', type: 'number' },
	{ name: 'dayAmount', type: 'number' },
	{ name: 'pace', type: 'number' },
	{ name: 'status', type: 'string' },
	{ name: 'updated', type: 'date' },
	{ name: 'state', type: 'string' },
] as const;

/** Rows of one budget that are looked at: more than one only after two first inserts at the same time. */
const MOST_ROWS = 10;

/** Conditions in one filter: databases limit how deep an expression may be. */
const MOST_CONDITIONS = 400;

/**
 * States in a data table of the same n8n project: one row a budget, to be seen in the Data tables tab.
 *
 * A row is updated only if it still has the revision that was read, and the update counts only if the row comes back with this
 * writer's token. The table knows no unique key, so when two writers insert the same budget the row with the lowest id wins
 * and the other is removed.
 */
export function dataTableStore(context: IExecuteFunctions, tableName: string): StateStore {
	let tableId: Promise<string> | undefined;
	const rows = async (
		operation: string,
		rest: INodeParameters,
		items: readonly IDataObject[],
	): Promise<IDataObject[]> => {
		try {
			tableId ??= dataTableId(context, tableName, COLUMNS);
			const table = { __rl: true, mode: 'id', value: await tableId };
			return await runDataTable(context, { resource: 'row', operation, dataTableId: table, ...rest }, items);
		} catch (error) {
			throw tableError(context, error as Error, tableName);
		}
	};

	const rowsOf = async (budgetIds: readonly string[]): Promise<Map<string, IDataObject>> => {
		const found: IDataObject[] = [];
		for (let first = 0; first < budgetIds.length; first += MOST_CONDITIONS) {
			const ids = budgetIds.slice(first, first + MOST_CONDITIONS);
			const filter = { ...anyOf('budgetId', ids), returnAll: false, limit: MOST_ROWS * ids.length };
			found.push(...(await rows('get', filter, [{ values: ids }])));
		}
		return lowestRows(found);
	};

	const insert = async (changes: readonly StateChange[], writer: string): Promise<string[]> => {
		const written = changes.map((change) => toRow(change, 0, writer));
		const inserted = await rows('insert', { columns: COLUMNS_OF_ITEM, options: {} }, written);
		const lowest = await rowsOf(changes.map(({ budgetId }) => budgetId));
		const lost = inserted.filter(({ budgetId, id }) => lowest.get(String(budgetId))?.id !== id);
		if (lost.length > 0) {
			const ids = lost.map(({ id }) => Number(id));
			await rows('deleteRows', { ...anyOf('id', ids), options: {} }, [{ values: ids }]);
		}
		return inserted.filter((row) => !lost.includes(row)).map(({ budgetId }) => String(budgetId));
	};

	const update = async (changes: readonly StateChange[], writer: string): Promise<string[]> => {
		const items = changes.map((change) => toRow(change, change.expectedRevision! + 1, writer));
		const filters = {
			conditions: [
				...equal('budgetId').conditions,
				{ keyName: 'revision', condition: 'eq', keyValue: '={{ $json.revision - 1 }}' },
			],
		};
		const parameters = { matchType: 'allConditions', filters, columns: COLUMNS_OF_ITEM, options: {} };
		const updated = await rows('update', parameters, items);
		return updated.filter((row) => row.writer === writer).map(({ budgetId }) => String(budgetId));
	};

	return {
		place: `the data table '${tableName}'`,
		async load(budgetIds) {
			if (budgetIds.length === 0) return new Map();
			return storedStates(await rowsOf(budgetIds));
		},
		async save(changes) {
			const writer = randomUUID();
			const first = changes.filter(({ expectedRevision }) => expectedRevision === null);
			const later = changes.filter(({ expectedRevision }) => expectedRevision !== null);
			const inserted = first.length === 0 ? [] : await insert(first, writer);
			const updated = later.length === 0 ? [] : await update(later, writer);
			return new Set([...inserted, ...updated]);
		},
		async list() {
			const all = await rows('get', { matchType: 'allConditions', filters: {}, returnAll: true }, [{}]);
			return storedStates(lowestRows(all));
		},
		async remove(budgetIds) {
			for (let first = 0; first < budgetIds.length; first += MOST_CONDITIONS) {
				const ids = budgetIds.slice(first, first + MOST_CONDITIONS);
				await rows('deleteRows', { ...anyOf('budgetId', ids), options: {} }, [{ values: ids }]);
			}
		},
	};
}

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
			"Choose another name in the option 'Data Table Name'.",
		);
	}
	return new NodeOperationError(context.getNode(), error);
}

const equal = (column: string) => ({
	conditions: [{ keyName: column, condition: 'eq', keyValue: `={{ $json.${column} }}` }],
});

/** A filter for rows whose column has one of these values. A text that begins like an expression is passed as data, so that it is not one. */
const anyOf = (keyName: string, values: readonly (string | number)[]) => ({
	matchType: 'anyCondition',
	filters: {
		conditions: values.map((value, position) => ({
			keyName,
			condition: 'eq',
			keyValue: String(value).startsWith('=') ? `={{ $json.values[${position}] }}` : value,
		})),
	},
});

/** The row that counts for each budget: the first that was inserted. */
function lowestRows(rows: readonly IDataObject[]): Map<string, IDataObject> {
	const lowest = new Map<string, IDataObject>();
	for (const row of rows) {
		const other = lowest.get(String(row['budgetId']));
		if (other === undefined || Number(row['id']) < Number(other['id'])) lowest.set(String(row['budgetId']), row);
	}
	return lowest;
}

/** Every field of an item goes to the column of its name. */
const COLUMNS_OF_ITEM = { mappingMode: 'autoMapInputData', value: null };

function toRow({ budgetId, state, nowMs }: StateChange, revision: number, writer: string): IDataObject {
	const text = JSON.stringify(state);
	rememberState(text, state);
	return { budgetId, revision, writer, ...readableColumns(state, nowMs), state: text };
}

const storedStates = (rows: ReadonlyMap<string, IDataObject>): Map<string, StoredState> =>
	new Map(
		[...rows].map(([budgetId, row]) => [
			budgetId,
			{ read: () => stateOf(String(row['state'])), revision: Number(row['revision']) },
		]),
	);
