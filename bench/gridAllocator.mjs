import { responseOf } from './referenceAllocator.mjs';

/**
 * The best total response when every amount is a whole number of steps, whatever the shape of the curves.
 *
 *     best_i(m) = max over x of best_{i-1}(m - x) + f_i(x),  min_i <= x <= max_i
 *
 * It uses no derivatives and no envelopes, so that it cannot share an error with the allocator. The grid makes it a lower bound of the
 * optimum: an exact allocator attains it or slightly more.
 *
 * Costs cells x (budget/step) x (largest room/step).
 *
 * @param cells with `min` and `max`, whole numbers of steps, as is the budget
 * @returns the total response; -Infinity if no amounts keep the bounds and use up the budget
 * @see R. Bellman, Dynamic Programming, 1957
 */
export function gridOptimum(cells, budget, step) {
	const budgetSteps = Math.round(budget / step);
	let best = new Float64Array(budgetSteps + 1).fill(-Infinity);
	best[0] = 0;
	let reach = 0;
	for (const { curve, min, max } of cells) {
		const low = Math.round(min / step);
		const high = Math.min(Math.round(max / step), budgetSteps);
		const returns = Float64Array.from({ length: high - low + 1 }, (_, more) => responseOf(curve, (low + more) * step));
		const next = new Float64Array(budgetSteps + 1).fill(-Infinity);
		for (let before = 0; before <= reach; before++) {
			const reached = best[before];
			if (reached === -Infinity) continue;
			const most = Math.min(high, budgetSteps - before) - low;
			for (let more = 0; more <= most; more++) {
				const value = reached + returns[more];
				if (value > next[before + low + more]) next[before + low + more] = value;
			}
		}
		best = next;
		reach = Math.min(reach + high, budgetSteps);
	}
	return best[budgetSteps];
}
