import { sumSimple as sum } from 'simple-statistics';

import { UserError } from '../errors';
import { checkFeasible, type NamedBound } from './checkFeasible';
import { type Curve, inflection, solverCurve } from './curve';
import { type CellGroup, type Problem, ROUNDING } from './problem';
import type { AllocateOptions, GroupBounds, ResponseCell } from './responseCell';
import type { UnitGrid } from './unitGrid';

/**
 * Makes cells, a budget and bounds into what the solver solves.
 *
 * With whole units, minima are rounded up to them, maxima and the budget down. No cell can get more than its minimum and
 * all money that the minima leave (one unit of money if they leave nothing, to price it): that takes the place of an
 * absent maximum. Concave cells get twice as much room, so that it is not what sets the price.
 *
 * @param cells checked
 * @param grid  of the whole units, or nothing
 * @throws UserError if no allocation keeps the bounds, naming them
 */
export function allocationProblem(
	cells: readonly ResponseCell[],
	budget: number,
	{ groups = {} }: AllocateOptions,
	grid: UnitGrid | undefined,
): Problem {
	const bounded = cells.map((cell, index) => inward(`cells[${index}]`, cell, grid));
	const lows = bounded.map(({ min }) => min);
	const limits = bounded.map(({ max }) => max);
	const named = Object.entries(groups).map(([name, group]) => ({
		name,
		...inward(`groups['${name}']`, group, grid),
		cells: indicesOf(cells, name),
	}));
	const free = indicesOf(cells, undefined);
	const bounds = (indices: readonly number[], of: readonly number[], field: string): NamedBound[] =>
		indices.map((cell) => ({ name: `cells[${cell}].${field}`, amount: of[cell]! }));
	checkFeasible(
		named.map((group) => ({
			...group,
			lows: bounds(group.cells, lows, 'min'),
			highs: bounds(group.cells, limits, 'max'),
		})),
		bounds(free, lows, 'min'),
		budget,
	);
	const solved: CellGroup[] = [...named, { min: 0, max: Infinity, cells: free }].filter(
		(group) => group.cells.length > 0,
	);
	const most = sum(solved.map(({ max, cells: own }) => Math.min(max, sum(own.map((cell) => limits[cell]!)))));
	const least = sum(lows);
	const spendable = roundedDown(budget, grid);
	const money = spendable > least * (1 + ROUNDING) ? Math.min(spendable, most) : least;
	const curves = cells.map(({ curve }) => solverCurve(curve, money));
	const reach = money > least ? money - least : 1;
	const reachOf = (curve: Curve) => (inflection(curve) > 0 ? reach : 2 * reach);
	return {
		curves,
		lows,
		highs: limits.map((limit, cell) => Math.min(limit, lows[cell]! + reachOf(curves[cell]!))),
		groups: solved,
		money,
		saturated: most < spendable,
	};
}

/** Bounds rounded to whole units so that what keeps them keeps the bounds as they were given. */
function inward(
	name: string,
	{ min = 0, max = Infinity }: GroupBounds,
	grid: UnitGrid | undefined,
): { readonly min: number; readonly max: number } {
	if (grid === undefined) return { min, max };
	const whole = { min: grid.amount(Math.ceil(grid.units(min))), max: roundedDown(max, grid) };
	if (whole.min <= whole.max) return whole;
	throw new UserError(
		`No whole unit lies between '${name}.min', ${min}, and '${name}.max', ${max}`,
		"Widen the bounds or make 'wholeUnits' smaller.",
	);
}

const roundedDown = (amount: number, grid: UnitGrid | undefined): number =>
	grid === undefined || amount === Infinity ? amount : grid.amount(Math.floor(grid.units(amount)));

const indicesOf = (cells: readonly ResponseCell[], group: string | undefined): number[] =>
	[...cells.keys()].filter((cell) => cells[cell]!.group === group);
