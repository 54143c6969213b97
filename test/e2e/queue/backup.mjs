import assert from 'node:assert/strict';

import { csvOf, dataTable, storedBudget } from '../storedBudget.mjs';
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

	const old = await dataTable(n8n);
	const csv = await csvOf(n8n, old);
	await n8n.request('DELETE', old.address);
	assert.equal(await dataTable(n8n), undefined, 'the table is gone');

	const { failure } = await callWebhook(base, 'list', {});
	assert.equal(failure, undefined, `budgets are listed: ${failure}`);
	const created = await dataTable(n8n);
	const upload = new FormData();
	upload.append('file', new Blob([csv], { type: 'text/csv' }), 'budget_pacing.csv');
	const { id: fileId } = await n8n.request('POST', '/rest/data-tables/uploads', upload);
	const { importedRowCount } = await n8n.request('POST', `${created.address}/import-csv`, { fileId });

	const after = await storedBudget(n8n, budgetId);
	assert.equal(after.budgets, before.budgets, 'every budget is back');
	assert.deepEqual(after.state, before.state, 'with its state');
	assert.deepEqual(await ingest(ingests[0]), { accepted: 0, unchanged: 1 }, 'what was known is known');
	assert.deepEqual(await ingest(ingests[1]), { accepted: 1, unchanged: 0 }, 'the state continues');
	assert.equal((await storedBudget(n8n, budgetId)).revision, before.revision + 1, 'and its revision');
	return `${importedRowCount} budgets, ${(csv.length / 1024).toFixed(0)} KB of CSV: the same states, and they continue`;
}
