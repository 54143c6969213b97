import { sumSimple as sum } from 'simple-statistics';

import { allocationProblem } from './allocationProblem';
import { branchAndBound, type Solution } from './branchAndBound';
import { checkCells } from './checkCells';
import { response } from './curve';
import type { Problem } from './problem';
import type { AllocateOptions, Allocation, ResponseCell } from './responseCell';
import { type UnitGrid, unitGrid } from './unitGrid';
import { roundToWholeUnits } from './wholeUnits';

export type { AllocateOptions, Allocation, ResponseCell } from './responseCell';

/**
 * The optimal allocation of a budget over cells, with a certificate of its quality.
 *
 *     maximise sum_i f_i(x_i)  subject to  sum_i x_i = budget,  min_i <= x_i <= max_i,  the same for sums over groups
 *
 * The budget is spent as far as the maxima allow; the rest is `unspendable`. Cells without response (a = 0)
 * come last and share evenly. Scaling all inputs (budget, bounds, k) scales the amounts only. Concave curves are solved exactly; S-shaped
 * ones to a gap of 1e-9, or to the reported gap if the search is cut off.
 *
 * @param budget  major units, >= 0
 * @param options with `wholeUnits`, bounds and budget are rounded inwards to whole units, amounts add up exactly, and what
 *                the loss by rounding is part of the gap
 * @throws UserError if a field is out of range or the bounds are in conflict, naming the field or the bounds
 * @see D. P. Bertsekas, Nonlinear Programming, 1999, 5.1; M. Udell and S. Boyd, Maximizing a sum of sigmoids, 2013
 * @example
 * const cell = (a: number) => ({ curve: { kind: 'power', a, s: 0.5 } as const });
 * allocate([cell(3), cell(4)], 100).amounts // [36, 64]
 */
export function allocate(cells: readonly ResponseCell[], budget: number, options: AllocateOptions = {}): Allocation {
	checkCells(cells, budget, options);
	const grid = options.wholeUnits === undefined ? undefined : unitGrid(options.wholeUnits);
	const problem = allocationProblem(cells, budget, options, grid);
	const solution = branchAndBound(problem);
	const amounts = grid === undefined ? Array.from(solution.amounts) : onGrid(problem, solution, grid);
	const objective = sum(problem.curves.map((curve, cell) => response(curve, amounts[cell]!)));
	/** Minima that use up the budget leave one allocation; the dual bound is then not tight. */
	const isForced = problem.totalSpend <= sum(problem.lows);
	const upperBound = isForced ? objective : Math.max(solution.bound, objective);
	return {
		amounts,
		objective,
		upperBound,
		gap: (upperBound - objective) / Math.max(objective, Number.MIN_VALUE),
		multiplier: problem.saturated ? 0 : Math.exp(solution.logPrice),
		unspendable: Math.max(budget - problem.totalSpend, 0),
	};
}

const onGrid = ({ curves, groups, totalSpend }: Problem, { amounts }: Solution, grid: UnitGrid): number[] =>
	roundToWholeUnits(Array.from(amounts, grid.units), grid.units(totalSpend), groups, (cell, units) => {
		const curve = curves[cell]!;
		return response(curve, grid.amount(units + 1)) - response(curve, grid.amount(units));
	}).map(grid.amount);
