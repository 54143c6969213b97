import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The published core, or for ablations the build named by `BENCH_CORE`. */
const core = require(process.env.BENCH_CORE ?? '../../dist/src/index.js');

const DAY_MS = 86_400_000;

/** Follows the plan by bid multiplier and cap. */
export const byBids = (strategy) =>
	corePacing(strategy, ({ multiplier, cap }, anHour) => ({ multiplier, cap: anHour(cap) }));

/** Follows the plan by amount; the platform bids. */
export const byAmounts = (strategy) => corePacing(strategy, ({ amount }, anHour) => ({ amount: anHour(amount) }));

/**
 * The core through its public interface, as a workflow uses it every hour: ingest new data, plan the day, follow the plan.
 *
 * @param strategy one of the core's six
 * @param follow   the decision for the plan's current hour; its second argument scales an amount to an hour from now on
 * @throws Error if the core rejects a window: then the market and not the core is wrong
 */
const corePacing = (strategy, follow) => (brief) => {
	let state = core.createState(definitionOf(brief));
	return {
		decide({ nowMs, reports, running }) {
			const windows = [...reports.flatMap(windowsOf), ...(running === null ? [] : [windowOf(running, running)])];
			const { state: informed, report } = core.ingest(state, windows, nowMs);
			if (report.rejected.length > 0) throw new Error(`The core rejects a window: ${report.rejected[0].reason}`);
			const planned = core.optimizeAllocation(informed, { strategy, nowMs });
			state = planned.state;
			const hour = planned.plan.hours.find(({ state }) => state === 'current');
			const ahead = (hour.endMs - nowMs) / (hour.endMs - hour.startMs);
			return follow(hour, (amount) => (Number(amount) - Number(hour.spent)) / ahead);
		},
	};
};

/** A daily budget, or a flight over the judged days with at most twice the average a day. */
function definitionOf({ dayBudget, flexible, startMs }) {
	const budget = { budgetId: 'bench', currency: 'EUR', timeZone: 'UTC' };
	if (flexible === null) return { ...budget, dailyAmount: dayBudget.toFixed(2) };
	const date = (day) => new Date(startMs + day * DAY_MS).toISOString().slice(0, 10);
	return {
		...budget,
		dailyAmount: (2 * dayBudget).toFixed(2),
		flight: { start: date(0), end: date(flexible.days - 1), amount: flexible.amount.toFixed(2) },
	};
}

const windowsOf = ({ parts, ...hour }) => parts.map((part) => windowOf(part, hour));

const windowOf = ({ startMs, endMs, spend, clicks, conversions }, { multiplier }) => ({
	startMs,
	endMs,
	spend: spend.toFixed(6),
	clicks,
	...(conversions !== undefined && { conversions }),
	...(multiplier > 0 && { multiplier }),
});
