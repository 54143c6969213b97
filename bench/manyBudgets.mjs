import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

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

/** One hourly run of the workflow for many clients, through n8n's engine in this process, with its table in memory. */
export async function manyBudgetsBench({ quick }) {
	const rows = [];
	for (const count of quick ? [20] : [300, 1000]) {
		const clients = Array.from({ length: count }, (_, number) => client(number));
		const tables = new Map();
		const run = async (nowMs, hours) => {
			const began = performance.now();
			const { error, subWorkflows, outputs } = await runWorkflow({
				workflow: workflowAt('many-clients', nowMs),
				trigger: 'Try It Now',
				tables,
				pinned: {
					'Read Clients': clients,
					'Read Google Ads Reports': clients.map((_, number) => report(number, nowMs, hours)),
					'Tell Slack': (texts) => texts.map((text) => ({ text })),
				},
			});
			if (error !== undefined) throw error;
			const planned = outputs['Optimize Allocation'][0].filter(({ planId }) => planId !== undefined).length;
			if (planned !== count) throw new Error(`${planned} of ${count} budgets were planned`);
			return { seconds: (performance.now() - began) / 1000, subWorkflows };
		};
		const first = await run(NOW, HISTORY_HOURS);
		const next = await run(NOW + HOUR_MS, 3);
		const began = performance.now();
		const { error, subWorkflows } = await runWorkflow({
			workflow: workflowAt('dashboard', NOW + HOUR_MS),
			trigger: 'Open Dashboard',
			items: [{ query: {} }],
			tables,
		});
		if (error !== undefined) throw error;
		const dashboard = { seconds: (performance.now() - began) / 1000, subWorkflows };
		const memory = `${Math.round(process.memoryUsage().rss / MEGABYTE)} MB`;
		for (const [name, { seconds, subWorkflows }] of Object.entries({
			'first run': first,
			'an hour later': next,
			'the dashboard after it': dashboard,
		})) {
			rows.push([String(count), name, seconds.toFixed(1), String(subWorkflows), memory]);
		}
	}
	return {
		title: 'Many budgets in one run',
		note: `The workflow for many clients, ${CAMPAIGNS} campaigns each: the first run reads ${HISTORY_HOURS} hours, the next one 3, and the dashboard shows all. n8n's engine runs it in this process with the data table in memory; memory is that of the whole process after the run.`,
		rows: [['budgets', 'run', 'seconds', 'sub-executions', 'memory'], ...rows],
	};
}
