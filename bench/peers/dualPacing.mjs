import { clamp } from './clamp.mjs';
import { trafficCurve } from './trafficCurve.mjs';
import { typicalMultiplier } from './typicalMultiplier.mjs';

/** The log of the dual variable stays below this: a multiplier of 2%. */
const MAX_LOG_DUAL = 4;

/** What a target is for: the same for every hour, or by the traffic of the hour. */
const PLANS = {
	uniform: () => 1 / 24,
	traffic: (traffic, weekday, hour) => traffic.share(weekday, hour),
};

/**
 * Adaptive pacing by the dual variable of the budget: bid = base bid / mu, with mu raised after an hour that spent more than its
 * target rho and lowered after one that spent less, in logs:
 *
 *     ln mu <- ln mu - step x clamp((rho - spend) / rho, -3, 1)
 *
 * @param gains `step`
 * @param plan 'uniform', the published one, or 'traffic', the same with targets by traffic
 * @see S. R. Balseiro, Y. Gur, Learning in Repeated Auctions with Budgets, Management Science 65(9), 2019,
 *   https://doi.org/10.1287/mnsc.2018.3174
 */
export const dualPacing =
	({ step }, plan) =>
	({ dayBudget, history, largestMultiplier }) => {
		const traffic = trafficCurve(history);
		let logDual = -Math.log(typicalMultiplier(history));
		let target = 0;
		let lastSpend = 0;
		return {
			decide({ weekday, hour }) {
				if (target > 0) {
					const slack = clamp((target - lastSpend) / target, -3, 1);
					logDual = clamp(logDual - step * slack, -Math.log(largestMultiplier), MAX_LOG_DUAL);
				}
				target = dayBudget * PLANS[plan](traffic, weekday, hour);
				return { multiplier: Math.exp(-logDual) };
			},
			observe(window) {
				lastSpend = window.spend;
				traffic.learn(window);
			},
		};
	};
