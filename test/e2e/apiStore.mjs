// The Data Table API store in a real n8n: key, credential and its test, states that continue, and writers at the same time.
// Usage: node test/e2e/apiStore.mjs [writers]. Needs no account.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { apiCredential, apiKey, CREDENTIAL, SCOPES } from './apiCredential.mjs';
import { n8nClient } from './n8nClient.mjs';
import { N8N_VERSION, n8nInstallation } from './n8nInstallation.mjs';
import { installPackage, manifest } from './n8nPackage.mjs';
import { startN8n } from './startN8n.mjs';
import { note, step } from './steps.mjs';
import { untilServed } from './untilServed.mjs';

const AT = '2026-03-02T09:00:00+01:00';
const writers = Number(process.argv[2] ?? 40);

const userFolder = mkdtempSync(path.join(tmpdir(), 'budget-pacing-n8n-'));
let server;

/** A workflow of one pacing node behind a trigger. */
function workflow(type, parameters, credential) {
	const nodes = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'Step',
			type: `${manifest().name}.${type}`,
			typeVersion: 1,
			parameters: { budgetId: 'brand-de', stateStore: 'dataTableApi', options: { asOf: AT }, ...parameters },
			credentials: { [CREDENTIAL]: credential },
		},
	].map((node, position) => ({ id: randomUUID(), position: [200 * position, 0], ...node }));
	const connections = { Start: { main: [[{ node: 'Step', type: 'main', index: 0 }]] } };
	return { name: `API store: ${type}`, nodes, connections, settings: { executionOrder: 'v1' } };
}

async function apiStore() {
	await step('n8n starts with the package', async () => {
		const installation = await n8nInstallation(note, N8N_VERSION);
		installPackage(userFolder, note);
		server = await startN8n({ ...installation, userFolder });
		await server.ready();
		await untilServed(server.base);
		return `ready on ${server.base}`;
	});
	const n8n = await n8nClient(server.base);
	const credentialWith = async (name, key) => await apiCredential(n8n, server.base, name, key);
	const verdict = async ({ id, name, data }) =>
		(await n8n.request('POST', '/rest/credentials/test', { credentials: { id, name, type: CREDENTIAL, data } })).status;
	const run = async (type, parameters, { id, name }) => {
		const { id: workflowId } = await n8n.createWorkflow(workflow(type, parameters, { id, name }));
		return await n8n.run(workflowId, 'Start');
	};
	const creating = (dailyAmount, budgetId = 'brand-de') => ({
		operation: 'createOrUpdate',
		budgetId,
		currency: 'EUR',
		timeZone: 'Europe/Berlin',
		amounts: { dailyAmount },
	});

	let good;
	await step('the credential is tested: a key with the scopes passes, a wrong one does not', async () => {
		good = await credentialWith('Good', await apiKey(n8n, 'good'));
		assert.equal(await verdict(good), 'OK');
		assert.equal(await verdict(await credentialWith('Wrong', 'no-such-key')), 'Error');
		return SCOPES.join(', ');
	});
	await step('errors say what to do, without the key', async () => {
		const readOnly = await apiKey(n8n, 'read only', ['dataTable:list']);
		const cases = [
			['no-such-key', /refused the API key/],
			[readOnly, /lacks a scope.*dataTableRow:create/],
		];
		for (const [key, said] of cases) {
			const answer = await run('pacingBudget', creating('1000.00'), await credentialWith(`Case ${said}`, key));
			assert.match(answer.failure ?? answer.status, said);
			assert.ok(!JSON.stringify(answer).includes(key) && !server.logTail().includes(key), 'the key is told to nobody');
		}
		return 'a wrong key, and one without scopes for rows';
	});
	await step('a state that one execution wrote is continued by the next', async () => {
		for (const type of ['pacingBudget', 'optimizeAllocation', 'checkExhaustion']) {
			const answer = await run(type, type === 'pacingBudget' ? creating('1000.00') : {}, good);
			assert.equal(answer.status, 'success', `${type}: ${answer.failure}`);
		}
		const { outputs } = await run('pacingBudget', { operation: 'getAll' }, good);
		assert.deepEqual(
			outputs.Step[0].map(({ budgetId }) => budgetId),
			['brand-de'],
		);
		return 'created, planned, checked, listed';
	});
	await step('the budget is chosen from a list, whose errors say what to do', async () => {
		const search = async (parameters, { id, name } = {}) =>
			await n8n.request('POST', '/rest/dynamic-node-parameters/resource-locator-results', {
				nodeTypeAndVersion: { name: `${manifest().name}.checkExhaustion`, version: 1 },
				path: 'parameters.budgetId',
				methodName: 'searchBudgets',
				currentNodeParameters: { options: {}, ...parameters },
				...(id !== undefined && { credentials: { [CREDENTIAL]: { id, name } } }),
			});
		const behindApi = { stateStore: 'dataTableApi' };
		const wrong = await credentialWith('Wrong for the list', 'no-such-key');
		const { results } = await search(behindApi, good);
		assert.deepEqual(results, [{ name: 'brand-de', value: 'brand-de' }]);
		const said = [
			[() => search({ stateStore: 'dataTable' }), /cannot be listed here.*only while a workflow runs.*'By ID'/],
			[() => search(behindApi, wrong), /refused the API key/],
			[() => search(behindApi), /credential/i],
			[() => search({ ...behindApi, options: { tableName: 'none' } }, good), /no data table 'none' yet.*'Table Name'/],
		];
		for (const [ask, words] of said) await assert.rejects(ask, words);
		return results.map(({ name }) => name).join(', ');
	});
	await step(`${writers} executions plan one budget at the same time, and each counts`, async () => {
		const rowsOf = async () => {
			const headers = { 'X-N8N-API-KEY': good.data.apiKey };
			const read = async (address) =>
				(await (await fetch(`${server.base}/api/v1/data-tables${address}`, { headers })).json()).data;
			const [{ id }] = await read('');
			return await read(`/${id}/rows`);
		};
		const [before] = await rowsOf();
		const { id } = await n8n.createWorkflow(workflow('optimizeAllocation', {}, { id: good.id, name: good.name }));
		const answers = await Promise.all(Array.from({ length: writers }, async () => await n8n.run(id, 'Start')));
		assert.deepEqual([...new Set(answers.map(({ status, failure }) => failure ?? status))], ['success']);
		const rows = await rowsOf();
		assert.equal(rows.length, 1);
		assert.equal(rows[0].revision - before.revision, writers);
		return `revision ${before.revision} to ${rows[0].revision}`;
	});
}

try {
	await apiStore();
} finally {
	await server?.stop();
	rmSync(userFolder, { recursive: true, force: true });
}
