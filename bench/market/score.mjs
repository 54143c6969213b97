import { mean, sum } from 'simple-statistics';

/**
 * Scores of a simulation relative to perfect foresight.
 *
 * Without a flexible budget each day answers for its own; with one, the period does, and its overspend has no worst day.
 *
 * @param played what `play` returned
 * @param optimum (days) of `value` and `spend`, from `dailyOptimum` or `flexibleOptimum`
 * @returns `value` in true conversions; `shareOfOptimum` and `shareOfSpend` relative to perfect foresight; `overspendMean`, all spend
 *   above budgets / all budgets; `overspendWorstDay`, the largest of a day above its budget / that budget; `darkHours` a day
 */
export function score(world, { flexible, days }, optimum) {
	const total = (list, name) => sum(list.map((each) => each[name]));
	const budget = world.dayBudget * days.length;
	const overspends = days.map(({ spend }) => Math.max(0, spend - world.dayBudget));
	const overspend = flexible ? Math.max(0, total(days, 'spend') - budget) : sum(overspends);
	const value = total(days, 'value');
	return {
		value,
		shareOfOptimum: value / total(optimum, 'value'),
		shareOfSpend: total(days, 'spend') / total(optimum, 'spend'),
		overspendMean: overspend / budget,
		overspendWorstDay: flexible ? null : Math.max(...overspends) / world.dayBudget,
		darkHours: mean(days.map(({ darkHours }) => darkHours)),
	};
}
