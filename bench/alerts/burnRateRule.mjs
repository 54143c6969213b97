import { sum } from 'simple-statistics';

import { runningTotals } from './demandShapes.mjs';

/** An alert resolves after two consecutive checks with less than this part of `darkShare` out of budget. */
const RESOLVING_PART = 0.4;
const RESOLVING_CHECKS = 2;

/**
 * Fires while the burn rate, if it continues, exhausts the budget with more than `darkShare` of the day's demand still to come.
 *
 * burn = weightOfDay * (spent + prior) / (expected + prior) + (1 - weightOfDay) * the same over the last `windowHours`
 *
 * It must also exceed `excess` times the burn rate that just lasts, (1 - spent) / (1 - expected).
 *
 * @param prior weight of the prior burn rate of 1, as a share of the day's demand
 * @see B. Beyer et al., The Site Reliability Workbook, 2018, chapter 5: alerting on burn rate; the memory of states is Alertmanager's
 */
export const burnRateRule =
	({ windowHours, prior, weightOfDay, excess, darkShare }) =>
	({ shape: { share, expected } }) =>
	(spend) => {
		const spent = runningTotals(spend);
		let fires = false;
		let calmChecks = 0;
		let messages = 0;
		const firing = spent.slice(0, -1).map((soFar, hour) => {
			const recent = (hours) => sum(hours.slice(Math.max(0, hour + 1 - windowHours), hour + 1));
			const ofDay = (soFar + prior) / (expected[hour] + prior);
			const ofWindow = (recent(spend) + prior) / (recent(share) + prior);
			const burn = weightOfDay * ofDay + (1 - weightOfDay) * ofWindow;
			const left = Math.max(0, 1 - soFar);
			const dark = demandWithoutMoney({ share, expected }, hour, left, burn);
			const before = fires;
			if (!fires) {
				fires = dark >= darkShare && burn > (excess * left) / (1 - expected[hour]);
				calmChecks = 0;
			} else {
				calmChecks = dark < RESOLVING_PART * darkShare ? calmChecks + 1 : 0;
				fires = calmChecks < RESOLVING_CHECKS;
			}
			if (fires !== before) messages++;
			return fires;
		});
		return { firing, messages };
	};

/** Share of the day's demand after the hour in which the budget is used up, 0 if it lasts. */
function demandWithoutMoney({ share, expected }, hour, left, burn) {
	if (left === 0) return 1 - expected[hour];
	let ahead = 0;
	for (let later = hour + 1; later < share.length; later++) {
		ahead += share[later];
		if (burn * ahead >= left) return 1 - expected[later];
	}
	return 0;
}
