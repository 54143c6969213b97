import assert from 'node:assert/strict';

export const TABLE = 'budget_pacing';

/** The data tables of the person's own project, and where they are reached. */
async function dataTables(n8n) {
	const { id } = await n8n.request('GET', '/rest/projects/personal');
	const address = `/rest/projects/${id}/data-tables`;
	const { data } = await n8n.request('GET', `${address}?take=100`);
	return { address, tables: data };
}

/** The data table of the default name, and where it is reached; undefined if there is none. */
export async function dataTable(n8n) {
	const { address, tables } = await dataTables(n8n);
	const own = tables.find(({ name }) => name === TABLE);
	return own && { ...own, address: `${address}/${own.id}` };
}

/** A data table as the CSV that n8n offers, without the columns of n8n's own. */
export async function csvOf(n8n, { address }) {
	const { csvContent } = await n8n.request('GET', `${address}/download-csv?includeSystemColumns=false`);
	return csvContent;
}

/**
 * The row of a budget as the Data tables tab of n8n shows it, or where the client says that states are (`storedRows`).
 *
 * Holds that there is exactly one row for the budget, whose state is a document of this budget with a version.
 *
 * @returns the row, its `state` parsed, and how many budgets the table holds
 */
export async function storedBudget(n8n, budgetId) {
	const all = await (n8n.storedRows ?? dataTableRows)(n8n);
	const rows = all.filter((row) => row.budgetId === budgetId);
	assert.equal(
		rows.length,
		1,
		`one row for '${budgetId}', the table holds: ${all.map((row) => row.budgetId).join(', ')}`,
	);
	const [row] = rows;
	assert.ok(Number.isInteger(row.revision), `revision is an integer: ${row.revision}`);
	const state = JSON.parse(row.state);
	assert.ok(Number.isInteger(state.version), 'the stored state carries a version');
	assert.equal(state.definition.budgetId, budgetId, 'the stored state is the one of its row');
	return { ...row, state, budgets: all.length };
}

/** The rows of the one data table of the default name. */
export async function dataTableRows(n8n) {
	const { address, tables } = await dataTables(n8n);
	const own = tables.filter(({ name }) => name === TABLE);
	assert.equal(
		own.length,
		1,
		`one data table '${TABLE}', seen: ${tables.map(({ name }) => name).join(', ') || 'none'}`,
	);
	const { data, count } = await n8n.request('GET', `${address}/${own[0].id}/rows?take=100`);
	assert.equal(data.length, count, 'every row is shown');
	return data;
}

/**
 * Creates an empty copy of the table under a longer name, as people do before they try something.
 *
 * n8n looks tables up by part of their name and takes the one that changed last, so a node that asks by name would get this one.
 *
 * @returns a function that counts the rows of the copy
 */
export async function copyOfTable(n8n) {
	const { address, tables } = await dataTables(n8n);
	const columns = tables.find(({ name }) => name === TABLE).columns.map(({ name, type }) => ({ name, type }));
	const copy = await n8n.request('POST', address, { name: `${TABLE} backup`, columns });
	return async () => (await n8n.request('GET', `${address}/${copy.id}/rows`)).count;
}
