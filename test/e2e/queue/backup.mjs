import assert from 'node:assert/strict';

import { storedBudget, TABLE, tablesOf } from '../storedBudget.mjs';
import { callWebhook } from './pacingWebhooks.mjs';
import { freshBudget } from './rounds.mjs';

/**
 * Downloads the table as CSV, deletes it, lets a pacing node create it again and imports the CSV: what a person does in the Data tables tab.
 *
 * @returns in words what was seen
 */
export async function backedUpAndRestored(n8n, base) {
	const ingest = async (body) => {
		const { item, failure } = await callWebhook(base, 'ingest', body);
		assert.equal(failure, undefined, `a report is taken in: ${failure}`);
		return { accepted: item.accepted, unchanged: item.unchanged };
	};
	const { budgetId, ingests } = await freshBudget(n8n, base, 'restored', 2);
	assert.deepEqual(await ingest(ingests[0]), { accepted: 1, unchanged: 0 });
	const before = await storedBudget(n8n, budgetId);

	const tables = await tablesOf(n8n);
	const table = async () => (await n8n.request('GET', `${tables}?take=100`)).data.find(({ name }) => name === TABLE);
	const old = await table();
	const { csvContent } = await n8n.request('GET', `${tables}/${old.id}/download-csv?includeSystemColumns=false`);
	await n8n.request('DELETE', `${tables}/${old.id}`);
	assert.equal(await table(), undefined, 'the table is gone');

	const { failure } = await callWebhook(base, 'list', {});
	assert.equal(failure, undefined, `budgets are listed: ${failure}`);
	const created = await table();
	const upload = new FormData();
	upload.append('file', new Blob([csvContent], { type: 'text/csv' }), 'budget_pacing.csv');
	const { id: fileId } = await n8n.request('POST', '/rest/data-tables/uploads', upload);
	const { importedRowCount } = await n8n.request('POST', `${tables}/${created.id}/import-csv`, { fileId });

	const after = await storedBudget(n8n, budgetId);
	assert.equal(after.budgets, before.budgets, 'every budget is back');
	assert.deepEqual(after.state, before.state, 'with its state');
	assert.deepEqual(await ingest(ingests[0]), { accepted: 0, unchanged: 1 }, 'what was known is known');
	assert.deepEqual(await ingest(ingests[1]), { accepted: 1, unchanged: 0 }, 'the state continues');
	assert.equal((await storedBudget(n8n, budgetId)).revision, before.revision + 1, 'and its revision');
	return `${importedRowCount} budgets, ${(csvContent.length / 1024).toFixed(0)} KB of CSV: the same states, and they continue`;
}
