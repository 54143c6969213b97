import { mean, sum } from 'simple-statistics';

import { clamp } from './clamp.mjs';
import { hourEfficiencies, hourPatterns, patternMultiplier, weekdayPatterns } from './gaelpPatterns.mjs';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** High-intent hours while nothing is learned, and how many there are afterwards. */
const DEFAULT_HIGH_INTENT_HOURS = [8, 9, 10, 11, 12, 13, 14, 15];
const HIGH_INTENT_HOURS = 8;

/** `adaptive_ml` plans like `performance_based` with fewer windows than this. */
const ADAPTIVE_WINDOWS = 48;

/** Of an hour of the day, `adaptive_ml` scores more than so many windows. */
const SCORED_WINDOWS = 5;

/**
 * GAELP's six strategies: how much each hour of the day weighs, from all windows so far. The budget is then spread by weight.
 *
 * Numbers in the formulas are the original's, in dollars.
 *
 * @see budget_optimizer.py of https://github.com/harikravich/AELP
 */
export const GAELP_STRATEGIES = {
	/** The original raises or lowers all hours by 30% with the return on spend; scaling to the budget undoes that. */
	even_distribution: () => HOURS.map(() => 1),

	/** Twice as much for the third of hours that convert best for their cost. */
	front_loading(windows) {
		const learned = [...hourPatterns(windows)];
		const intent = ([, { rate, costPerConversion }]) => rate / Math.max(0.01, costPerConversion);
		const best = learned.sort((one, other) => intent(other) - intent(one)).slice(0, HIGH_INTENT_HOURS);
		const high = learned.length > 0 ? best.map(([hour]) => hour) : DEFAULT_HIGH_INTENT_HOURS;
		return HOURS.map((hour) => (high.includes(hour) ? 1.5 : 0.75));
	},

	performance_based(windows) {
		const efficiencies = hourEfficiencies(windows);
		return efficiencies.size === 0 ? HOURS.map(() => 1) : HOURS.map((hour) => efficiencies.get(hour) ?? 0);
	},

	dayparting_optimized(windows) {
		const learned = hourPatterns(windows);
		return HOURS.map((hour) => patternMultiplier(learned, hour));
	},

	adaptive_ml(windows) {
		if (windows.length < ADAPTIVE_WINDOWS) return GAELP_STRATEGIES.performance_based(windows);
		const learned = hourPatterns(windows);
		return HOURS.map((hour) => {
			const ofHour = windows.filter((window) => window.hour === hour);
			const weight = ofHour.length > SCORED_WINDOWS ? 0.5 + hourScore(ofHour) : patternMultiplier(learned, hour);
			return clamp(weight, 0.1, 3);
		});
	},

	/** Hours near the hour of planning get up to 20% more: at midnight, the night. */
	conversion_pattern_adaptive(windows, { hour: now, weekday }) {
		const ofHours = hourPatterns(windows);
		const ofWeekday = patternMultiplier(weekdayPatterns(windows), weekday);
		return HOURS.map((hour) => {
			const apart = Math.min(Math.abs(hour - now), 24 - Math.abs(hour - now));
			return (0.7 * patternMultiplier(ofHours, hour) + 0.3 * ofWeekday) * (1 + (0.2 * (12 - apart)) / 12);
		});
	},
};

function hourScore(windows) {
	const rate = mean(windows.map(({ conversions, clicks }) => (clicks > 0 ? conversions / clicks : 0)));
	const cost = mean(windows.map(({ conversions, spend }) => (conversions > 0 ? spend / conversions : 0)));
	const volume = Math.min(2, sum(windows.map(({ conversions }) => conversions)) / 10);
	return (0.6 * (rate / Math.max(0.01, cost / 100)) + 0.4 * volume) * Math.min(1, windows.length / 20);
}

/** Weights that add up to the budget: what every strategy's plan is before its limits. */
export function spread(weights, budget) {
	const whole = sum(weights);
	return weights.map((weight) => (budget * weight) / whole);
}

/**
 * GAELP's limits on an hour, a tenth to three times an even one and a fifth of the budget, scaled to the budget twice: the last
 * scaling can lift an hour above its limit again, as in the original.
 */
export function limited(amounts, budget) {
	const even = budget / 24;
	const most = Math.min(3 * even, 0.2 * budget);
	const capped = spread(
		amounts.map((amount) => clamp(amount, 0.1 * even, most)),
		budget,
	).map((amount) => Math.min(amount, most));
	return Math.abs(sum(capped) - budget) > 0.01 ? spread(capped, budget) : capped;
}
