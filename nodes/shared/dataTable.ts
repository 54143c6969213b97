import { type IDataObject, type IExecuteFunctions, type INodeParameters, NodeOperationError } from 'n8n-workflow';

import { runSubWorkflow, type Step } from './subWorkflow';

/** A data table of the same n8n project, whose id is looked up with the first rows that are read; it is created if there is none. */
export interface DataTable {
	/** Rows by an operation of n8n's Data Table node. */
	read(operation: string, parameters: INodeParameters, item: IDataObject): Promise<IDataObject[]>;
	/** Runs an operation over rows. */
	write(operation: string, parameters: INodeParameters, rows: readonly IDataObject[]): Promise<IDataObject[]>;
}

/**
 * The data table of exactly this name.
 *
 * Row operations must use the id: by name, n8n takes the table that changed last among those whose name contains the
 * one asked for, so a copy called 'budget_pacing backup' would get the writes. Creating 'if not exists' has the same flaw.
 *
 * @param column columns of a new table
 */
export function dataTable(context: IExecuteFunctions, name: string, column: readonly object[]): DataTable {
	let id: string | undefined;

	/** The steps find the table, read its rows and put its id beside each; if there is no table, nothing comes out. */
	const found = async (operation: string, parameters: INodeParameters, item: IDataObject): Promise<IDataObject[]> => {
		const steps = [TABLES, OWN, rowsBy(operation, '={{ $json.id }}', parameters), WITH_TABLE];
		const rows = await runSubWorkflow(context, steps, [{ ...item, [TABLE_NAME]: name }]);
		if (rows[0] !== undefined) id = String(rows[0][TABLE_ID]);
		return rows.filter((row) => 'id' in row);
	};

	const create = async (): Promise<void> => {
		try {
			const [created] = await runSubWorkflow(context, [createStep(column)], [{ [TABLE_NAME]: name }]);
			id = String(created!['id']);
		} catch (error) {
			await found('get', { ...NO_FILTER, returnAll: false, limit: 1 }, {});
			if (id === undefined) throw new NodeOperationError(context.getNode(), error as Error);
		}
	};

	return {
		async read(operation, parameters, item) {
			if (id !== undefined) return await runSubWorkflow(context, [rowsBy(operation, id, parameters)], [item]);
			const rows = await found(operation, parameters, item);
			if (id === undefined) await create();
			return rows;
		},
		async write(operation, parameters, rows) {
			if (id === undefined) await create();
			return await runSubWorkflow(context, [rowsBy(operation, id!, parameters)], rows);
		},
	};
}

/** Every row. */
export const NO_FILTER = { matchType: 'allConditions', filters: {} };

/** Fields of items and rows that no column has. */
const TABLE_NAME = 'dataTableName';
const TABLE_ID = 'dataTableId';

const DATA_TABLE = { type: 'dataTable', typeVersion: 1.1 };

const TABLES: Step = {
	...DATA_TABLE,
	name: 'Tables',
	parameters: { resource: 'table', operation: 'list', returnAll: true, options: {} },
};

/** The name comes as data, so that one that looks like an expression is not one. */
const OWN: Step = {
	name: 'Own',
	type: 'filter',
	typeVersion: 2.2,
	parameters: {
		conditions: {
			combinator: 'and',
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			conditions: [
				{
					id: 'name',
					leftValue: '={{ $json.name }}',
					rightValue: `={{ $('Items').first().json.${TABLE_NAME} }}`,
					operator: { type: 'string', operation: 'equals' },
				},
			],
		},
		options: {},
	},
};

const WITH_TABLE: Step = {
	name: 'With Table',
	type: 'set',
	typeVersion: 3.4,
	parameters: {
		mode: 'manual',
		assignments: {
			assignments: [{ id: TABLE_ID, name: TABLE_ID, type: 'string', value: `={{ $('Own').first().json.id }}` }],
		},
		includeOtherFields: true,
		options: {},
	},
};

const rowsBy = (operation: string, id: string, parameters: INodeParameters): Step => ({
	...DATA_TABLE,
	name: 'Rows',
	parameters: { resource: 'row', operation, dataTableId: { __rl: true, mode: 'id', value: id }, ...parameters },
	alwaysOutputData: true,
});

const createStep = (column: readonly object[]): Step => ({
	...DATA_TABLE,
	name: 'Table',
	parameters: {
		resource: 'table',
		operation: 'create',
		tableName: `={{ $json.${TABLE_NAME} }}`,
		columns: { column },
		options: { createIfNotExists: false },
	} as unknown as INodeParameters,
});
