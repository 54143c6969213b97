import { createRequire } from 'node:module';

const core = createRequire(import.meta.url)('../../dist/src/index.js');

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW_MS = Date.parse('2026-11-23T12:00:00+01:00');
const CAMPAIGNS = ['brand', 'generic', 'shopping', 'performance max', 'remarketing'];

/** Spend that follows the hours of the day; in the last three hours it runs away. */
function windows() {
	const hours = 28 * 24;
	return CAMPAIGNS.flatMap((campaignId) =>
		Array.from({ length: hours }, (_, position) => {
			const startMs = NOW_MS - (hours - position) * HOUR_MS;
			const demand = 8 + 5 * Math.sin(((position % 24) / 12) * Math.PI) + (position % 7) / 7;
			const spend = position >= hours - 3 ? 3 * demand : demand;
			return {
				campaignId,
				startMs,
				endMs: startMs + HOUR_MS,
				spend,
				impressions: 400,
				clicks: 8,
				conversions: position % 3,
				revenue: 20,
			};
		}),
	);
}

/** A push a day, every fifth of which somebody has overruled since. */
const pushes = () =>
	Array.from({ length: 20 }, (_, days) => {
		const atMs = NOW_MS - (20 - days) * DAY_MS;
		const [from, to] = [String(900 + days), String(901 + days)];
		const edit = days % 5 === 4 ? { edit: { value: '1200', seenMs: atMs + HOUR_MS } } : {};
		const made = {
			pushId: `earlier-${days}`,
			planId: 'earlier',
			status: 'confirmed',
			code: 'accepted',
			currency: 'EUR',
		};
		return {
			...made,
			platform: 'google_ads',
			object: 'budget/901',
			lever: 'day-total',
			why: 'raise',
			atMs,
			from,
			to,
			...edit,
		};
	});

/** The state of a budget with as much to say as is usual: a week and a month, five campaigns, an alert, and edits by us and by somebody. */
function usualState() {
	const created = core.createState({
		budgetId: 'usual',
		name: 'Brand Germany',
		currency: 'EUR',
		timeZone: 'Europe/Berlin',
		weeklyAmount: '7500',
		monthlyAmount: '30000',
		campaigns: CAMPAIGNS.map((campaignId) => ({ campaignId })),
	});
	const { state } = core.ingest(created, windows(), NOW_MS);
	const planned = core.optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW_MS }).state;
	return core.checkExhaustion({ ...planned, pushes: pushes() }, { nowMs: NOW_MS }).state;
}

/** Every kind of page that the package makes, of that budget. */
export function usualPages() {
	const state = usualState();
	return {
		report: core.budgetReport(state, { nowMs: NOW_MS }).html,
		overview: core.overviewPage([core.overviewOf(state, { nowMs: NOW_MS })], { nowMs: NOW_MS }).html,
		backtest: core.backtestPage(core.backtest(state), state.definition).html,
	};
}
