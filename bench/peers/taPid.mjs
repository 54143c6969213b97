import { SMALLEST_MULTIPLIER } from './boundedMultiplier.mjs';
import { clamp } from './clamp.mjs';
import { trafficCurve } from './trafficCurve.mjs';
import { typicalMultiplier } from './typicalMultiplier.mjs';

/** The original counts bids in steps of 20%, and lets one decision go four up or seven down. */
const LOG_STEP = Math.log(1.2);
const MAX_STEPS_UP = 4;
const MAX_STEPS_DOWN = 7;

/** In night hours 1 to 6 it moves a fifth as far. */
const NIGHT_SLOWNESS = 5;

const SMALLEST_SHARE = 0.005;

/**
 * Traffic-aware PID: a PID loop on the log bid whose clock is traffic, not time.
 *
 *     e = 1 - (spent / budget) / elapsed share of traffic      u = kp e + ki sum(e dShare) + kd (e - last e)
 *
 * Error and gains are relative to the budget, so that one set fits accounts of all sizes; the loop starts anew each day.
 *
 * @see A. Khirianova et al., BAT: Benchmark for Auto-bidding Task, WWW 2025, https://arxiv.org/abs/2505.08485, and ta_pid.py of
 *   https://github.com/avito-tech/bat-autobidding-benchmark
 */
export const taPid =
	({ kp, ki, kd }) =>
	({ dayBudget, history, largestMultiplier }) => {
		const traffic = trafficCurve(history);
		let logMultiplier = Math.log(typicalMultiplier(history));
		let lastError = 0;
		let errorIntegral = 0;
		return {
			decide({ weekday, hour, spent }) {
				if (hour === 0) {
					lastError = 0;
					errorIntegral = 0;
					return { multiplier: Math.exp(logMultiplier) };
				}
				const shareGone = Math.max(SMALLEST_SHARE, traffic.shareBefore(weekday, hour));
				const error = clamp(1 - spent / dayBudget / shareGone, -2, 1);
				errorIntegral += error * traffic.share(weekday, hour - 1);
				const control = kp * error + 24 * ki * errorIntegral + kd * (error - lastError);
				const step = clamp(
					hour <= 6 ? control / NIGHT_SLOWNESS : control,
					-MAX_STEPS_DOWN * LOG_STEP,
					MAX_STEPS_UP * LOG_STEP,
				);
				logMultiplier = clamp(logMultiplier + step, Math.log(SMALLEST_MULTIPLIER), Math.log(largestMultiplier));
				lastError = error;
				return { multiplier: Math.exp(logMultiplier) };
			},
			observe: traffic.learn,
		};
	};
