import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

import { linearRegression, median } from 'simple-statistics';

import { gaelpIngest } from './peers/gaelpIngest.mjs';
import { seededRandom } from './random.mjs';

const core = createRequire(import.meta.url)('../dist/src/index.js');

const HOUR_MS = 3_600_000;
const HISTORY_DAYS = 28;
const START_MS = Date.UTC(2026, 0, 5);

/** Reports are read this long after the hour. */
const REPORT_DELAY_MS = 20 * 60_000;

const BUDGET = {
	budgetId: 'bench',
	currency: 'EUR',
	timeZone: 'Europe/Berlin',
	dailyAmount: '500',
	objective: 'conversions',
};
const STRATEGY = 'adaptive_ml';

/** Warm-up hours, so that compiled code is measured. */
const WARM_UP_HOURS = 24;

/**
 * Time per hour of one campaign, and how the time to ingest a history scales.
 *
 * The first plan after an ingest learns, a plan after it does not.
 */
export function speedBench({ quick }) {
	const hours = hourlySteps(quick ? 24 : 120);
	const sizes = quick ? [1000, 2000, 5000] : [1000, 2000, 5000, 10_000, 20_000];
	ingestTimes(sizes[0]);
	const ingests = sizes.map((windows) => ({ windows, ...ingestTimes(windows) }));
	const growth = (name) =>
		linearRegression(ingests.map((each) => [Math.log(each.windows), Math.log(each[name])])).m.toFixed(2);
	return {
		title: 'Speed and scale',
		note:
			`Medians in milliseconds for one campaign with ${HISTORY_DAYS} days of hourly history. Each hour gets its window and is then decided on; ` +
			'a history is ingested as one report. The peer is the published ingest of GAELP written again in JavaScript ' +
			'and slimmed, so faster than its Python; it takes windows one by one. The exponent e of ' +
			'cost ~ windows^e is fitted over the sizes shown.',
		rows: [
			['step', 'windows', 'ms', 'peer, ms', 'peer / ours'],
			...Object.entries(hours).map(([step, ms]) => [step, String(24 * HISTORY_DAYS), twoDigits(ms), '-', '-']),
			...ingests.map(({ windows, own, peer }) => [
				'ingest of a history',
				String(windows),
				twoDigits(own),
				twoDigits(peer),
				`${twoDigits(peer / own)} x`,
			]),
			['exponent of its growth', '', growth('own'), growth('peer'), ''],
		],
	};
}

const twoDigits = (value) => String(Number(value.toPrecision(2)));

/** Median milliseconds of each call of an hour, over hours that follow the history. */
function hourlySteps(count) {
	const windows = history(24 * HISTORY_DAYS + WARM_UP_HOURS + count);
	const known = 24 * HISTORY_DAYS;
	let { state } = core.ingest(core.createState(BUDGET), windows.slice(0, known), windows[known].startMs);
	const times = {};
	const timed = (step, call) => {
		const start = performance.now();
		const result = call();
		(times[step] ??= []).push(performance.now() - start);
		return result;
	};
	for (const window of windows.slice(known)) {
		const nowMs = window.endMs + REPORT_DELAY_MS;
		const plan = () => core.optimizeAllocation(state, { strategy: STRATEGY, nowMs });
		state = timed('ingest: one more hour', () => core.ingest(state, [window], nowMs)).state;
		state = timed('learning, and a plan', plan).state;
		state = timed('a plan', plan).state;
		state = timed('exhaustion check', () => core.checkExhaustion(state, { nowMs })).state;
		timed('pacing multiplier', () => core.pacingMultiplier(state, { nowMs }));
		state = timed('reallocation', () => core.reallocate(state, { nowMs })).state;
		const stored = timed('state to JSON', () => JSON.stringify(state));
		timed('state from JSON, checked', () => core.readState(JSON.parse(stored)));
	}
	return Object.fromEntries(
		Object.entries(times).map(([step, samples]) => [step, median(samples.slice(WARM_UP_HOURS))]),
	);
}

/** Number of histories ingested by each; the median counts. */
const ROUNDS = 3;

/** Median milliseconds to ingest a history, ours and the peer's alternately. */
function ingestTimes(count) {
	const windows = history(count);
	const nowMs = windows[count - 1].endMs;
	const samples = { own: [], peer: [] };
	for (let round = 0; round < ROUNDS; round++) {
		const began = performance.now();
		core.ingest(core.createState(BUDGET), windows, nowMs);
		const turned = performance.now();
		const peer = gaelpIngest();
		for (const window of windows) peer.add(window);
		samples.own.push(turned - began);
		samples.peer.push(performance.now() - turned);
	}
	return { own: median(samples.own), peer: median(samples.peer) };
}

/** Hours of one campaign with a daily pattern: spend, impressions, clicks, conversions and revenue. */
function history(count) {
	const { normal, poisson } = seededRandom(28);
	return Array.from({ length: count }, (_, position) => {
		const traffic = (1 + 0.7 * Math.sin(((position % 24) - 8) * (Math.PI / 12))) * Math.exp(0.2 * normal());
		const clicks = poisson(30 * traffic);
		const conversions = poisson(0.04 * clicks);
		return {
			startMs: START_MS + position * HOUR_MS,
			endMs: START_MS + (position + 1) * HOUR_MS,
			campaignId: 'search',
			spend: (0.6 * clicks).toFixed(2),
			impressions: 20 * clicks,
			clicks,
			conversions,
			revenue: (40 * conversions).toFixed(2),
		};
	});
}
