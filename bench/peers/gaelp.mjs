import { clamp } from './clamp.mjs';
import { hourEfficiencies } from './gaelpPatterns.mjs';
import { GAELP_STRATEGIES, limited, spread } from './gaelpPlans.mjs';

/** Reallocation compares the halves of so many last windows, and needs at least a few. */
const RECENT_WINDOWS = 100;
const FEWEST_WINDOWS = 20;

/** Efficiency of an hour must have changed by this fraction. */
const REALLOCATION_THRESHOLD = 0.15;

/** How fast its pacing multiplier moves to the value of the hour. */
const LEARNING_RATE = 0.1;

/**
 * The GAELP budget optimizer: a plan fixed at midnight by one of six strategies, a pacing multiplier, a cap against exhaustion,
 * and, if wanted, an hourly reallocation where efficiency changed by more than 15%.
 *
 * @param strategy a name in GAELP_STRATEGIES
 * @param reallocates whether the plan is reallocated every hour
 * @see budget_optimizer.py of https://github.com/harikravich/AELP
 */
export const gaelp =
	(strategy, { reallocates }) =>
	({ dayBudget }) => {
		const windows = [];
		let plan = [];
		let paceMultiplier = 1;
		return {
			decide(situation) {
				const { hour, spent, reports } = situation;
				for (const window of reports) windows[window.t] = window;
				if (hour === 0) plan = plannedDay(strategy, windows, situation, dayBudget);
				else if (reallocates) plan = reallocated(plan, windows, dayBudget);
				const timeShare = (hour + 1) / 24;
				const spentShare = spent / dayBudget;
				paceMultiplier += LEARNING_RATE * (paceTarget(spentShare / timeShare) - paceMultiplier);
				const paced = plan[hour] * clamp(paceMultiplier, 0.1, 3);
				return { amount: Math.min(paced, exhaustionCap(timeShare, spentShare, dayBudget, 24 - hour)) };
			},
		};
	};

function plannedDay(strategy, windows, situation, dayBudget) {
	if (windows.length === 0) return new Array(24).fill(dayBudget / 24);
	return limited(spread(GAELP_STRATEGIES[strategy](windows, situation), dayBudget), dayBudget);
}

function reallocated(plan, windows, dayBudget) {
	const recent = windows.slice(-RECENT_WINDOWS);
	if (recent.length < FEWEST_WINDOWS) return plan;
	const middle = Math.floor(recent.length / 2);
	const earlier = hourEfficiencies(recent.slice(0, middle));
	const later = hourEfficiencies(recent.slice(middle));
	const moved = plan.map((amount, hour) => {
		if (!earlier.has(hour) || !later.has(hour)) return amount;
		const change = later.get(hour) / earlier.get(hour) - 1;
		if (Math.abs(change) <= REALLOCATION_THRESHOLD) return amount;
		return Math.max(0.01, amount * (1 + Math.sign(change) * Math.min(0.3, 0.5 * Math.abs(change))));
	});
	return moved.every((amount, hour) => amount === plan[hour]) ? plan : limited(moved, dayBudget);
}

function paceTarget(paceRatio) {
	if (paceRatio > 1.3) return Math.max(0.7, 1 / paceRatio);
	return paceRatio < 0.7 ? Math.min(1.3, 1 + 0.5 * (0.7 - paceRatio)) : 1;
}

function exhaustionCap(timeShare, spentShare, dayBudget, hoursLeft) {
	const evenRest = (dayBudget * (1 - spentShare)) / hoursLeft;
	const fast = spentShare / timeShare > 1.5;
	if (fast && timeShare < 0.6) return 0.8 * evenRest;
	if (spentShare > 0.95) return 0.01;
	return fast && spentShare > 0.4 ? 0.9 * evenRest : Infinity;
}
