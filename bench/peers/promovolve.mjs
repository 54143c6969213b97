import { clamp } from './clamp.mjs';
import { trafficCurve } from './trafficCurve.mjs';

/** Elasticity of spend to the bid, to estimate the spend at the base bid from windows at lower bids. */
const SPEND_ELASTICITY = 1.3;

/** Weight of the newest ratio of spend to plan, and what the integral of the error keeps from hour to hour. */
const SMOOTHING = 0.3;
const LEAK = 0.995;

/** Minimum of the plan as a part of the budget, so that the first cents of a day do not count as an error. */
const SMALLEST_PLAN = 0.01;

const MAX_THROTTLE = 0.99;

/**
 * Promovolve's rate-aware pacing: full bids, but only a part of the auctions.
 *
 * A feed-forward throttle, 1 - planned / expected spend of the hour, is corrected by a PI loop on the smoothed ratio of spend to
 * plan, harder when ahead of plan, with a leaky integral. The plan follows traffic.
 *
 * @param gains `kp`, `ki`, and `aheadFactor` by which both grow when ahead of plan
 * @see https://hanishi.github.io/promovolve-book/en/pacing/overview.html and https://github.com/promovolve/promovolve
 */
export const promovolve =
	({ kp, ki, aheadFactor }) =>
	({ dayBudget, history }) => {
		const traffic = trafficCurve(history);
		const fullSpend = spendAtBaseBid(history, dayBudget);
		let errorIntegral = 0;
		let ratio = 1;
		return {
			decide({ weekday, hour, spent }) {
				if (hour === 0) {
					errorIntegral = 0;
					ratio = 1;
				} else {
					const planned = dayBudget * Math.max(SMALLEST_PLAN, traffic.shareBefore(weekday, hour));
					ratio = SMOOTHING * (spent / planned) + (1 - SMOOTHING) * ratio;
				}
				const error = 1 - ratio;
				errorIntegral = clamp(LEAK * errorIntegral + error / 24, -1, 1);
				const expected = 1 - (dayBudget * traffic.share(weekday, hour)) / Math.max(1e-9, fullSpend[hour]);
				const gain = error < 0 ? aheadFactor : 1;
				const throttle = clamp(expected - gain * (kp * error + ki * errorIntegral), 0, MAX_THROTTLE);
				return { multiplier: 1, participation: 1 - throttle };
			},
			observe: traffic.learn,
		};
	};

/** @returns (24) mean spend of each hour of the day as it would have been at the base bid; without history, twice an even budget */
function spendAtBaseBid(history, dayBudget) {
	const sums = new Array(24).fill(0);
	const counts = new Array(24).fill(0);
	for (const { hour, spend, servedFraction, multiplier } of history) {
		sums[hour] += spend / Math.max(0.05, servedFraction) / Math.max(0.05, multiplier) ** SPEND_ELASTICITY;
		counts[hour]++;
	}
	return sums.map((sum, hour) => (counts[hour] > 0 ? sum / counts[hour] : dayBudget / 12));
}
