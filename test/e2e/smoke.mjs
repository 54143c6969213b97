// The package in a real n8n: installed as a user installs it, its nodes loaded, its hourly workflow executed, its state kept.
// Usage: node test/e2e/smoke.mjs [n8n version]. Needs no account; n8n itself is installed into a cache folder the first time.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { anyVersionClient } from './anyVersionClient.mjs';
import { N8N_VERSION, n8nInstallation } from './n8nInstallation.mjs';
import { expectedNodeTypes, installPackage, manifest } from './n8nPackage.mjs';
import { pinnedExample } from './pinnedExample.mjs';
import { onClock, secondWorkflow, storedWorkflow } from './pinnedWorkflow.mjs';
import { assertPacingOutputs, onlyItem } from './pacingOutputs.mjs';
import { nodeCost, pacing } from './nodeCost.mjs';
import { startN8n } from './startN8n.mjs';
import { note, step, timeSinceStart } from './steps.mjs';
import { copyOfTable, storedBudget } from './storedBudget.mjs';
import { untilServed } from './untilServed.mjs';

const WORKFLOW = 'hourly-pacing.json';
const TRY_IT = 'try-it.json';
const n8nVersion = process.argv[2] ?? N8N_VERSION;

/**
 * Empty pairs that a node on one budget may take. Its two sub-executions work on the table and take about one and a half of them; the
 * rest is room for a busy machine, and far less than one sub-execution an hour or a campaign would need.
 */
const MOST_PAIRS = 2;

const userFolder = mkdtempSync(path.join(tmpdir(), 'budget-pacing-n8n-'));
let server;

async function smoke() {
	let installation;
	await step(`n8n ${n8nVersion} is in the cache`, async () => {
		installation = await n8nInstallation(note, n8nVersion);
		return `runs on Node ${execFileSync(installation.nodeBinary, ['--version'], { encoding: 'utf8' }).trim()}`;
	});
	await step('the packed package is installed as a user gets it', () => {
		const { bytes, files } = installPackage(userFolder, note);
		return `${manifest().name} ${manifest().version}: ${files} files, ${(bytes / 1024).toFixed(0)} KB packed`;
	});
	await step('n8n starts with it', async () => {
		server = await startN8n({ ...installation, userFolder });
		await server.ready();
		await untilServed(server.base);
		return `ready on ${server.base}`;
	});
	const n8n = await anyVersionClient(server.base);

	await step('n8n lists all nodes of the package and serves their icons', async () => {
		const types = await (await n8n.file('/types/nodes.json')).json();
		const own = types.filter(({ name }) => name.startsWith(`${manifest().name}.`));
		for (const expected of expectedNodeTypes()) {
			const type = own.find(({ name }) => name === expected);
			assert.ok(type, `${expected} is listed; listed are: ${own.map(({ name }) => name).join(', ') || 'none'}`);
			const icons = typeof type.iconUrl === 'string' ? [type.iconUrl] : Object.values(type.iconUrl ?? {});
			assert.ok(icons.length > 0, `${expected} has an icon`);
			for (const icon of icons) {
				const answer = await n8n.file(`/${icon}`);
				assert.match(answer.headers.get('content-type'), /^image\/svg\+xml/, `${icon} is a picture`);
				assert.match(await answer.text(), /<svg/, `${icon} is a picture`);
			}
		}
		return own
			.filter(({ name }) => expectedNodeTypes().includes(name))
			.map(({ displayName }) => displayName)
			.join(', ');
	});

	await step('n8n serves the fields of every output', async () => {
		const schemas = readdirSync('nodes', { recursive: true }).filter((file) => /__schema__.+\.json$/.test(file));
		for (const file of schemas) {
			const [node, , ...rest] = file.split(path.sep);
			const type = `${manifest().name}.${node[0].toLowerCase()}${node.slice(1)}`;
			const answer = await n8n.file(`/schemas/${type}/${rest.join('/').replace(/^v/, '')}`);
			assert.deepEqual(await answer.json(), JSON.parse(readFileSync(path.join('nodes', file), 'utf8')), file);
		}
		return `${schemas.length} schemas`;
	});

	await step(`${TRY_IT} is imported and executed as it is: the alert fires, and nothing is stored`, async () => {
		const { id } = await n8n.createWorkflow(storedWorkflow(TRY_IT));
		const { status, failure, outputs } = await n8n.run(id, 'Try It Now');
		assert.equal(status, 'success', failure);
		const { text, blocks } = onlyItem(outputs, 'Slack Card', 0);
		assert.match(text, /Today's budget will run out at about/);
		assert.ok(blocks.length > 2, 'the card has blocks');
		assert.deepEqual(Object.keys(outputs['Slack Card'][0][0]), ['text', 'blocks'], 'and nothing else');
		assert.equal(outputs['Plan by Hour'][0].length, 24, 'the plan is seen hour by hour');
		return [text, onlyItem(outputs, 'Report File', 0).fileName];
	});

	const { rows, nowMs, ...hourly } = pinnedExample(WORKFLOW);
	const hours = rows[0].results.length;

	let created;
	let budgetId;
	let firstRow;
	await step(`${WORKFLOW} is imported and executed, ${hours} hours of Google Ads rows pinned`, async () => {
		created = await n8n.createWorkflow(hourly.workflow);
		const execution = await n8n.run(created.id, hourly.trigger);
		assert.equal(execution.status, 'success', execution.failure);
		const seen = assertPacingOutputs(hourly.workflow, execution.outputs);
		({ budgetId } = seen);
		assert.equal(seen.ingested.accepted, hours, 'every row is accepted');
		return seen.lines;
	});

	await step('the data table holds one row for the budget', async () => {
		firstRow = await storedBudget(n8n, budgetId);
		assert.equal(firstRow.budgets, 1, 'and no other rows');
		return `budgetId ${budgetId}, revision ${firstRow.revision}, state of ${(JSON.stringify(firstRow.state).length / 1024).toFixed(1)} KB`;
	});

	let secondRow;
	await step('a second execution continues where the first one ended', async () => {
		const execution = await n8n.run(created.id, hourly.trigger);
		assert.equal(execution.status, 'success', execution.failure);
		const { ingested, lines } = assertPacingOutputs(hourly.workflow, execution.outputs);
		assert.equal(ingested.accepted, 0, 'no row counts twice');
		assert.equal(ingested.unchanged + ingested.replaced, hours, 'every row is known from the first execution');
		secondRow = await storedBudget(n8n, budgetId);
		assert.ok(secondRow.revision > firstRow.revision, `revision rises: ${firstRow.revision} -> ${secondRow.revision}`);
		return [...lines, `revision ${firstRow.revision} -> ${secondRow.revision}`];
	});

	let thirdRow;
	await step('a second workflow sees the same budget, and an hour that was restated replaces the old one', async () => {
		const restated = structuredClone(rows);
		restated[0].results.at(-1).metrics.costMicros = '7770000';
		const second = secondWorkflow(budgetId, restated);
		const { id } = await n8n.createWorkflow(onClock(second.workflow, nowMs));
		const execution = await n8n.run(id, second.trigger);
		assert.equal(execution.status, 'success', execution.failure);
		const ingested = onlyItem(execution.outputs, 'Ingest', 0);
		assert.deepEqual(
			{ accepted: ingested.accepted, replaced: ingested.replaced, unchanged: ingested.unchanged },
			{ accepted: 0, replaced: 1, unchanged: hours - 1 },
			'one hour is replaced, the others are known',
		);
		const checked = execution.outputs.Check.flat();
		assert.equal(checked.length, 1, 'Check Exhaustion answers with one item');
		assert.equal(checked[0].budgetId, budgetId);
		thirdRow = await storedBudget(n8n, budgetId);
		assert.ok(thirdRow.revision > secondRow.revision, `revision rises: ${secondRow.revision} -> ${thirdRow.revision}`);
		return [
			`Ingest: 1 replaced, ${hours - 1} unchanged; Check Exhaustion: ${checked[0].status}`,
			`revision ${secondRow.revision} -> ${thirdRow.revision}`,
		];
	});

	await step('a copy of the table under a longer name is left alone', async () => {
		const rowsOfCopy = await copyOfTable(n8n);
		const execution = await n8n.run(created.id, hourly.trigger);
		assert.equal(execution.status, 'success', execution.failure);
		const row = await storedBudget(n8n, budgetId);
		assert.ok(row.revision > thirdRow.revision, `revision rises: ${thirdRow.revision} -> ${row.revision}`);
		assert.equal(await rowsOfCopy(), 0, 'the copy stays empty');
		return `revision ${thirdRow.revision} -> ${row.revision}, the copy holds no rows`;
	});

	const cost = await step('a node execution on one budget takes a few sub-executions and no more', async () => {
		const { pair, nodes } = await nodeCost(n8n, [
			pacing('Optimize', 'optimizeAllocation', { budgetId, options: { asOf: nowMs } }),
			pacing('Check', 'checkExhaustion', { budgetId, options: { asOf: nowMs } }),
		]);
		for (const [name, ms] of Object.entries(nodes)) {
			assert.ok(ms < MOST_PAIRS * pair, `${name} takes ${ms} ms, two sub-executions that do nothing take ${pair} ms`);
		}
		const times = Object.entries(nodes).map(
			([name, ms]) => `${name} ${ms} ms, ${(ms / pair).toFixed(2)} times as long`,
		);
		return { pair, nodes, seen: [`two sub-executions that do nothing: ${pair} ms`, ...times] };
	});

	const disk = execFileSync('du', ['-sh', installation.folder], { encoding: 'utf8' }).split('\t')[0];
	const memory = server.peakMemoryMb();
	process.send?.({ seconds: timeSinceStart(), memory, cost });
	console.log(
		`\nAll held in ${timeSinceStart()}. Cache on disk: ${disk}. Peak memory of n8n: ${memory === undefined ? 'not measured here' : `${Math.round(memory)} MB`}.`,
	);
}

async function cleanUp() {
	await server?.stop();
	rmSync(userFolder, { recursive: true, force: true });
}

/** Once n8n is gone the running step fails, and the test ends as after any other failure. */
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
	process.once(signal, async () => {
		interrupted = true;
		if (server) return await server.stop();
		await cleanUp();
		process.exit(1);
	});
}

console.log('The package in a real n8n');
try {
	await smoke();
} catch (error) {
	process.exitCode = 1;
	process.send?.({ failure: error.message });
	console.error(
		`\n${interrupted ? 'Interrupted' : 'FAILED'} after ${timeSinceStart()}${interrupted ? '' : `: ${error.stack}`}`,
	);
	if (server && !interrupted) console.error(`\nEnd of n8n's log:\n${server.logTail()}`);
} finally {
	await cleanUp();
}
