import { mean } from 'simple-statistics';

import { clamp } from './clamp.mjs';
import { typicalMultiplier } from './typicalMultiplier.mjs';

const SMALLEST_SIGNAL = 1e-4;

/** Signals below this say that the budget ruled, not the traffic: such an hour's slope stays. */
const IDLE_SIGNAL = 2e-4;

/** Hours to the crossing of spend and plan where the two run in parallel. */
const NEVER_HOURS = 25;

/** Signals count towards the day's mean while less than this share of the budget is spent. */
const STILL_PACING = 0.95;

/**
 * Mystique, Yahoo's soft throttling: a pacing signal, the part of the largest bid, follows a spending curve that is learned anew
 * each day (its non-linear form).
 *
 * Two corrections add up each time, for the error of the spend so far and for that of its slope, weighted by how soon spend and
 * plan would meet. A day starts from the mean of the signals of the day before, while its budget lasted, and the planned slope of an hour
 * grows where its signal was below that mean.
 *
 * Made for an update a minute, it steps by absolute amounts; here it gets one an hour, as all peers do, and steps are relative: an absolute
 * one that is right for a high signal overturns a low one, which costs it several points.
 *
 * @see R. Stram et al., Mystique: A Budget Pacing System for Performance Optimization in Online Advertising, WWW 2024,
 *   https://doi.org/10.1145/3589335.3648342, and https://github.com/yahoo/BudgetPacingSimulation
 */
export const mystique =
	({ largestCorrection }) =>
	({ dayBudget, history, largestMultiplier }) => {
		let signal = clamp(typicalMultiplier(history) / largestMultiplier, SMALLEST_SIGNAL, 1);
		let slopes = new Array(24).fill(1);
		let signalsToday = [];
		let pacingSignals = [];
		let lastSpend = 0;
		const startDay = () => {
			const usual = pacingSignals.length > 0 ? mean(pacingSignals) : signal;
			if (signalsToday.length === 24) slopes = nextSlopes(slopes, signalsToday, usual);
			signal = usual;
			signalsToday = [];
			pacingSignals = [];
		};
		return {
			decide({ hour, spent }) {
				if (hour === 0) startDay();
				else if (spent < dayBudget) {
					const planned = slopes.slice(0, hour).reduce((sum, slope) => sum + slope / 24, 0);
					const spendError = spent / dayBudget - planned;
					const slopeError = (24 * lastSpend) / dayBudget - slopes[hour - 1];
					const step = correction(spendError, slopeError, largestCorrection);
					signal = clamp(signal * Math.exp(-step), SMALLEST_SIGNAL, 1);
				}
				signalsToday.push(signal);
				if (spent < STILL_PACING * dayBudget) pacingSignals.push(signal);
				return { multiplier: signal * largestMultiplier };
			},
			observe(window) {
				lastSpend = window.spend;
			},
		};
	};

function correction(spendError, slopeError, largest) {
	const hoursToCrossing = Math.abs(slopeError) < 1e-9 ? NEVER_HOURS : (-24 * spendError) / slopeError;
	const spendWeight = hoursToCrossing < 0 ? 0.5 : Math.min(0.9, 0.2 * hoursToCrossing);
	const forSpend = largest * Math.min(1, Math.abs(spendError) / 0.25) * Math.sign(spendError);
	const forSlope = largest * Math.max(0.4, Math.min(1, Math.abs(slopeError)) / 1.5) * Math.sign(slopeError);
	return spendWeight * forSpend + (1 - spendWeight) * forSlope;
}

/** @returns (24) slopes of mean 1, smoothed over neighbouring hours */
function nextSlopes(slopes, signals, usual) {
	const wanted = slopes.map((slope, hour) => {
		const idle = signals[hour] < IDLE_SIGNAL || usual < IDLE_SIGNAL;
		return clamp(slope * (idle ? 1 : Math.min(usual / signals[hour], 2)), 0.1, 12);
	});
	const smooth = wanted.map((slope, hour) => 0.25 * (wanted[(hour + 23) % 24] + wanted[(hour + 1) % 24]) + 0.5 * slope);
	const average = mean(smooth);
	return smooth.map((slope) => slope / average);
}
