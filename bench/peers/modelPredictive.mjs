import { SMALLEST_MULTIPLIER } from './boundedMultiplier.mjs';
import { demandForecast } from './demandForecast.mjs';
import { shrunkRates } from './shrunkRates.mjs';

const HOUR_MS = 3_600_000;

/** Bisection steps for a log bid level accurate to 1e-9. */
const HALVINGS = 35;

/**
 * Model-predictive control: every hour the rest of the day is planned anew, with bids in proportion to conversion rates at the level that is
 * expected to spend the remaining budget, and the first hour of the plan is carried out.
 *
 *     spend of hour h = today x demand_h x m_h^elasticity      m_h = level x rate_h, at most the largest
 *
 * `today` compares what today's hours spent with what they were expected to, and `priorShare` of the budget at the usual demand is added to
 * both. Rates are learned at midnight. An amount that is set within an hour stands until the same minute of the next, so it is for parts of both.
 *
 * @param gains those of `demandForecast`, and `priorShare`
 * @param lever 'bids' or 'amounts', which hands the planned spend of the hour to the platform
 */
export const modelPredictive = (gains, lever) => (brief) => {
	const { dayBudget, largestMultiplier } = brief;
	const demand = demandForecast(gains, brief);
	const windows = [];
	let rates = [];
	let spent = 0;
	let planned = 0;
	return {
		decide({ reports, weekday, hour, nowMs, remaining }) {
			for (const window of reports) windows[window.t] = window;
			if (hour === 0) {
				rates = shrunkRates(windows);
				spent = 0;
				planned = 0;
			}
			const prior = gains.priorShare * dayBudget;
			const today = (spent + prior) / (planned + prior);
			const partLeft = 1 - (nowMs % HOUR_MS) / HOUR_MS;
			const ahead = rates.slice(hour).map((rate, later) => ({
				rate,
				demand: today * demand.expected(weekday, hour + later) * (later === 0 ? partLeft : 1),
			}));
			const multiplierAt = (level, rate) => Math.min(largestMultiplier, Math.max(SMALLEST_MULTIPLIER, level * rate));
			const spendAt = (level, { rate, demand }) => demand * multiplierAt(level, rate) ** gains.elasticity;
			const level = levelThatSpends(Math.max(0, remaining), largestMultiplier, (tried) =>
				ahead.reduce((total, each) => total + spendAt(tried, each), 0),
			);
			if (lever === 'amounts') {
				const now = spendAt(level, ahead[0]) / partLeft;
				const next = ahead.length > 1 ? spendAt(level, ahead[1]) : now;
				return { amount: partLeft * now + (1 - partLeft) * next };
			}
			return { multiplier: multiplierAt(level, rates[hour]), cap: Math.max(0, remaining) / partLeft };
		},
		observe(window) {
			const { weekday, hour, spend, multiplier, servedFraction } = window;
			spent += spend;
			planned += demand.expected(weekday, hour) * servedFraction * multiplier ** gains.elasticity;
			demand.learn(window);
		},
	};
};

/** The level of bids at which the rest of the day is expected to spend `amount`, by bisection on its logarithm. */
function levelThatSpends(amount, largestMultiplier, spendAt) {
	let low = Math.log(SMALLEST_MULTIPLIER) - 3;
	let high = Math.log(largestMultiplier) + 3;
	for (let halving = 0; halving < HALVINGS; halving++) {
		const middle = (low + high) / 2;
		if (spendAt(Math.exp(middle)) > amount) high = middle;
		else low = middle;
	}
	return Math.exp(low);
}
