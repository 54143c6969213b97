import { randomUUID } from 'crypto';
import { type IDataObject, type IExecuteFunctions, type INodeParameters, NodeOperationError } from 'n8n-workflow';

import { readState } from '../../src/index';
import { runDataTable } from './dataTableWorkflow';
import { readableColumns } from './readableColumns';
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

/**
 * States in a data table of the same n8n project: one row a budget, to be seen in the Data tables tab.
 *
 * A row is updated only if it still has the revision that was read, and the update counts only if the row comes back with this
 * writer's token. The table knows no unique key, so when two writers insert the same budget the row with the lowest id wins
 * and the other is removed.
 *
 * @param nowMs instant that the columns to look at are computed for
 */
export function dataTableStore(context: IExecuteFunctions, tableName: string, nowMs: number): StateStore {
	const dataTableId = { __rl: true, mode: 'name', value: tableName };
	const rows = (operation: string, rest: INodeParameters, items: readonly IDataObject[]) =>
		explained(() => runDataTable(context, { resource: 'row', operation, dataTableId, ...rest }, items));

	const rowsOf = async (budgetIds: readonly string[]): Promise<Map<string, IDataObject>> => {
		const items = budgetIds.map((budgetId) => ({ budgetId }));
		const filter = { matchType: 'allConditions', filters: equal('budgetId'), returnAll: false, limit: MOST_ROWS };
		const found = await rows('get', filter, items);
		const lowest = new Map<string, IDataObject>();
		for (const row of found) {
			const other = lowest.get(String(row.budgetId));
			if (other === undefined || Number(row.id) < Number(other.id)) lowest.set(String(row.budgetId), row);
		}
		return lowest;
	};

	const insert = async (changes: readonly StateChange[], writer: string): Promise<string[]> => {
		const written = changes.map((change) => toRow(change, 0, writer, nowMs));
		const inserted = await rows('insert', { columns: mapping(COLUMNS.map(({ name }) => name)), options: {} }, written);
		const lowest = await rowsOf(changes.map(({ budgetId }) => budgetId));
		const lost = inserted.filter(({ budgetId, id }) => lowest.get(String(budgetId))?.id !== id);
		if (lost.length > 0) {
			const filter = { matchType: 'allConditions', filters: equal('id'), options: {} };
			await rows('deleteRows', filter, lost.map(({ id }) => ({ id })));
		}
		return inserted.filter((row) => !lost.includes(row)).map(({ budgetId }) => String(budgetId));
	};

	const update = async (changes: readonly StateChange[], writer: string): Promise<string[]> => {
		const items = changes.map((change) => ({
			...toRow(change, change.expectedRevision! + 1, writer, nowMs),
			expected: change.expectedRevision,
		}));
		const filters = {
			conditions: [...equal('budgetId').conditions, { keyName: 'revision', condition: 'eq', keyValue: '={{ $json.expected }}' }],
		};
		const columns = mapping(COLUMNS.map(({ name }) => name).filter((name) => name !== 'budgetId'));
		const updated = await rows('update', { matchType: 'allConditions', filters, columns, options: {} }, items);
		return updated.filter((row) => row.writer === writer).map(({ budgetId }) => String(budgetId));
	};

	return {
		place: `the data table '${tableName}'`,
		async load(budgetIds) {
			if (budgetIds.length === 0) return new Map();
			const found = await rowsOf(budgetIds);
			return new Map([...found].map(([budgetId, row]) => [budgetId, toStored(row)]));
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
			const lowest = new Map<string, IDataObject>();
			for (const row of all) if (!lowest.has(String(row.budgetId))) lowest.set(String(row.budgetId), row);
			return [...lowest.values()].map(toStored);
		},
		async remove(budgetIds) {
			const filter = { matchType: 'allConditions', filters: equal('budgetId'), options: {} };
			await rows('deleteRows', filter, budgetIds.map((budgetId) => ({ budgetId })));
		},
	};

	/** Runs an operation; creates the table the first time it turns out to be missing, and says what to do about other errors. */
	async function explained(operation: () => Promise<IDataObject[]>): Promise<IDataObject[]> {
		try {
			return await operation();
		} catch (error) {
			if (!isMissingTable(error as Error, tableName)) throw tableError(context, error as Error, tableName);
			await createTable();
			return await operation();
		}
	}

	async function createTable(): Promise<void> {
		const parameters = { resource: 'table', operation: 'create', tableName, columns: { column: [...COLUMNS] } };
		await runDataTable(context, { ...parameters, options: { createIfNotExists: true } } as INodeParameters, [{}]);
	}
}

const isMissingTable = ({ message }: Error, tableName: string): boolean =>
	message.includes(`"${tableName}" not found`) || message.includes(`'${tableName}' not found`);

/** An error of the table in words that say what to do. */
function tableError(context: IExecuteFunctions, error: Error, tableName: string): NodeOperationError {
	const explain = (message: string, description: string) => new NodeOperationError(context.getNode(), message, { description });
	if (/unrecognized node type|data.?table.*(module|disabled)|getDataTable/i.test(error.message)) {
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

const mapping = (names: readonly string[]) => ({
	mappingMode: 'defineBelow',
	value: Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`])),
	matchingColumns: [],
	schema: COLUMNS.filter(({ name }) => names.includes(name)).map(({ name, type }) => ({
		id: name,
		displayName: name,
		required: false,
		defaultMatch: false,
		display: true,
		type,
		canBeUsedToMatch: true,
	})),
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});

const toRow = ({ budgetId, state }: StateChange, revision: number, writer: string, nowMs: number): IDataObject => ({
	budgetId,
	revision,
	writer,
	...readableColumns(state, nowMs),
	state: JSON.stringify(state),
});

const toStored = (row: IDataObject): StoredState => ({
	read: () => readState(parsedJson(String(row.state))),
	revision: Number(row.revision),
});

/** The document in a cell; undefined for anything else, which no state is. */
function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
