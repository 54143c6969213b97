import { createRequire } from 'node:module';

/** `BENCH_CORE` names another build of the core, for ablations. */
const { createState, ingest, optimizeAllocation } = createRequire(import.meta.url)(
	process.env.BENCH_CORE ?? '../../dist/src/index.js',
);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.parse('2026-01-05T00:00:00Z');

/** A budget over campaigns as a user would set it up, and the split of its plan at midnight. */
export function core({ dayAmount, seed }) {
	let state = null;
	const definitionOf = (running) => ({
		budgetId: `portfolio-${seed}`,
		currency: 'EUR',
		timeZone: 'UTC',
		dailyAmount: dayAmount,
		restatementDays: 3,
		campaigns: running.map((id) => ({ campaignId: String(id) })),
	});
	return {
		decide({ day, running }) {
			state = { ...state, definition: createState(definitionOf(running)).definition };
			const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: START_MS + day * DAY_MS });
			return plan.campaigns.map(({ amount }) => Number(amount));
		},
		observe({ day, running, hours }) {
			const dayMs = START_MS + day * DAY_MS;
			const windows = running.flatMap((id, position) =>
				hours[position].map(({ spend, conversions }, hour) => ({
					campaignId: String(id),
					startMs: dayMs + hour * HOUR_MS,
					endMs: dayMs + (hour + 1) * HOUR_MS,
					spend: Number(spend.toFixed(6)),
					conversions,
				})),
			);
			({ state } = ingest(state ?? createState(definitionOf(running)), windows, dayMs + DAY_MS));
		},
	};
}
