import { sumSimple as sum } from 'simple-statistics';

import { UserError } from '../errors';
import { checkFeasible, type NamedBound } from './checkFeasible';
import { type Curve, inflection, solverCurve } from './curve';
import { type CellGroup, type Problem, EPSILON } from './problem';
import type { AllocateOptions, GroupBounds, ResponseCell } from './responseCell';
import type { UnitGrid } from './unitGrid';

/**
 * The solver's problem from cells, a budget and bounds.
 *
 * With whole units, minima are rounded up, maxima and the budget down. An absent maximum is replaced by the minimum plus all that the
 * minima leave of the budget (one major unit if they leave none, so that there is a price). Concave cells get twice that range, so that it
 * does not determine the price.
 *
 * @param cells validated
 * @param grid  of the whole units, if any
 * @throws UserError if the bounds are infeasible, naming them
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
	const totalSpend = spendable > least * (1 + EPSILON) ? Math.min(spendable, most) : least;
	const curves = cells.map(({ curve }) => solverCurve(curve, totalSpend));
	/** Whether a group takes part in a search, and its bounds cannot bind. */
	const isLoose = ({ min, max, cells: own }: CellGroup) =>
		own.some((cell) => inflection(curves[cell]!) > 0) &&
		min <= sum(own.map((cell) => lows[cell]!)) &&
		max >= Math.min(totalSpend, sum(own.map((cell) => limits[cell]!)));
	const reach = totalSpend > least ? totalSpend - least : 1;
	const reachOf = (curve: Curve) => (inflection(curve) > 0 ? reach : 2 * reach);
	return {
		curves,
		lows,
		highs: limits.map((limit, cell) => Math.min(limit, lows[cell]! + reachOf(curves[cell]!))),
		groups: [...solved.filter((group) => !isLoose(group)), ...together(solved.filter(isLoose))],
		totalSpend,
		saturated: most < spendable,
	};
}

/** Groups whose bounds cannot bind, as one: S-shaped cells that differ only in their group are then alike, which shortens the search for the optimum. */
const together = (groups: readonly CellGroup[]): CellGroup[] =>
	groups.length === 0 ? [] : [{ min: 0, max: Infinity, cells: groups.flatMap(({ cells }) => cells) }];

/** Bounds rounded inwards to whole units. */
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
