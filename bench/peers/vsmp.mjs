import { boundedMultiplier } from './boundedMultiplier.mjs';
import { clamp } from './clamp.mjs';
import { trafficCurve } from './trafficCurve.mjs';
import { typicalMultiplier } from './typicalMultiplier.mjs';

/** Multipliers looked back on, and how many are needed to call them steady or restless. */
const LOOK_BACK = 8;
const FEWEST = 4;

/** A path this little longer than the way it went is a straight one. */
const STRAIGHT = 1.0001;

const MIN_STEP = 0.01;
const MAX_STEP = 0.5;

/** Spend within this fraction of its target is on target. */
const TOLERANCE = 0.05;

/**
 * Variable-step multiplicative pacing: m (1 + a) below target, m (1 - a) above, with a step a that grows while the multiplier
 * goes one way and shrinks while it swings.
 *
 *     F = sum of |m_i+1 - m_i| / |m_n - m_1|      a <- a (1 + growth) if F = 1, a (1 - shrinkage) if F > restless
 *
 * @param gains `firstStep`, `growth`, `shrinkage`, `restless`
 * @see S. Apparaju, Y. Niu, X. Qi, Feedback Control for Small Budget Pacing, 2025, https://arxiv.org/abs/2509.25429, its baseline
 */
export const vsmp =
	({ firstStep, growth, shrinkage, restless }) =>
	({ history, largestMultiplier }) => {
		const traffic = trafficCurve(history);
		let multiplier = typicalMultiplier(history);
		let step = firstStep;
		let recent = [];
		let lastSpend = 0;
		let target = 0;
		return {
			decide({ weekday, hour, remaining }) {
				if (hour > 0 && target > 0) {
					recent = [...recent, multiplier].slice(-LOOK_BACK);
					if (recent.length >= FEWEST) {
						const swing = fluctuation(recent);
						if (swing <= STRAIGHT) step *= 1 + growth;
						else if (swing > restless) step *= 1 - shrinkage;
						step = clamp(step, MIN_STEP, MAX_STEP);
					}
					if (lastSpend < target * (1 - TOLERANCE)) multiplier *= 1 + step;
					else if (lastSpend > target * (1 + TOLERANCE)) multiplier *= 1 - step;
					multiplier = boundedMultiplier(multiplier, largestMultiplier);
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

function fluctuation(values) {
	let path = 0;
	for (let position = 1; position < values.length; position++)
		path += Math.abs(values[position] - values[position - 1]);
	return path / Math.max(1e-9, Math.abs(values[values.length - 1] - values[0]));
}
