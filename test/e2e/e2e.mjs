// A real n8n with this package, used without a person: in a browser, by webhook and by schedule.
// Usage: node test/e2e/e2e.mjs [--screenshots folder]; the README's screenshots are made so.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { accessibilityIssues } from './browser/accessibility.mjs';
import { openBrowser } from './browser/chromium.mjs';
import { openEditor } from './browser/editor.mjs';
import { printedPages } from './browser/printedPages.mjs';
import { executedMoreThan, lookedByItself, scheduledPlans, watchedBudgets } from './inProduction.mjs';
import { n8nClient } from './n8nClient.mjs';
import { n8nInstallation } from './n8nInstallation.mjs';
import { expectedNodeTypes, installPackage, manifest } from './n8nPackage.mjs';
import { pinnedExample } from './pinnedExample.mjs';
import { pacingNode } from './pinnedWorkflow.mjs';
import { activatePacingWebhooks, callWebhook } from './queue/pacingWebhooks.mjs';
import { assertAsSequential, freshBudget } from './queue/rounds.mjs';
import { reportCases } from './reportCases.mjs';
import { ONE_AFTER_THE_OTHER } from './sandbox/accountHours.mjs';
import { brokenPush } from './sandbox/brokenPush.mjs';
import { pacedDays } from './sandbox/pacedDays.mjs';
import { startN8n } from './startN8n.mjs';
import { note, step, timeSinceStart } from './steps.mjs';
import { storedBudget, TABLE } from './storedBudget.mjs';
import { usualPages } from './usualPages.mjs';
import { firstAlert, firstPacedDay } from './userPaths.mjs';

const WORKFLOW = 'hourly-pacing.json';
const MISSING = 'no-such-budget';

/** The editor draws the first lines of an output; so much of it is compared. */
const COMPARED = 400;

const [option, folder] = process.argv.slice(2);
const pictures = option === '--screenshots' ? folder : undefined;
const userFolder = mkdtempSync(path.join(tmpdir(), 'budget-pacing-e2e-'));
let server;
let browser;
let editor;

async function e2e() {
	const installation = await step('n8n is in the cache', async () => ({
		...(await n8nInstallation(note)),
		seen: 'installed',
	}));
	await step(
		'the packed package is installed as a user gets it',
		() => `${installPackage(userFolder, note).files} files`,
	);
	const start = async () => {
		const extra = { ...installation.extra, ...ONE_AFTER_THE_OTHER };
		server = await startN8n({ ...installation, userFolder, extra });
		await server.ready();
		return await n8nClient(server.base);
	};
	let n8n = await step('n8n starts with it', async () => ({ ...(await start()), seen: server.base }));

	await step('a browser shows the editor', async () => {
		browser = await openBrowser(note);
		editor = await openEditor(browser, server.base, 'light');
		return `Chromium ${browser.version()}`;
	});
	await step('a usual report is printed on two pages of A4', async () => {
		const { report: html } = usualPages();
		const pages = await printedPages(browser, html);
		assert.ok(pages <= 2, `${pages} pages`);
		return `${pages} pages, ${(html.length / 1024).toFixed(0)} KB of HTML`;
	});
	await step('axe finds nothing wrong with any page, in light and dark, on a desktop and on a phone', async () => {
		const checked = [];
		for (const [name, html] of Object.entries(usualPages())) {
			assert.deepEqual(await accessibilityIssues(browser, html), [], name);
			checked.push(name);
		}
		return checked;
	});
	await step('every node is found by search, and each of its panels opens without an error', async () => {
		const types = await (await n8n.file('/types/nodes.json')).json();
		const opened = [];
		await editor.newWorkflow();
		for (const type of expectedNodeTypes()) opened.push(await openPanels(types.find(({ name }) => name === type)));
		if (!pictures) return opened;
		const inLight = editor;
		editor = await openEditor(browser, server.base, 'dark');
		await editor.newWorkflow();
		for (const type of expectedNodeTypes())
			await openPanels(
				types.find(({ name }) => name === type),
				'-dark',
			);
		await editor.close();
		editor = inLight;
		return opened;
	});

	await step('a new user gets from an empty n8n to a fired alert and a report', async () => {
		const seen = await firstAlert(editor, picture);
		assert.deepEqual(editor.errors(), [], 'the console stays without errors');
		await editor.closePanel();
		return seen;
	});
	await step('and from a German sheet to the first paced day', async () => {
		const seen = await firstPacedDay(editor);
		assert.deepEqual(editor.errors(), [], 'the console stays without errors');
		await editor.closePanel();
		return seen;
	});

	const { budgetId } = await step(`${WORKFLOW} is imported and executed by the button`, async () => {
		const { workflow, budgetId: id } = pinnedExample(WORKFLOW);
		await editor.importWorkflow(WORKFLOW, workflow);
		await editor.execute(pacingNode(workflow, 'confirmPush').name);
		await editor.fit();
		await picture('n8n-canvas-light');
		const { status, failure, outputs } = await n8n.lastExecution();
		assert.equal(status, 'success', failure);
		const optimize = pacingNode(workflow, 'optimizeAllocation').name;
		await editor.openNode(optimize);
		const shown = (await editor.output()).slice(0, COMPARED);
		assert.equal(
			shown,
			JSON.stringify(outputs[optimize][0]).slice(0, COMPARED),
			'the panel shows what the node put out',
		);
		await editor.closePanel();
		await editor.openNode(pacingNode(workflow, 'checkExhaustion').name);
		await picture('n8n-check-exhaustion');
		await editor.closePanel();
		assert.deepEqual(editor.errors(), [], 'the console stays without errors');
		return { budgetId: id, seen: `the plan is on the screen: ${shown.slice(0, 120)} ...` };
	});

	await step('the Data tables tab shows the row', async () => {
		const { name, status } = await storedBudget(n8n, budgetId);
		const { columns, cells } = await editor.dataTable(TABLE);
		await picture('n8n-data-table');
		assert.deepEqual(columns.slice(0, 4), ['id', 'budgetId', 'name', 'status']);
		assert.ok(cells.includes(budgetId), `a cell shows the budget: ${cells.join(', ')}`);
		for (const cell of [name, status]) assert.ok(cells.includes(cell), `a cell shows '${cell}': ${cells.join(', ')}`);
		return `${columns.join(', ')}; ${name} is ${status}`;
	});

	await step('an error says on the screen what is wrong and what to do', async () => {
		const workflow = {
			name: 'A budget that does not exist',
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {}, position: [0, 0] },
				{
					name: 'Check',
					type: `${manifest().name}.checkExhaustion`,
					parameters: { budgetId: MISSING },
					position: [200, 0],
				},
			].map((node) => ({ id: node.name, typeVersion: 1, ...node })),
			connections: { Start: { main: [[{ node: 'Check', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		};
		const { id } = await n8n.createWorkflow(workflow);
		const { failure } = await n8n.run(id, 'Start');
		await editor.importWorkflow('missing.json', workflow);
		await editor.execute('Check');
		await editor.openNode('Check');
		const { message, description } = await editor.error();
		assert.equal(`node 'Check': ${message} ${description}`, failure, 'the whole error is shown');
		assert.match(message, new RegExp(MISSING));
		await editor.closePanel();
		return [message, description];
	});

	await step('a report that is cut off, German, empty or from a second account says so on the screen', async () => {
		const read = [];
		for (const { picture: name, workflow, error, output } of reportCases()) {
			const last = workflow.nodes.at(-1).name;
			await editor.importWorkflow(`${name}.json`, workflow);
			await editor.execute(last);
			await editor.openNode(last);
			await picture(name);
			const shown = error === undefined ? await editor.output() : Object.values(await editor.error()).join(' ');
			assert.match(shown, error ?? output, name);
			read.push(`${workflow.name}: ${shown.slice(0, 160)}`);
			await editor.closePanel();
		}
		return read;
	});

	await step('the example in the dark', async () => {
		const { workflow } = pinnedExample(WORKFLOW);
		editor = await openEditor(browser, server.base, 'dark');
		await editor.importWorkflow(WORKFLOW, workflow);
		await editor.execute(pacingNode(workflow, 'confirmPush').name);
		await editor.fit();
		await picture('n8n-canvas-dark');
		assert.deepEqual(editor.errors(), [], 'the console stays without errors');
		return 'executed';
	});

	await step(
		`${WORKFLOW} is pointed at a sandbox, its first push fails, and the next execution sends it again`,
		async () => {
			editor = await openEditor(browser, server.base, 'light');
			const seen = await brokenPush({ browser, editor, n8n, picture });
			assert.deepEqual(editor.errors(), [], 'the console stays without errors');
			return seen;
		},
	);
	await browser.close();

	const watching = await watchedBudgets(n8n);
	let scheduled;
	let budget;
	let executed;
	await step('in production: webhooks take in an hour, and a schedule plans', async () => {
		await activatePacingWebhooks(n8n);
		budget = await freshBudget(n8n, server.base, 'in-production', 2);
		const { item, failure } = await callWebhook(server.base, 'ingest', budget.ingests[0]);
		assert.equal(item?.accepted, 1, failure);
		scheduled = await scheduledPlans(n8n, budget.budgetId);
		executed = await executedMoreThan(n8n, scheduled, 0);
		return `1 hour, ${executed} planned by schedule`;
	});
	await step('after a restart the state goes on, and nothing counts twice', async () => {
		const before = await storedBudget(n8n, budget.budgetId);
		await server.stop();
		n8n = await start();
		const [again, next] = [
			await callWebhook(server.base, 'ingest', budget.ingests[0]),
			await callWebhook(server.base, 'ingest', budget.ingests[1]),
		];
		assert.deepEqual([again.item?.accepted, again.item?.unchanged], [0, 1], again.failure);
		assert.equal(next.item?.accepted, 1, next.failure);
		const after = await executedMoreThan(n8n, scheduled, executed);
		const { revision } = await storedBudget(n8n, budget.budgetId);
		assert.ok(revision > before.revision, `the revision rises: ${before.revision} -> ${revision}`);
		await n8n.request('POST', `/rest/workflows/${scheduled}/deactivate`, {});
		return [
			`planned by schedule ${executed} -> ${after} times, revision ${before.revision} -> ${revision}`,
			await assertAsSequential(n8n, server.base, budget),
		];
	});

	await step('three days of a sandbox by schedule: pushes are lost, n8n is started again, a person edits', async () => {
		return await pacedDays(n8n, async () => {
			await server.stop();
			n8n = await start();
			return n8n;
		});
	});

	await step('Pacing Trigger looks for news by itself', async () => `${await lookedByItself(n8n, watching)} looks`);

	const disk = execFileSync('du', ['-sh', installation.folder], { encoding: 'utf8' }).split('\t')[0];
	console.log(
		`\nAll held in ${timeSinceStart()}. n8n on disk: ${disk}, peak memory ${Math.round(server.peakMemoryMb())} MB.`,
	);
}

/** A resource and an operation that n8n adds to every node with a credential; it leads to the HTTP Request node. */
const ADDED_BY_N8N = '__CUSTOM_API_CALL__';

/** Adds a node once for every action that the node panel offers for it; a picture shows it as it is created. @returns what was opened, in words */
async function openPanels({ name, displayName, properties }, look = '') {
	const options = properties.flatMap((property) => (property.name === 'operation' ? property.options : []));
	const operations = options.length === 0 ? [{}] : options.filter(({ value }) => value !== ADDED_BY_N8N);
	const always = properties.filter(({ displayOptions }) => displayOptions === undefined);
	const shown = operations.find(({ value }) => value === 'createOrUpdate') ?? operations[0];
	for (const { action } of operations) {
		const labels = await editor.addNode(displayName, action);
		for (const { displayName: label } of always) {
			assert.ok(
				labels.some((shown) => shown.startsWith(label)),
				`'${displayName}' shows '${label}': ${labels.join(', ')}`,
			);
		}
		assert.deepEqual(editor.errors(), [], `the panel of '${displayName}' opens without an error`);
		if (pictures && action === shown.action)
			await editor.screenshotParameters(path.join(pictures, `panel-${name.split('.').at(-1)}${look}.png`));
		await editor.closePanel();
	}
	return `${displayName}: ${operations.length === 1 ? 'its panel' : operations.map(({ name }) => name).join(', ')}`;
}

/** A picture of the editor, or of the whole of another page. */
async function picture(name, page) {
	if (!pictures) return;
	const file = path.join(pictures, `${name}.png`);
	await (page ? page.screenshot({ path: file, fullPage: true }) : editor.screenshot(file));
}

async function cleanUp() {
	await browser?.close();
	await server?.stop();
	rmSync(userFolder, { recursive: true, force: true });
}

for (const signal of ['SIGINT', 'SIGTERM']) {
	process.once(signal, async () => {
		await cleanUp();
		process.exit(1);
	});
}

console.log('The package in a real n8n, in a browser and in production');
try {
	await e2e();
} catch (error) {
	process.exitCode = 1;
	console.error(`\nFAILED after ${timeSinceStart()}: ${error.stack}`);
	const screen = path.join(tmpdir(), 'budget-pacing-e2e.png');
	if (editor && browser.isConnected()) {
		await editor.screenshot(screen);
		console.error(`\nThe screen as it was: ${screen}`);
	}
	if (server) console.error(`\nEnd of n8n's log:\n${server.logTail()}`);
} finally {
	await cleanUp();
}
