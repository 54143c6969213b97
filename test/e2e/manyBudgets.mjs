// How long the hourly workflow for many clients takes in a real n8n with PostgreSQL, all budgets in one execution, by where states are kept.
// Usage: node test/e2e/manyBudgets.mjs [--budgets 300]. All of it runs on loopback and is ended at the end.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { n8nClient } from './n8nClient.mjs';
import { N8N_VERSION, n8nInstallation } from './n8nInstallation.mjs';
import { isPacingNode, storedWorkflow } from './pinnedWorkflow.mjs';
import { debianPackages } from './queue/debianPackages.mjs';
import { n8nCluster } from './queue/n8nCluster.mjs';
import { postgresStore } from './queue/postgresStore.mjs';
import { callWebhook } from './queue/pacingWebhooks.mjs';
import { startPostgres } from './queue/startDatabases.mjs';
import { temporaryFolder } from './queue/startServer.mjs';
import { note, step, timeSinceStart } from './steps.mjs';

const HOUR_MS = 3_600_000;
const FIRST_MS = Date.UTC(2026, 10, 23, 11, 20);
const CAMPAIGNS = 5;

/** Hours that each run reads, an hour after the one before. */
const RUNS = [
	{ name: 'first run', hours: 48 },
	{ name: 'an hour later', hours: 3 },
	{ name: 'two hours later', hours: 3 },
];

const ENDED_WITHIN_MS = 900_000;

const { values } = parseArgs({ options: { budgets: { type: 'string', default: '300' } } });
const budgets = Number(values.budgets);
if (!Number.isInteger(budgets) || budgets < 1)
	throw new Error(`--budgets takes a whole number from 1, not ${values.budgets}`);

const clients = `return Array.from({ length: ${budgets} }, (_, number) => ({ json: {
	budgetId: 'client-' + number, name: 'Client ' + number, currency: 'EUR', timeZone: 'UTC',
	dailyAmount: '1000', monthlyAmount: '30000', customerId: String(number),
} }));`;

/** Google's reports of the hours before an instant. */
const reports = (untilMs, hours) => `return $input.all().map((_, number) => ({ pairedItem: number, json: {
	results: Array.from({ length: ${hours * CAMPAIGNS} }, (_, row) => {
		const at = new Date(${untilMs - (untilMs % HOUR_MS) - hours * HOUR_MS} + Math.floor(row / ${CAMPAIGNS}) * ${HOUR_MS}).toISOString();
		return {
			customer: { currencyCode: 'EUR', timeZone: 'UTC' },
			campaign: { id: String(row % ${CAMPAIGNS}) },
			metrics: { costMicros: String(8_000_000 + 10_000 * ((number + row) % 97)), clicks: '8', conversions: 1 },
			segments: { date: at.slice(0, 10), hour: Number(at.slice(11, 13)) },
		};
	}),
} }));`;

/** An example workflow as if it ran at an instant, with its states in a store and some of its nodes replaced. */
function workflowAt(nowMs, file, store, replaced) {
	const { nodes, ...workflow } = storedWorkflow(file);
	const pacing = ({ parameters }) => ({
		parameters: { ...parameters, ...store, options: { ...parameters.options, asOf: new Date(nowMs).toISOString() } },
	});
	return {
		...workflow,
		nodes: nodes.map((node) => ({ ...node, ...(replaced[node.name] ?? (isPacingNode(node) ? pacing(node) : {})) })),
	};
}

const code = (jsCode) => ({ type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } });

const webhook = (parameters) => ({
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	webhookId: randomUUID(),
	parameters: { ...parameters, options: {} },
});

/** The hourly workflow, with clients and reports made up in it. */
const hourlyRun = (nowMs, hours, store, path) =>
	workflowAt(nowMs, 'many-clients.json', store, {
		'Every Hour': webhook({ path, httpMethod: 'POST', responseMode: 'onReceived' }),
		'Read Clients': code(clients),
		'Read Google Ads Reports': code(reports(nowMs, hours)),
		'Tell Slack': { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
	});

/** The dashboard of all budgets, open to everybody on loopback. */
const dashboard = (nowMs, store, path) =>
	workflowAt(nowMs, 'dashboard.json', store, {
		'Open Dashboard': webhook({ path, httpMethod: 'GET', responseMode: 'responseNode' }),
	});

async function activated(n8n, workflow) {
	const { id, versionId } = await n8n.createWorkflow(workflow);
	await n8n.request('POST', `/rest/workflows/${id}/activate`, { versionId });
}

/** Seconds until a browser has the page, which names the last budget. */
async function opened(n8n, base, workflow, path) {
	await activated(n8n, workflow);
	for (;;) {
		const startedMs = performance.now();
		const answer = await fetch(`${base}/webhook/${path}`);
		const page = await answer.text();
		const seconds = (performance.now() - startedMs) / 1000;
		if (answer.status === 404) {
			await sleep(200);
			continue;
		}
		assert.ok(answer.ok && page.includes(`Client ${budgets - 1}`), `${answer.status} ${page.slice(0, 300)}`);
		return Number(seconds.toFixed(3));
	}
}

/** Seconds of an execution, as n8n shows them, once it has ended and planned every budget. */
async function executed(n8n, base, workflow, path) {
	await activated(n8n, workflow);
	const { failure } = await callWebhook(base, path, {});
	assert.equal(failure, undefined, `the workflow starts: ${failure}`);
	for (const startedMs = Date.now(); Date.now() - startedMs < ENDED_WITHIN_MS; await sleep(500)) {
		const { results } = await n8n.request('GET', '/rest/executions?limit=1');
		const { id: executionId, startedAt, stoppedAt } = results[0] ?? {};
		if (!stoppedAt) continue;
		const { status, failure: why, outputs } = await n8n.execution(executionId);
		assert.equal(status, 'success', why);
		assert.equal(outputs['Optimize Allocation'][0].filter(({ planId }) => planId).length, budgets, 'all are planned');
		return (Date.parse(stoppedAt) - Date.parse(startedAt)) / 1000;
	}
	throw new Error(`the execution did not end within ${ENDED_WITHIN_MS / 60_000} minutes`);
}

const { folder, remove } = temporaryFolder('n8n-many');
const running = [remove];

async function manyBudgets() {
	const installation = await step(`n8n ${N8N_VERSION} is in the cache`, async () => ({
		...(await n8nInstallation(note)),
		seen: 'installed',
	}));
	const postgres = await startPostgres(debianPackages(note).postgres);
	running.push(postgres.stop);
	const { environment } = postgres;
	const cluster = await n8nCluster({ installation, folder, environment, workers: 0, log: note });
	running.push(cluster.stop);
	await step('n8n starts with PostgreSQL', async () => {
		await cluster.main.start();
		return cluster.base;
	});
	const n8n = await n8nClient(cluster.base);
	const stores = { 'Data Table': {}, Postgres: await postgresStore(n8n, postgres) };
	const table = [];
	for (const [position, [name, store]] of Object.entries(stores).entries()) {
		const timed = async (run, seconds) =>
			await step(`${name}: ${budgets} budgets, ${run}`, async () => {
				table.push({ 'state in': name, run, seconds: await seconds() });
				return `${table.at(-1).seconds} s`;
			});
		for (const [run, { name: when, hours }] of RUNS.entries()) {
			const path = `run-${position}-${run}`;
			const workflow = hourlyRun(FIRST_MS + run * HOUR_MS, hours, store, path);
			await timed(when, async () => await executed(n8n, cluster.base, workflow, path));
		}
		const path = `dashboard-${position}`;
		const page = dashboard(FIRST_MS + RUNS.length * HOUR_MS, store, path);
		await timed('the dashboard after it', async () => await opened(n8n, cluster.base, page, path));
	}
	console.table(table);
	console.log(`Done in ${timeSinceStart()}. Peak memory of n8n: ${Math.round(cluster.peakMemoryMb().main)} MB.`);
}

try {
	await manyBudgets();
} finally {
	for (const end of running.reverse()) await end();
}
