import { trafficCurve } from './trafficCurve.mjs';

/** Minimum conversion rate of an hour, relative to the mean. */
const SMALLEST_INDEX = 0.05;

/**
 * A spend plan learned from history, traffic x conversion rate^exponent, over which the remaining budget is spread.
 *
 * Rates are the conversions reported so far per click of each hour of the day, relative to the mean, learned at midnight.
 *
 * @param gains `exponent`
 * @see B. Kumar, J. Morgenstern, O. Schrijvers, Optimal Spend Rate Estimation and Pacing for Ad Campaigns with Budgets, 2022,
 *   https://arxiv.org/abs/2202.05881
 */
export const learnedSpendPlan =
	({ exponent }) =>
	({ history }) => {
		const traffic = trafficCurve(history);
		const windows = [];
		let rateIndex = [];
		return {
			decide({ reports, weekday, hour, remaining }) {
				for (const window of reports) windows[window.t] = window;
				if (hour === 0) rateIndex = hourlyRateIndex(windows);
				const weight = (each) => traffic.clicks(weekday, each) * rateIndex[each] ** exponent;
				let rest = 0;
				for (let each = hour; each < 24; each++) rest += weight(each);
				return { amount: (Math.max(0, remaining) * weight(hour)) / rest };
			},
			observe: traffic.learn,
		};
	};

/** @returns (24), 1 where nothing is known */
function hourlyRateIndex(windows) {
	const clicks = new Array(24).fill(0);
	const conversions = new Array(24).fill(0);
	for (const window of windows) {
		clicks[window.hour] += window.clicks;
		conversions[window.hour] += window.conversions;
	}
	const total = (hours) => hours.reduce((sum, each) => sum + each, 0);
	if (total(conversions) === 0) return new Array(24).fill(1);
	const meanRate = total(conversions) / total(clicks);
	return clicks.map((each, hour) => (each > 0 ? Math.max(SMALLEST_INDEX, conversions[hour] / each / meanRate) : 1));
}
