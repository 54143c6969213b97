import * as fc from 'fast-check';

import { allocate } from '../../../src/allocator/allocate';
import { logMarginal, response, solverCurve } from '../../../src/allocator/curve';
import type { ResponseCell, ResponseCurve } from '../../../src/allocator/responseCell';
import { total } from './oracleCells';
import { RUNS } from '../../support/runs';

/** Multiples of 0.001, as in real inputs: none are denormal. */
const number = (min: number, max: number) =>
	fc.integer({ min: Math.ceil(min * 1000), max: Math.floor(max * 1000) }).map((thousandths) => thousandths / 1000);
const a = number(0.01, 1000);
const k = number(0.1, 1000);
const concaveCurve: fc.Arbitrary<ResponseCurve> = fc.oneof(
	fc.record({ kind: fc.constant('power' as const), a, s: number(0.1, 0.9) }),
	fc.record({
		kind: fc.constantFrom('log' as const, 'michaelis-menten' as const, 'exponential' as const, 'tanh' as const),
		a,
		k,
	}),
	fc.record({ kind: fc.constant('hill' as const), a, k, s: number(0.3, 1) }),
);
const sCurve: fc.Arbitrary<ResponseCurve> = fc.record({ kind: fc.constant('hill' as const), a, k, s: number(1.01, 5) });

interface Drawn {
	cells: ResponseCell[];
	budget: number;
}

/** Cells whose minima fit the budget; `fill` places the budget between the minima and slightly above the maxima. */
const drawn = (curve: fc.Arbitrary<ResponseCurve>, most: number): fc.Arbitrary<Drawn> =>
	fc
		.record({
			cells: fc.array(
				fc.record({
					curve,
					low: fc.oneof(fc.constant(0), number(0, 50)),
					room: fc.oneof(fc.constant(Infinity), number(0, 500)),
				}),
				{ minLength: 1, maxLength: most },
			),
			fill: number(0, 1.1),
		})
		.map(({ cells, fill }) => ({
			cells: cells.map(({ curve: of, low, room }) => ({ curve: of, min: low, max: low + room })),
			budget: total(cells.map(({ low, room }) => low + fill * Math.min(room, 400))),
		}));

const concave = drawn(concaveCurve, 12);
const mixed = drawn(fc.oneof(concaveCurve, sCurve), 5);
const curveOf = ({ curve }: ResponseCell) => solverCurve(curve, 1);
const spendable = ({ cells, budget }: Drawn) => Math.min(budget, total(cells.map(({ max }) => max!)));

const scaled = (curve: ResponseCurve, factor: number): ResponseCurve =>
	curve.kind === 'power' ? { ...curve, a: curve.a * factor ** -curve.s } : { ...curve, k: curve.k * factor };

test('amounts add up to the spendable budget within their bounds, and the remainder is unallocated', () => {
	fc.assert(
		fc.property(mixed, (problem) => {
			const { amounts, unspendable } = allocate(problem.cells, problem.budget);
			const sum = spendable(problem);
			expect(Math.abs(total(amounts) - sum)).toBeLessThanOrEqual(1e-11 * sum);
			expect(Math.abs(sum + unspendable - problem.budget)).toBeLessThanOrEqual(1e-11 * problem.budget);
			amounts.forEach((amount, cell) => {
				expect(amount).toBeGreaterThanOrEqual(problem.cells[cell]!.min!);
				expect(amount).toBeLessThanOrEqual(problem.cells[cell]!.max! * (1 + 1e-12));
			});
		}),
		RUNS,
	);
});

test('a cell between its bounds has the multiplier as its marginal return, one at its maximum a higher, one at its minimum a lower one', () => {
	fc.assert(
		fc.property(concave, ({ cells, budget }) => {
			const { amounts, multiplier, gap } = allocate(cells, budget);
			expect(gap).toBeLessThanOrEqual(1e-9);
			/* At 1e-300 the multiplier has no digits left; at the minima or maxima there is nothing to choose. */
			fc.pre(multiplier > 1e-300 && total(cells.map(({ min }) => min!)) < budget * (1 - 1e-9));
			amounts.forEach((amount, cell) => {
				const { min, max } = cells[cell]!;
				const above = logMarginal(curveOf(cells[cell]!), amount) - Math.log(multiplier);
				const margin = 1e-9 * (1 + budget);
				/* A slope that is infinite at 0 can ask for less than a double holds. */
				if (amount < 1e-290 && logMarginal(curveOf(cells[cell]!), 0) === Infinity) return;
				if (amount > min! + margin) expect(above).toBeGreaterThanOrEqual(-1e-6);
				if (amount < max! - margin) expect(above).toBeLessThanOrEqual(1e-6);
			});
		}),
		RUNS,
	);
});

test('no allocation within the bounds returns more than the upper bound', () => {
	fc.assert(
		fc.property(mixed, fc.array(number(0, 1), { minLength: 5, maxLength: 5 }), (problem, tries) => {
			const { upperBound, objective, gap } = allocate(problem.cells, problem.budget);
			let left = spendable(problem) - total(problem.cells.map(({ min }) => min!));
			const other = problem.cells.map(({ min, max }, cell) => {
				const more = Math.min(left * tries[cell]!, max! - min!);
				left -= more;
				return min! + Math.max(more, 0);
			});
			const reached = total(other.map((amount, cell) => response(curveOf(problem.cells[cell]!), amount)));
			expect(reached).toBeLessThanOrEqual(upperBound * (1 + 1e-12));
			expect(objective).toBeLessThanOrEqual(upperBound);
			expect(gap).toBeLessThanOrEqual(1e-6);
		}),
		RUNS,
	);
});

test('amounts scale with the unit of currency', () => {
	fc.assert(
		fc.property(concave, fc.constantFrom(1e6, 1e-3, 7), ({ cells, budget }, factor) => {
			const rescaled = cells.map(({ curve, min, max }) => ({
				curve: scaled(curve, factor),
				min: min! * factor,
				max: max! * factor,
			}));
			const before = allocate(cells, budget);
			const after = allocate(rescaled, budget * factor);
			after.amounts.forEach((amount, cell) =>
				expect(Math.abs(amount / factor - before.amounts[cell]!)).toBeLessThanOrEqual(1e-9 * budget),
			);
			expect(Math.abs(after.objective - before.objective)).toBeLessThanOrEqual(1e-9 * before.objective);
		}),
		RUNS,
	);
});

test('the order of cells changes nothing', () => {
	fc.assert(
		fc.property(concave, mixed, (plain, bent) => {
			const forward = allocate(plain.cells, plain.budget).amounts;
			const backward = allocate(plain.cells.toReversed(), plain.budget).amounts.reverse();
			forward.forEach((amount, cell) =>
				expect(Math.abs(amount - backward[cell]!)).toBeLessThanOrEqual(1e-9 * plain.budget),
			);
			const one = allocate(bent.cells, bent.budget).objective;
			const other = allocate(bent.cells.toReversed(), bent.budget).objective;
			expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-6 * one);
		}),
		RUNS,
	);
});

test('the objective is non-decreasing in the budget', () => {
	fc.assert(
		fc.property(mixed, number(1, 3), ({ cells, budget }, factor) => {
			const less = allocate(cells, budget);
			const more = allocate(cells, budget * factor);
			expect(more.upperBound).toBeGreaterThanOrEqual(less.objective * (1 - 1e-12));
			expect(more.objective).toBeGreaterThanOrEqual(less.objective * (1 - 1e-6));
		}),
		RUNS,
	);
});

test('whole units add up exactly and stay within bounds', () => {
	fc.assert(
		fc.property(mixed, fc.constantFrom(0.01, 0.1, 1, 5, 0.05), ({ cells, budget }, unit) => {
			const onUnits = cells.map(({ curve, min, max }) => ({
				curve,
				min: Math.floor(min! / unit) * unit,
				max: (Math.floor(max! / unit) + 1) * unit,
			}));
			const { amounts, unspendable, gap } = allocate(onUnits, budget, { wholeUnits: unit });
			const counts = amounts.map((amount) => Math.round(amount / unit));
			const most = Math.min(Math.floor(budget / unit + 1e-6), total(onUnits.map(({ max }) => Math.round(max / unit))));
			expect(total(counts)).toBe(most);
			expect(most * unit + unspendable).toBeCloseTo(budget, 6);
			expect(gap).toBeGreaterThanOrEqual(0);
			amounts.forEach((amount, cell) => {
				expect(Math.abs(amount - counts[cell]! * unit)).toBeLessThanOrEqual(1e-12 * amount);
				expect(counts[cell]).toBeGreaterThanOrEqual(Math.round(onUnits[cell]!.min / unit));
				expect(counts[cell]).toBeLessThanOrEqual(Math.round(onUnits[cell]!.max / unit));
			});
		}),
		RUNS,
	);
});

test('groups keep their bounds, and concave problems are solved to proven optimality', () => {
	fc.assert(
		fc.property(concave, fc.array(number(0, 1), { minLength: 3, maxLength: 3 }), ({ cells, budget }, shares) => {
			const grouped = cells.map((cell, index) => ({ ...cell, max: cell.min! + 300, group: `g${index % 3}` }));
			const groups = Object.fromEntries(
				[0, 1, 2].map((g) => {
					const least = total(grouped.filter(({ group }) => group === `g${g}`).map(({ min }) => min!));
					return [`g${g}`, { min: g === 0 ? least : 0, max: least + (shares[g]! * budget) / 2 }];
				}),
			);
			const { amounts, gap, unspendable } = allocate(grouped, budget, { groups });
			expect(gap).toBeLessThanOrEqual(1e-9);
			const spent = [0, 1, 2].map((g) => total(amounts.filter((_, cell) => cell % 3 === g)));
			spent.forEach((amount, g) => expect(amount).toBeLessThanOrEqual(groups[`g${g}`]!.max * (1 + 1e-12) + 1e-9));
			expect(Math.abs(total(spent) + unspendable - budget)).toBeLessThanOrEqual(1e-9 * (1 + budget));
		}),
		RUNS,
	);
});
