import { boundedMultiplier } from './boundedMultiplier.mjs';
import { trafficCurve } from './trafficCurve.mjs';
import { typicalMultiplier } from './typicalMultiplier.mjs';

/**
 * AuctionNet's "PID" bidder: 20% up when the last hour, carried on along the traffic, would leave more than 30% unspent, 30%
 * down when carried on evenly it would spend more than 110%. Its constants are its own.
 *
 * @see PidBiddingStrategy of https://github.com/alimama-tech/AuctionNet (NeurIPS 2024, https://arxiv.org/abs/2412.10798)
 */
export function pid({ history, largestMultiplier }) {
	const traffic = trafficCurve(history);
	let multiplier = typicalMultiplier(history);
	let lastSpend = 0;
	return {
		decide({ weekday, hour, remaining }) {
			if (hour === 0) return { multiplier };
			const left = Math.max(1e-9, remaining);
			const lastOfRest = (1 - traffic.shareBefore(weekday, hour)) / traffic.share(weekday, hour - 1);
			if ((lastSpend * lastOfRest) / left < 0.7) multiplier *= 1.2;
			else if ((lastSpend * (24 - hour)) / left > 1.1) multiplier *= 0.7;
			multiplier = boundedMultiplier(multiplier, largestMultiplier);
			return { multiplier };
		},
		observe(window) {
			lastSpend = window.spend;
			traffic.learn(window);
		},
	};
}
