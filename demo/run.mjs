// The demo: runs workflows/hourly-pacing.json through n8n's engine for every hour of a day, on sample rows or on your own export.
//   npm run demo
//   npm run demo -- --rows report.json --budget budget.json
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

import { heldTo, SAMPLE_DATE, sampleBudget, sampleRows } from './sampleRows.mjs';

const require = createRequire(import.meta.url);
const core = require('../dist/src/index.js');
const { runWorkflow } = require('./engine.js');
const { laterClock } = require('./laterClock.js');
const file = JSON.parse(readFileSync(new URL('../workflows/hourly-pacing.json', import.meta.url), 'utf8'));

const HOUR_MS = 3_600_000;
/** Reports are read this long after the hour, as the workflow's schedule does. */
const REPORT_DELAY_MS = 20 * 60_000;

const { values } = parseArgs({ options: { rows: { type: 'string' }, budget: { type: 'string' } } });
if ((values.rows === undefined) !== (values.budget === undefined)) {
	console.error('Give both: --rows with your report and --budget with your budget definition, as JSON files.');
	process.exit(1);
}
function sampleInput() {
	return { budget: sampleBudget, rows: sampleRows(), fields: undefined, reacts: true };
}

/** The user's own rows, each with the start of its hour. */
function ownInput(rowsPath, budgetPath) {
	const { fields, ...budget } = JSON.parse(readFileSync(budgetPath, 'utf8'));
	const report = JSON.parse(readFileSync(rowsPath, 'utf8'));
	const items = Array.isArray(report) ? report : [report];
	const flat = items.flatMap((item) => item?.results ?? item?.data ?? [item]);
	const whole = core.normaliseRows(flat, { budget, fields });
	for (const { index, reason } of whole.rejected.slice(0, 5)) console.log(`  row ${index + 1} was rejected: ${reason}`);
	if (whole.windows.length === 0) {
		throw new core.UserError(
			'None of the rows can be used',
			'See the reasons above, and docs/reference/formats.md for the rows of each format.',
		);
	}
	const left = new Set(whole.rejected.map(({ index }) => index));
	const rows = flat.flatMap((row, index) => {
		if (left.has(index)) return [];
		return [{ startMs: core.normaliseRows([row], { budget, fields }).windows[0].startMs, row }];
	});
	return { budget, rows, fields, reacts: false };
}

async function demo({ budget, rows, fields, reacts }) {
	const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: budget.currency });
	const clock = (ms) =>
		new Intl.DateTimeFormat('en-GB', { timeZone: budget.timeZone, hour: '2-digit', minute: '2-digit' }).format(ms);
	const lastMs = rows.reduce((latest, { startMs }) => Math.max(latest, startMs), 0);
	const dayOf = (ms) => new Intl.DateTimeFormat('en-CA', { timeZone: budget.timeZone }).format(ms);
	const date = reacts ? SAMPLE_DATE : dayOf(lastMs);
	const history = rows.filter(({ startMs }) => dayOf(startMs) < date);
	let live = rows.filter(({ startMs }) => dayOf(startMs) === date);
	console.log(
		`\n${budget.name ?? budget.budgetId}: ${rows.length} report rows, ${new Set(history.map(({ startMs }) => dayOf(startMs))).size} days of history, then ${date} hour by hour\n`,
	);

	laterClock(Math.max(...live.map(({ startMs }) => startMs)) + 2 * HOUR_MS);
	const tables = new Map();
	const workflow = configured(budget, fields);
	const hours = core.optimizeAllocation(core.createState(budget), {
		strategy: 'even_distribution',
		nowMs: live[0].startMs,
		date,
	}).plan.hours;
	const story = { date, morning: null, alert: null, page: null, reallocation: null, delivered: [] };
	let held = false;
	const messages = [];
	for (const [hour, { startMs, endMs }] of hours.entries()) {
		if (!live.some((entry) => entry.startMs >= startMs)) break;
		const seen = [...history, ...live.filter((entry) => entry.startMs < startMs)].map(({ row }) => row);
		const asOfMs = startMs + REPORT_DELAY_MS;
		const run = await runWorkflow({
			workflow: asOf(workflow, asOfMs),
			trigger: 'Try It Now',
			tables,
			pinned: {
				'Read Google Ads Report': fields === undefined ? [{ results: seen }] : seen,
				'Tell Slack': (texts) => texts.map((text) => ({ text })),
				'Show Rejected Rows in Slack': (texts) => texts.map((text) => ({ text })),
				'Read Current Budget': [
					{ results: [{ campaignBudget: { amountMicros: String(1e6 * Number(budget.dailyAmount ?? 1000)) } }] },
				],
				'Push Day Budget': (bodies) => bodies.map(() => ({ statusCode: 200, headers: {}, body: {} })),
			},
		});
		if (run.status !== 'success') throw run.error;
		const plan = run.outputs['Optimize Allocation'][0][0];
		const forecast = run.outputs['Check Exhaustion'].flat()[0];
		const [reallocated] = run.outputs['Reallocate'][0];
		const slack = (run.outputs['Tell Slack']?.[0] ?? []).map(({ text }) => text);
		const risk = forecast.exhaustionMs.median === null ? '' : `, runs out ${clock(forecast.exhaustionMs.median)}`;
		console.log(
			`  ${clock(asOfMs)}  ${money.format(plan.spent).padStart(10)} of ${money.format(plan.dayAmount)}  pace ${(forecast.paceRatio ?? 0).toFixed(2)}  ${forecast.status.padEnd(13)} ${Math.round(
				100 * forecast.probability,
			)
				.toString()
				.padStart(3)}%${risk}`,
		);
		for (const text of slack) {
			console.log(`         Slack: ${text}`);
			messages.push({ at: clock(asOfMs), text });
		}
		const state = core.readState(JSON.parse(tables.get('budget_pacing')[0].state));
		story.morning ??= plan;
		if (story.alert === null && forecast.notify && forecast.status === 'at-risk') {
			story.alert = { forecast, asOfMs };
			story.page = core.budgetReport(state, { nowMs: asOfMs }).html;
			held = reacts;
		}
		if (reallocated !== undefined) {
			console.log(`         Reallocated: ${reallocated.reasons[0].message}`);
			story.reallocation ??= reallocated;
		}
		const current = (reallocated?.to ?? plan).hours[hour];
		if (held) {
			const own = live.filter((entry) => entry.startMs === startMs);
			live = [...live.filter((entry) => entry.startMs !== startMs), ...heldTo(current.amount, own)];
		}
		const spent = live.filter((entry) => entry.startMs === startMs);
		story.delivered.push({
			startMs,
			endMs,
			spend: core
				.normaliseRows(
					spent.map(({ row }) => row),
					{ budget, fields },
				)
				.windows.reduce((sum, { spend }) => sum + Number(spend), 0),
		});
		story.state = state;
		story.nowMs = asOfMs;
		story.plan = plan;
		story.forecast = forecast;
	}

	printPlan(story, money, clock);
	if (story.reallocation !== null) printMoves(story.reallocation, money, clock);
	const spent = story.delivered.reduce((sum, { spend }) => sum + spend, 0);
	console.log(
		`\nThe day ended at ${money.format(spent)} of ${money.format(story.morning.dayAmount)}, with ${messages.length} Slack message${messages.length === 1 ? '' : 's'}.`,
	);
	writeFileSync('report.html', story.page ?? core.budgetReport(story.state, { nowMs: story.nowMs }).html);
	console.log(`Report page, as of ${clock(story.alert?.asOfMs ?? story.nowMs)}: report.html\n`);
}

/** The workflow with the budget's definition, as a user would enter it. */
function configured(
	{
		budgetId,
		name = '',
		currency,
		timeZone,
		objective = 'conversions',
		limits = {},
		flight,
		utilizationTarget,
		weekStart,
		restatementDays,
		...amounts
	},
	fields,
) {
	const definition = {
		operation: 'createOrUpdate',
		budgetId,
		name,
		currency,
		timeZone,
		objective,
		limits,
		amounts: {
			...amounts,
			...(flight && { flightStart: flight.start, flightEnd: flight.end, flightAmount: flight.amount }),
		},
		period: JSON.parse(JSON.stringify({ utilizationTarget, weekStart, restatementDays })),
	};
	return {
		...file,
		nodes: file.nodes.map((node) => {
			if (node.name === 'Pacing Budget') return { ...node, parameters: { ...node.parameters, ...definition } };
			if (node.name === 'Ingest Performance' && fields !== undefined)
				return { ...node, parameters: { ...node.parameters, format: 'mapped', fields } };
			return node;
		}),
	};
}

/** The workflow as if it ran at an instant. */
const asOf = (workflow, instantMs) => ({
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.type.startsWith('n8n-nodes-budget-pacing.')
			? { ...node, parameters: { ...node.parameters, options: { asOf: new Date(instantMs).toISOString() } } }
			: node,
	),
});

function printPlan({ morning, delivered, alert }, money, clock) {
	console.log(
		`\nThe morning's plan (${morning.strategy}): ${money.format(morning.dayAmount)}, confidence ${morning.confidence}`,
	);
	const most = Math.max(...morning.hours.map(({ amount }) => amount));
	for (const [hour, { startMs, amount, multiplier }] of morning.hours.entries()) {
		const bar = '#'.repeat(Math.round((30 * amount) / most));
		const actual = delivered[hour] === undefined ? '' : money.format(delivered[hour].spend);
		console.log(
			`  ${clock(startMs)} ${money.format(amount).padStart(9)} x${multiplier.toFixed(2)} ${bar.padEnd(31)} delivered ${actual.padStart(9)}`,
		);
	}
	if (alert === null) return;
	const { forecast, asOfMs } = alert;
	const { low, median, high } = forecast.exhaustionMs;
	console.log(
		`\nForecast at ${clock(asOfMs)}: today's budget will run out at ${clock(median)} (80% interval ${clock(low)} to ${clock(high)}) with a probability of ${Math.round(100 * forecast.probability)}%,`,
	);
	console.log(
		`  ${forecast.darkHours.toFixed(1)} out-of-budget hours, ${forecast.valueAtRisk.conversions?.toFixed(1) ?? 'an unknown number of'} conversions at risk; spend at most ${money.format(forecast.recommendedHourlyCap)} an hour to last`,
	);
}

function printMoves({ from, to, moves, evidence }, money, clock) {
	console.log(
		`\nReallocation: e-value ${evidence.eValue.toFixed(0)} (threshold ${evidence.threshold}: at most one false alarm in ${evidence.meanDaysBetweenFalseAlarms} days on average)`,
	);
	for (const { localHour, campaignId, factor } of evidence.changes) {
		console.log(
			`  ${campaignId ?? `${localHour}:00`} now converts ${factor.mean.toFixed(2)} times as well as before (80% interval ${factor.low.toFixed(2)} to ${factor.high.toFixed(2)})`,
		);
	}
	for (const { hourIndex, amount } of moves) {
		console.log(
			`  ${clock(to.hours[hourIndex].startMs)} ${money.format(from.hours[hourIndex].amount).padStart(9)} -> ${money.format(to.hours[hourIndex].amount).padStart(9)} (${amount > 0 ? '+' : ''}${amount.toFixed(2)})`,
		);
	}
}

try {
	await demo(values.rows === undefined ? sampleInput() : ownInput(values.rows, values.budget));
} catch (error) {
	console.error(error.name === 'UserError' ? `${error.message}\n${error.description}` : error);
	process.exit(1);
}
process.exit(0);
