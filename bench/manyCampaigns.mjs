import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

import { median } from 'simple-statistics';

import { seededRandom } from './random.mjs';

const core = createRequire(import.meta.url)('../dist/src/index.js');

const CAMPAIGNS = 50;
const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 1, 16, 9);

/** Number of processes, and warm-up plans of one process. */
const COLD_RUNS = 7;
const WARM_UP_PLANS = 10;
const WARM_PLANS = 20;

const campaignIds = Array.from({ length: CAMPAIGNS }, (_, number) => String(21_400_000_000 + 7919 * number));

const BUDGET = {
	budgetId: 'many-campaigns',
	currency: 'EUR',
	timeZone: 'Europe/Berlin',
	dailyAmount: '10000',
	campaigns: campaignIds.map((campaignId) => ({ campaignId })),
};

/** The state of a budget whose campaigns report spend, clicks, conversions, impressions and revenue by the hour. */
function stateOf(days) {
	const { normal, poisson } = seededRandom(50);
	const windows = campaignIds.flatMap((campaignId, campaign) => {
		const size = Math.exp(0.8 * normal());
		return Array.from({ length: days * 24 }, (_, position) => {
			const startMs = NOW - (days * 24 - position) * HOUR_MS;
			const traffic = 1 + 0.7 * Math.sin(((position % 24) - 8) * (Math.PI / 12));
			const clicks = poisson(12 * size * traffic * Math.exp(0.2 * normal()));
			const conversions = poisson((0.03 + 0.001 * campaign) * clicks);
			return {
				campaignId,
				startMs,
				endMs: startMs + HOUR_MS,
				spend: (0.71 * clicks * Math.exp(0.1 * normal())).toFixed(2),
				impressions: 23 * clicks + poisson(5),
				clicks,
				conversions,
				revenue: (43.9 * conversions * Math.exp(0.3 * normal())).toFixed(2),
			};
		});
	});
	return core.ingest(core.createState(BUDGET), windows, NOW).state;
}

/** Milliseconds to read a stored state and to plan with it. */
function timePlan(stored) {
	const began = performance.now();
	const state = core.readState(JSON.parse(stored));
	const read = performance.now();
	core.optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW });
	return { readMs: read - began, planMs: performance.now() - read };
}

/** Size of a budget with fifty campaigns, and the time to read it and plan with it, in a new process and in a warm one. */
export function manyCampaignsBench({ quick }) {
	const rows = (quick ? [7] : [7, 30]).flatMap((days) => {
		const stored = JSON.stringify(stateOf(days));
		const cold = Array.from({ length: quick ? 1 : COLD_RUNS }, () =>
			JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url)], { input: stored, encoding: 'utf8' })),
		);
		for (let plan = 0; plan < WARM_UP_PLANS; plan++) timePlan(stored);
		const warm = Array.from({ length: WARM_PLANS }, () => timePlan(stored));
		const size = `${(stored.length / 1e6).toFixed(2)} MB`;
		return Object.entries({ 'a new process': cold, 'one that has planned before': warm }).map(([name, times]) => [
			String(days),
			size,
			name,
			median(times.map(({ readMs }) => readMs)).toFixed(0),
			median(times.map(({ planMs }) => planMs)).toFixed(0),
		]);
	});
	return {
		title: 'Fifty campaigns under one budget',
		note: `${CAMPAIGNS} campaigns with spend, clicks, conversions, impressions and revenue by the hour. Medians in milliseconds: reading the state (JSON, checked), and the first plan with it, learning included.`,
		rows: [['days of hours', 'state', 'process', 'read, ms', 'plan, ms'], ...rows],
	};
}

/** Run as a script it reads a state and plans once, to time a new process. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const parts = [];
	for await (const part of process.stdin) parts.push(part);
	console.log(JSON.stringify(timePlan(Buffer.concat(parts).toString())));
}
