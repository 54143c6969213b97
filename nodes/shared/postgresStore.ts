import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';

import { UserError } from '../../src/index';
import { jsonLists } from './jsonLists';
import { postgresStatements } from './postgresStatements';
import type { StateStore } from './stateStore';
import { runSubWorkflow, type Step } from './subWorkflow';
import { type RowVersion, tableStore } from './tableStore';

/** Letters of JSON that one statement writes: a text of PostgreSQL holds a gigabyte, and n8n copies each several times. */
const MOST_LETTERS = 20_000_000;

/** Where the table is. */
export interface PostgresTable {
	/** The ID of a credential of n8n's Postgres node: a community node may have no credential of another's kind. */
	readonly credentialId: string;
	/** With its schema and a dot before it, if it is not in the usual one. */
	readonly tableName: string;
}

/**
 * States in a table of a PostgreSQL database, reached by n8n's own Postgres node. All rows of an execution are written by one statement, where
 * n8n's Data Table node takes some twenty for each.
 *
 * @throws UserError if no credential is named, or no table can have that name
 */
export function postgresStore(context: IExecuteFunctions, { credentialId, tableName }: PostgresTable): StateStore {
	if (credentialId === '') throw noCredential();
	const statements = postgresStatements(tableName);
	let isThere = false;

	/** The rows that a statement returns, whose `$1` is a list as JSON. The table is made before the first one. */
	const rowsOf = async (query: string, list: string): Promise<IDataObject[]> => {
		const steps = [...(isThere ? [] : [statement('Table', statements.create)]), statement('Rows', query)];
		const credentials = { postgres: { id: credentialId, name: '' } };
		try {
			const rows = await runSubWorkflow(
				context,
				steps.map((step) => ({ ...step, credentials })),
				[{ list }],
			);
			isThere = true;
			return rows.filter((row) => 'budgetId' in row);
		} catch (error) {
			throw databaseError(context, error as Error, tableName);
		}
	};
	const written = async (query: string, rows: readonly object[]): Promise<IDataObject[]> => {
		const returned: IDataObject[] = [];
		for (const list of jsonLists(rows, MOST_LETTERS)) returned.push(...(await rowsOf(query, list)));
		return returned;
	};

	return tableStore(`the Postgres table '${tableName}'`, {
		having: async (budgetIds) => await rowsOf(statements.select, JSON.stringify(budgetIds)),
		all: async () => await rowsOf(statements.selectAll, '[]'),
		insert: async (rows) => await written(statements.insert, rows),
		async replace(replaced) {
			const rows = replaced.map(({ row, before }) => ({ ...row, ...asRead(before) }));
			return await written(statements.update, rows);
		},
		async remove(rows) {
			await written(statements.remove, rows.map(asRead));
		},
		async removeById(ids) {
			const rows = ids.map((id) => ({ id }));
			await written(statements.removeById, rows);
		},
	});
}

/** A row in a list, as its last writer left it. */
const asRead = ({ id, writer }: RowVersion) => ({ id, leftBy: writer });

const statement = (name: string, query: string): Step => ({
	name,
	type: 'postgres',
	typeVersion: 2.6,
	parameters: {
		operation: 'executeQuery',
		query,
		options: { queryReplacement: "={{ [$('Items').first().json.list] }}" },
	},
	alwaysOutputData: true,
});

const CREDENTIAL_ID =
	"Open a credential of type Postgres in n8n, copy the last part of its address to 'Postgres Credential ID', and share it with the project of this workflow.";

const noCredential = (): UserError => new UserError("'Postgres Credential ID' must not be empty", CREDENTIAL_ID);

/** An error of the database in words that say what to do. */
function databaseError(context: IExecuteFunctions, { message }: Error, tableName: string): NodeOperationError {
	const explain = (what: string, description: string) =>
		new NodeOperationError(context.getNode(), `${what}: ${message}`, { description });
	if (/credential/i.test(message)) return explain('The Postgres database could not be opened', CREDENTIAL_ID);
	if (/permission denied/i.test(message)) {
		return explain(
			`The Postgres database refused the table '${tableName}'`,
			"Let the role of the credential create, read and write it, or name one in a schema where it may in the option 'Table Name', such as pacing.budgets.",
		);
	}
	if (/column .* does not exist|no unique or exclusion constraint/i.test(message)) {
		return explain(
			`The Postgres table '${tableName}' belongs to something else`,
			"Choose another name in the option 'Table Name'.",
		);
	}
	return explain(
		'The state could not be read from Postgres, or written to it',
		'If it happens again, test the credential in n8n: its host, port and database must be reachable from there.',
	);
}
