import { createRequire } from 'node:module';

const { checkExhaustion, createState, ingest } = createRequire(import.meta.url)(
	process.env.BENCH_CORE ?? '../../dist/src/index.js',
);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The judged day, always the same Monday. */
const TODAY_MS = Date.UTC(2026, 5, 29);

const BUDGET = 100;

const definition = { budgetId: 'alerts', currency: 'EUR', timeZone: 'UTC', dailyAmount: BUDGET.toFixed(2) };

const windows = (fromMs, spend) =>
	spend.map((share, hour) => ({
		startMs: fromMs + hour * HOUR_MS,
		endMs: fromMs + (hour + 1) * HOUR_MS,
		spend: (BUDGET * share).toFixed(6),
	}));

/**
 * The core: it learns the history from hourly spend alone, then ingests and checks at every full hour of the day.
 *
 * @param history (days) of 24 hours of spend, fractions of the budget
 */
export function corePolicy({ history }) {
	const past = history.map((spend, day) => windows(TODAY_MS - (history.length - day) * DAY_MS, spend)).flat();
	const learned = ingest(createState(definition), past, TODAY_MS).state;
	return (spend) => {
		let state = learned;
		let messages = 0;
		const firing = windows(TODAY_MS, spend)
			.slice(0, -1)
			.map((window) => {
				const nowMs = window.endMs;
				const checked = checkExhaustion(ingest(state, [window], nowMs).state, { nowMs });
				state = checked.state;
				const alerts = [checked.exhaustion.alert, ...checked.exhaustion.alerts];
				if (alerts.some(({ notify }) => notify)) messages++;
				return alerts.some(({ state }) => state === 'firing');
			});
		return { firing, messages };
	};
}
