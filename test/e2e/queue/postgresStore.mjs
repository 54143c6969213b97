import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { manifest } from '../n8nPackage.mjs';
import { csvOf, dataTable, dataTableRows, TABLE } from '../storedBudget.mjs';
import { temporaryFolder } from './startServer.mjs';

/** A role that may create no table in PostgreSQL's usual schema. */
const GUEST = 'guest';

/** The rows of the table that nodes with a Postgres store write to. */
export const postgresRows = (query) => JSON.parse(query(`select json_agg(t) from ${TABLE} t`));

/** A credential for a PostgreSQL that these scripts started. @returns the parameters of a node that keeps its state there */
export async function postgresStore(n8n, { environment }, user = environment.DB_POSTGRESDB_USER) {
	const data = {
		host: environment.DB_POSTGRESDB_HOST,
		port: Number(environment.DB_POSTGRESDB_PORT),
		user,
		database: environment.DB_POSTGRESDB_DATABASE,
		password: '',
		ssl: 'disable',
	};
	const { id } = await n8n.request('POST', '/rest/credentials', { name: `State of ${user}`, type: 'postgres', data });
	return { stateStore: 'postgres', postgresCredentialId: id };
}

/**
 * Moves the budgets of the data table to a table of the database, by the CSV that n8n offers, as a person does.
 *
 * Holds that a node finds all of them there, with the same states.
 */
export async function movedFromDataTable(n8n, postgres) {
	const { query } = postgres;
	const rows = await dataTableRows(n8n);
	const csv = await csvOf(n8n, await dataTable(n8n));
	const parameters = { ...(await postgresStore(n8n, postgres)), options: { tableName: 'moved' } };
	assert.deepEqual(await listed(n8n, parameters), [], 'the node makes the table');

	const { folder, remove } = temporaryFolder('csv');
	const file = path.join(folder, 'budget_pacing.csv');
	writeFileSync(file, csv);
	const [header] = csv.split(/\r?\n/, 1);
	const columns = header.split(',').map((name) => `"${name.replaceAll('"', '')}"`);
	try {
		query(`\\copy moved(${columns.join(', ')}) from '${file}' csv header`);
	} finally {
		remove();
	}

	assert.deepEqual((await listed(n8n, parameters)).sort(), rows.map(({ budgetId }) => budgetId).sort());
	const moved = JSON.parse(query('select json_object_agg("budgetId", state) from moved'));
	for (const { budgetId, state } of rows) assert.equal(moved[budgetId], state, `the state of ${budgetId}`);
	return `${rows.length} budgets, ${(csv.length / 1024).toFixed(0)} KB of CSV`;
}

/** What listing the budgets answers with such parameters: the failure in words, or the IDs. */
async function listed(n8n, parameters) {
	const nodes = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
		{ name: 'List', type: `${manifest().name}.pacingBudget`, parameters: { operation: 'getAll', ...parameters } },
	].map((node, position) => ({ id: randomUUID(), typeVersion: 1, position: [200 * position, 0], ...node }));
	const connections = { Start: { main: [[{ node: 'List', type: 'main', index: 0 }]] } };
	const { id } = await n8n.createWorkflow({ name: 'List', nodes, connections, settings: { executionOrder: 'v1' } });
	const { failure, outputs } = await n8n.run(id, 'Start');
	return failure ?? outputs.List[0].map(({ budgetId }) => budgetId);
}

/**
 * Holds that the database's errors say what to do, and that a role which may not create the table can use one that it was granted.
 *
 * @returns what was read
 */
export async function databaseErrors(n8n, postgres) {
	const { query } = postgres;
	query('create table other (id integer, note text)');
	query(`create role ${GUEST} login`);
	const own = await postgresStore(n8n, postgres);
	const guest = await postgresStore(n8n, postgres, GUEST);
	const cases = [
		[{ ...own, postgresCredentialId: 'no-such-id' }, /could not be opened.*'Postgres Credential ID'/],
		[{ ...own, options: { tableName: 'other' } }, /'other' belongs to something else.*'Table Name'/],
		[{ ...own, options: { tableName: 'No Name' } }, /'No Name' cannot be the name.*'Table Name'/],
		[{ ...guest, options: { tableName: 'new_one' } }, /refused the table 'new_one'.*'Table Name'/],
		[guest, new RegExp(`refused the table '${TABLE}'.*'Table Name'`)],
	];
	const seen = [];
	for (const [parameters, words] of cases) {
		const answer = await listed(n8n, parameters);
		assert.match(String(answer), words);
		seen.push(answer);
	}
	query(`grant select, insert, update, delete on ${TABLE} to ${GUEST}`);
	const granted = await listed(n8n, guest);
	assert.deepEqual(granted, await listed(n8n, own));
	return [...seen, `granted: ${granted.join(', ')}`];
}
