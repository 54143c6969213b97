// Makes one of the largest calls and prints its cost as JSON: node --expose-gc bench/heavyCall.mjs "name"
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { seededRandom } from './random.mjs';

const core = createRequire(import.meta.url)(process.env.BENCH_CORE ?? '../dist/src/index.js');

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.UTC(2026, 0, 5);

const BUDGET = { budgetId: 'bench', currency: 'EUR', timeZone: 'UTC', objective: 'conversions' };

/** Days that the backtest learns from before the first of those it replays. */
const WARM_UP_DAYS = 7;

/** Hours of campaigns of different size and conversion rate, with a daily pattern. */
function windowsOf(campaignIds, days, clicksPerHour) {
	const { normal, poisson } = seededRandom(28);
	const campaigns = campaignIds.map((campaignId) => ({
		campaignId,
		size: Math.exp(0.8 * normal()),
		rate: 0.04 * Math.exp(0.4 * normal()),
	}));
	return Array.from({ length: 24 * days }, (_, position) => START_MS + position * HOUR_MS).flatMap((startMs) =>
		campaigns.map(({ campaignId, size, rate }) => {
			const hour = (startMs % DAY_MS) / HOUR_MS;
			const traffic = (1 + 0.7 * Math.sin((hour - 8) * (Math.PI / 12))) * Math.exp(0.2 * normal());
			const clicks = poisson(clicksPerHour * size * traffic);
			const conversions = poisson(rate * clicks);
			return {
				startMs,
				endMs: startMs + HOUR_MS,
				campaignId,
				spend: (0.6 * clicks).toFixed(2),
				impressions: 20 * clicks,
				clicks,
				conversions,
				revenue: (40 * conversions).toFixed(2),
			};
		}),
	);
}

const idsOf = (count) => Array.from({ length: count }, (_, position) => `campaign ${position}`);

/** The state of a budget over campaigns after days of hourly reports. */
function stateOf({ campaigns, days, clicksPerHour, ...definition }) {
	const ids = idsOf(campaigns);
	const budget = { ...BUDGET, ...definition, campaigns: ids.map((campaignId) => ({ campaignId })) };
	const windows = windowsOf(ids, days, clicksPerHour);
	return core.ingest(core.createState(budget), windows, START_MS + days * DAY_MS).state;
}

/** @param multiple of the usual amount of a day, the largest scenario */
function scenarios(multiple) {
	const days = 28;
	const state = stateOf({ campaigns: 200, days, clicksPerHour: 3, dailyAmount: '12000' });
	const options = { nowMs: START_MS + (days + 0.5) * DAY_MS };
	const amounts = Array.from({ length: 50 }, (_, step) => Math.round((multiple * 12_000 * (step + 1)) / 50));
	// What is learned is kept with the state; here only the scenarios count.
	core.whatIf(state, { ...options, amounts: [12_000] });
	return () => core.whatIf(state, { ...options, amounts });
}

const equalCurves = (count, groups) =>
	Array.from({ length: count }, (_, position) => ({
		curve: { kind: 'hill', a: 10, k: 10, s: 3 },
		...(groups > 0 && { group: `group ${position % groups}` }),
	}));

/** Prepares each call. */
export const HEAVY_CALLS = {
	'ingest of 144,000 windows of 200 campaigns': () => {
		const windows = windowsOf(idsOf(200), 30, 3);
		return () => core.ingest(core.createState({ ...BUDGET, dailyAmount: '12000' }), windows, START_MS + 30 * DAY_MS);
	},
	'backtest of 90 days of 10 campaigns, all strategies': () => {
		const days = 90 + WARM_UP_DAYS;
		const state = stateOf({ campaigns: 10, days, clicksPerHour: 6, dailyAmount: '1000', restatementDays: 90 });
		return () => core.backtest(state);
	},
	'50 budget scenarios for 200 campaigns': () => scenarios(4),
	'50 budget scenarios far above the history of 200 campaigns': () => scenarios(40),
	'allocation of 150 equal S-curves': () => () => core.allocate(equalCurves(150, 0), 1300),
	'allocation of 150 equal S-curves in 30 groups': () => {
		const groups = Object.fromEntries(Array.from({ length: 30 }, (_, group) => [`group ${group}`, { max: 1300 }]));
		return () => core.allocate(equalCurves(150, 30), 1300, { groups });
	},
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const call = HEAVY_CALLS[process.argv[2]]();
	globalThis.gc();
	const began = process.cpuUsage();
	call();
	const { user, system } = process.cpuUsage(began);
	console.log(JSON.stringify({ used: (user + system) / 1e6, peakBytes: process.resourceUsage().maxRSS * 1024 }));
}
