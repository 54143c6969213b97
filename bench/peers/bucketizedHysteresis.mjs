import { boundedMultiplier } from './boundedMultiplier.mjs';
import { trafficCurve } from './trafficCurve.mjs';
import { typicalMultiplier } from './typicalMultiplier.mjs';

/** Upper edges of the first two buckets of the relative error. */
const SMALL_ERROR = 0.25;
const MIDDLE_ERROR = 0.6;

const MAX_STEP = 0.6;

/**
 * Bucketized hysteresis: no change while the last hour's spend was near its target, else a relative step that grows with the
 * bucket of the error, plus one in proportion to it.
 *
 *     e = (spend - target) / target      m <- m (1 - sign(e) (step of |e|'s bucket + kp min(1, |e|)))
 *
 * The target is the remaining budget's share by traffic.
 *
 * @param gains `deadZone`, the error below which nothing happens; `smallStep`, `middleStep`, `largeStep`; `kp`
 * @see S. Apparaju, Y. Niu, X. Qi, Feedback Control for Small Budget Pacing, 2025, https://arxiv.org/abs/2509.25429
 */
export const bucketizedHysteresis =
	({ deadZone, smallStep, middleStep, largeStep, kp }) =>
	({ history, largestMultiplier }) => {
		const traffic = trafficCurve(history);
		let multiplier = typicalMultiplier(history);
		let lastSpend = 0;
		let target = 0;
		const stepOf = (size) => {
			if (size < deadZone) return 0;
			const ofBucket = size < SMALL_ERROR ? smallStep : size < MIDDLE_ERROR ? middleStep : largeStep;
			return Math.min(MAX_STEP, ofBucket + kp * Math.min(1, size));
		};
		return {
			decide({ weekday, hour, remaining }) {
				if (hour > 0 && target > 0) {
					const error = (lastSpend - target) / target;
					multiplier = boundedMultiplier(
						multiplier * (1 - Math.sign(error) * stepOf(Math.abs(error))),
						largestMultiplier,
					);
				}
				target = Math.max(0, remaining) * traffic.shareOfRest(weekday, hour);
				return { multiplier };
			},
			observe(window) {
				lastSpend = window.spend;
				traffic.learn(window);
			},
		};
	};
