import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const { runWorkflow } = createRequire(import.meta.url)('../demo/engine.js');

const CAMPAIGNS = 5;
const HISTORY_HOURS = 48;
const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 11, 20);
const MEGABYTE = 2 ** 20;

/** An example workflow, as if it ran at an instant. */
function workflowAt(name, nowMs) {
	const workflow = JSON.parse(readFileSync(new URL(`../workflows/${name}.json`, import.meta.url), 'utf8'));
	const options = { asOf: new Date(nowMs).toISOString() };
	const nodes = workflow.nodes.map((node) =>
		node.type.startsWith('n8n-nodes-budget-pacing.') ? { ...node, parameters: { ...node.parameters, options } } : node,
	);
	return { ...workflow, nodes };
}

const client = (number) => ({
	budgetId: `client-${number}`,
	name: `Client ${number}`,
	currency: 'EUR',
	timeZone: 'UTC',
	dailyAmount: '1000',
	monthlyAmount: '30000',
	customerId: String(number),
});

/** Google's report of a client for the hours before an instant. */
function report(number, untilMs, hours) {
	const firstMs = untilMs - (untilMs % HOUR_MS) - hours * HOUR_MS;
	const results = Array.from({ length: hours * CAMPAIGNS }, (_, row) => {
		const at = new Date(firstMs + Math.floor(row / CAMPAIGNS) * HOUR_MS).toISOString();
		return {
			customer: { currencyCode: 'EUR', timeZone: 'UTC' },
			campaign: { id: String(row % CAMPAIGNS) },
			metrics: { costMicros: String(8_000_000 + 10_000 * ((number + row) % 97)), clicks: '8', conversions: 1 },
			segments: { date: at.slice(0, 10), hour: Number(at.slice(11, 13)) },
		};
	});
	return { results };
}

/** An hourly run of the workflow for so many clients, through n8n's engine in this process, with its table in memory; then the next run, and the dashboard. */
async function runsFor(count) {
	const clients = Array.from({ length: count }, (_, number) => client(number));
	const tables = new Map();
	const timed = async (options) => {
		const began = performance.now();
		const { error, subWorkflows, outputs } = await runWorkflow({ ...options, tables });
		if (error !== undefined) throw error;
		return { seconds: (performance.now() - began) / 1000, subWorkflows, outputs };
	};
	const run = async (nowMs, hours) => {
		const { outputs, ...cost } = await timed({
			workflow: workflowAt('many-clients', nowMs),
			trigger: 'Try It Now',
			pinned: {
				'Read Clients': clients,
				'Read Google Ads Reports': clients.map((_, number) => report(number, nowMs, hours)),
				'Tell Slack': (texts) => texts.map((text) => ({ text })),
			},
		});
		const planned = outputs['Optimize Allocation'][0].filter(({ planId }) => planId !== undefined).length;
		if (planned !== count) throw new Error(`${planned} of ${count} budgets were planned`);
		return cost;
	};
	const first = await run(NOW, HISTORY_HOURS);
	const next = await run(NOW + HOUR_MS, 3);
	const { outputs, ...dashboard } = await timed({
		workflow: workflowAt('dashboard', NOW + HOUR_MS),
		trigger: 'Open Dashboard',
		items: [{ query: {} }],
	});
	return { first, next, dashboard, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

const SCRIPT = fileURLToPath(import.meta.url);

/** The same in a process of its own; with a heap of so many megabytes, or as many as Node allows. */
const inOwnProcess = ({ count, heap }) =>
	JSON.parse(
		execFileSync(
			process.execPath,
			[...(heap === undefined ? [] : [`--max-old-space-size=${heap}`]), SCRIPT, String(count)],
			{
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'inherit'],
			},
		),
	);

/** One hourly run of the workflow for many clients. */
export function manyBudgetsBench({ quick }) {
	const cases = quick ? [{ count: 20 }] : [{ count: 300 }, { count: 1000 }, { count: 1000, heap: 400 }];
	const rows = cases.flatMap(({ count, heap }) => {
		const { first, next, dashboard, peakBytes } = inOwnProcess({ count, heap });
		return Object.entries({ 'first run': first, 'an hour later': next, 'the dashboard after it': dashboard }).map(
			([name, { seconds, subWorkflows }]) => [
				String(count),
				heap === undefined ? 'not limited' : `${heap} MB`,
				name,
				seconds.toFixed(1),
				String(subWorkflows),
				`${Math.round(peakBytes / MEGABYTE)} MB`,
			],
		);
	});
	return {
		title: 'Many budgets in one run',
		note: `The workflow for many clients, ${CAMPAIGNS} campaigns each: the first run reads ${HISTORY_HOURS} hours, the next one 3, and the dashboard shows all. n8n's engine runs it in a process of its own with the data table in memory. Memory is the peak of the whole process, reports and outputs included; Node takes what it finds, so one row shows what it needs.`,
		rows: [['budgets', 'heap', 'run', 'seconds', 'sub-executions', 'peak memory'], ...rows],
	};
}

if (process.argv[1] === SCRIPT) console.log(JSON.stringify(await runsFor(Number(process.argv[2]))));
