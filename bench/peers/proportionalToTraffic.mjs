import { trafficCurve } from './trafficCurve.mjs';

/**
 * The remaining budget in proportion to the remaining traffic: amount = remaining x clicks_h / sum of clicks from h on.
 *
 * Platforms' own standard delivery works like this.
 *
 * @see D. Agarwal, S. Ghosh, K. Wei, S. You, Budget Pacing for Targeted Online Advertisements at LinkedIn, KDD 2014
 * @see Google Ads API, BudgetDeliveryMethod STANDARD
 */
export function proportionalToTraffic({ history }) {
	const traffic = trafficCurve(history);
	return {
		decide: ({ remaining, weekday, hour }) => ({ amount: Math.max(0, remaining) * traffic.shareOfRest(weekday, hour) }),
		observe: traffic.learn,
	};
}
