import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

import { median } from 'simple-statistics';

const { runWorkflow } = createRequire(import.meta.url)('../demo/engine.js');

const HOUR_MS = 3_600_000;
const MEGABYTE = 2 ** 20;

/** Reports are read this long after the hour. */
const REPORT_DELAY_MS = 20 * 60_000;
const START_MS = Date.UTC(2026, 10, 23);
const HISTORY_HOURS = 28 * 24;

/** Hours that each report repeats, so that restatements are included. */
const REPORTED_HOURS = 3;

/** Warm-up hours, so that compiled code is measured. */
const WARM_UP_HOURS = 24;

/** Number of loads, each in a separate process; the median counts. */
const LOADS = { quick: 3, full: 9 };

/** Cost of the package in n8n: loading it, and one execution of each node on one budget. */
export async function nodeCostBench({ quick }) {
	const load = loadCost(quick ? LOADS.quick : LOADS.full);
	const costs = await nodeCosts(quick ? 12 : 72);
	const pair = median(costs.pair);
	return {
		title: 'What the package costs n8n',
		note:
			`Load: n8n-core's PackageDirectoryLoader on the built package, n8n-core and n8n-workflow loaded before, medians of ${load.loads} fresh processes; ` +
			'memory after garbage collection. Nodes: medians in milliseconds that one execution on one budget adds to a workflow, with 28 days of hourly history of ' +
			"one campaign, in n8n's engine in this process with the data table in memory. An empty pair is two executions of a sub-workflow of a trigger and a Data Table " +
			'node that finds nothing: the minimum for reading and writing a state. Stored by another process: the state is read, checked and learned from anew.',
		rows: [
			['what', 'measured', 'empty pairs', 'sub-executions'],
			[`load: ${load.nodes} nodes`, `${load.ms.toFixed(0)} ms`, '', ''],
			['load: memory that stays in use', `${(load.liveBytes / MEGABYTE).toFixed(1)} MB`, '', ''],
			['load: resident memory', `${(load.rssBytes / MEGABYTE).toFixed(1)} MB`, '', ''],
			['empty pair of sub-executions', `${pair.toFixed(2)} ms`, '1', '2'],
			...Object.entries(costs.nodes).map(([name, { ms, subWorkflows }]) => [
				name,
				`${median(ms).toFixed(2)} ms`,
				(median(ms) / pair).toFixed(1),
				String(subWorkflows),
			]),
		],
	};
}

function loadCost(loads) {
	const script = fileURLToPath(new URL('loadPackage.mjs', import.meta.url));
	const seen = Array.from({ length: loads }, () =>
		JSON.parse(execFileSync(process.execPath, ['--expose-gc', script], { encoding: 'utf8' })),
	);
	const { n8n } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
	if (seen.some(({ nodes }) => nodes !== n8n.nodes.length))
		throw new Error('Not every node of package.json was loaded');
	const of = (name) => median(seen.map((load) => load[name]));
	return { loads, nodes: n8n.nodes.length, ms: of('ms'), liveBytes: of('liveBytes'), rssBytes: of('rssBytes') };
}

const node = (name, type, parameters = {}) => ({ id: name, name, type, typeVersion: 1, position: [0, 0], parameters });

/** A trigger and one node. */
const workflowOf = (last) => ({
	name: 'Cost',
	nodes: [node('Start', 'n8n-nodes-base.executeWorkflowTrigger'), last],
	connections: { Start: { main: [[{ node: last.name, type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
});

/** The trigger and a pass-through node: the workflow without the measured node. */
const NOTHING = workflowOf(node('Pass On', 'n8n-nodes-base.filter', { conditions: { conditions: [] } }));
const EMPTY = workflowOf(node('Table', 'n8n-nodes-base.dataTable', { resource: 'table', operation: 'list' }));

const pacing = (type, parameters, nowMs) =>
	workflowOf(
		node('Node', `n8n-nodes-budget-pacing.${type}`, {
			budgetId: 'bench',
			stateStore: 'dataTable',
			...parameters,
			options: { asOf: new Date(nowMs).toISOString() },
		}),
	);

/** What Google reports of one campaign from an instant up to another. */
function report(fromMs, untilMs) {
	const results = Array.from({ length: (untilMs - fromMs) / HOUR_MS }, (_, hour) => {
		const startMs = fromMs + hour * HOUR_MS;
		const position = startMs / HOUR_MS;
		const at = new Date(startMs).toISOString();
		return {
			customer: { currencyCode: 'EUR', timeZone: 'UTC' },
			campaign: { id: '1' },
			metrics: {
				costMicros: String(30_000_000 + 100_000 * (position % 97)),
				clicks: '30',
				conversions: position % 3,
			},
			segments: { date: at.slice(0, 10), hour: Number(at.slice(11, 13)) },
		};
	});
	return { results };
}

/** Milliseconds of every hour that counts, by node, and of as many empty pairs in between. */
async function nodeCosts(hours) {
	const tables = new Map();
	const timed = async (workflow, item = {}) => {
		const began = performance.now();
		const { error, subWorkflows, outputs } = await runWorkflow({ workflow, items: [item], tables });
		const ms = performance.now() - began;
		if (error !== undefined) throw error;
		return { ms, subWorkflows, output: outputs.Node?.flat() };
	};
	const budget = { currency: 'EUR', timeZone: 'UTC', amounts: { dailyAmount: '1000' }, objective: 'conversions' };
	const historyMs = START_MS - HISTORY_HOURS * HOUR_MS;
	await timed(pacing('pacingBudget', { operation: 'createOrUpdate', ...budget }, historyMs));
	const ingest = (fromMs, untilMs) =>
		timed(
			pacing('ingestPerformance', { format: 'auto', fields: {} }, untilMs + REPORT_DELAY_MS),
			report(fromMs, untilMs),
		);
	const plan = (nowMs) =>
		timed(pacing('optimizeAllocation', { strategy: 'adaptive_ml', date: '', output: 'plan' }, nowMs));
	await ingest(historyMs, START_MS);

	const pair = [];
	const nodes = {};
	for (let hour = 1; hour <= WARM_UP_HOURS + hours; hour++) {
		const untilMs = START_MS + hour * HOUR_MS;
		const nowMs = untilMs + REPORT_DELAY_MS;
		const counts = hour > WARM_UP_HOURS;
		const around = (await timed(NOTHING)).ms;
		const [first, second] = [await timed(EMPTY), await timed(EMPTY)];
		if (counts) pair.push(first.ms + second.ms);
		const measured = async (name, running) => {
			const { ms, subWorkflows, output } = await running;
			if (output.length !== 1) throw new Error(`${name} answered with ${output.length} items`);
			nodes[name] ??= { ms: [], subWorkflows };
			if (counts) nodes[name].ms.push(ms - around);
		};
		await measured('Ingest Performance', ingest(untilMs - REPORTED_HOURS * HOUR_MS, untilMs));
		await measured('Optimize Allocation', plan(nowMs));
		await measured('Check Exhaustion', timed(pacing('checkExhaustion', {}, nowMs)));
		// A leading blank leaves the JSON equivalent but defeats caching by text.
		for (const row of tables.get('budget_pacing')) row.state = ` ${row.state}`;
		await measured('Optimize Allocation, state stored by another process', plan(nowMs));
	}
	return { pair, nodes };
}
