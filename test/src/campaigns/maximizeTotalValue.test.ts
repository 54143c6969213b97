import fc from 'fast-check';

import { maximizeTotalValue } from '../../../src/campaigns/maximizeTotalValue';
import { allocate, type ResponseCell } from '../../../src/allocator/allocate';
import { response, solverCurve } from '../../../src/allocator/curve';

const campaign = fc.record({
	a: fc.double({ min: 1, max: 10, noNaN: true }),
	s: fc.double({ min: 0.3, max: 0.85, noNaN: true }),
	low: fc.integer({ min: 0, max: 50 }),
	room: fc.integer({ min: 100, max: 2000 }),
});

/** S-shaped: almost no results below a minimum effective spend. */
const hill = (a: number, k: number, s: number) => ({ curve: { kind: 'hill', a, k, s } as const });

const split = (
	cells: readonly ResponseCell[],
	budget: number,
	isConcave = ({ curve }: ResponseCell) => curve.kind !== 'hill' || curve.s <= 1,
) =>
	maximizeTotalValue(
		cells.map(({ curve, min = 0, max = budget }) => ({
			isConcave: isConcave({ curve }),
			low: min,
			high: Math.min(max, budget),
			of: (x) => response(solverCurve(curve, budget), x),
		})),
		budget,
	);
const valueOf = (cells: readonly ResponseCell[], amounts: readonly number[]) =>
	cells.reduce((sum, { curve }, cell) => sum + response(solverCurve(curve, 1), amounts[cell]!), 0);

describe('the split with the greatest total value', () => {
	test('is that of the exact allocator for concave responses, within bounds, and adds up', () => {
		fc.assert(
			fc.property(fc.array(campaign, { minLength: 2, maxLength: 12 }), (campaigns) => {
				const budget = 1000;
				const cells = campaigns.map(({ a, s, low, room }) => ({
					curve: { kind: 'power', a, s } as const,
					min: low,
					max: low + room,
				}));
				fc.pre(cells.reduce((sum, { max }) => sum + max, 0) > 1.5 * budget);
				const amounts = split(cells, budget);
				expect(amounts.reduce((a, b) => a + b)).toBeCloseTo(budget, 6);
				amounts.forEach((amount, cell) => {
					expect(amount).toBeGreaterThanOrEqual(cells[cell]!.min - 1e-6);
					expect(amount).toBeLessThanOrEqual(cells[cell]!.max + 1e-6);
				});
				const best = allocate(cells, budget);
				expect(valueOf(cells, amounts) / best.objective).toBeGreaterThan(0.99999);
			}),
		);
	});

	test.each`
		cells                                                            | because
		${[hill(30, 60, 3), hill(20, 40, 3)]}                            | ${'two S-shaped responses, with an amount that suffices for one'}
		${[hill(60, 90, 4), { curve: { kind: 'power', a: 1, s: 0.5 } }]} | ${'an S-shaped response beside a flat one'}
		${[hill(10, 300, 4), hill(8, 20, 2), hill(8, 30, 2)]}            | ${'a response whose effective spend exceeds the amount'}
	`('is the global optimum, not a local one: $because', ({ cells }) => {
		const amounts = split(cells, 100);
		expect(valueOf(cells, amounts) / allocate(cells, 100).objective).toBeGreaterThan(0.9999);
	});

	test('is that of the exact allocator for more campaigns than there are steps', () => {
		const cells = Array.from({ length: 400 }, (_, position) => ({
			curve: { kind: 'power', a: Math.exp(3 * Math.sin(position)), s: 0.5 + 0.3 * Math.sin(7 * position) } as const,
			min: 0,
			max: 1e4,
		}));
		const amounts = split(cells, 1e4);
		expect(valueOf(cells, amounts) / allocate(cells, 1e4).objective).toBeGreaterThan(0.9999);
	});

	test('is the same whether or not concave responses are known to be concave', () => {
		fc.assert(
			fc.property(
				fc.array(campaign, { minLength: 1, maxLength: 6 }),
				fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 20, max: 300 })), { maxLength: 2 }),
				(campaigns, hills) => {
					const cells = [
						...campaigns.map(({ a, s, low, room }) => ({
							curve: { kind: 'power', a, s } as const,
							min: low,
							max: low + room,
						})),
						...hills.map(([a, k]) => hill(10 * a, k, 2.5)),
					];
					const values = [split(cells, 1000), split(cells, 1000, () => false)].map((amounts) =>
						valueOf(cells, amounts),
					);
					expect(values[0]! / values[1]!).toBeCloseTo(1, 6);
				},
			),
		);
	});

	test('equals the minima where they use up the amount', () => {
		expect(
			split(
				[
					{ ...hill(1, 1, 1), min: 40 },
					{ ...hill(1, 1, 1), min: 60 },
				],
				100,
			),
		).toEqual([40, 60]);
	});

	test('equals the maxima where they are below the amount', () => {
		const amounts = split(
			[
				{ ...hill(1, 1, 1), max: 33.3 },
				{ ...hill(1, 1, 1), max: 66.7 },
			],
			100,
		);
		expect(amounts[0]).toBeCloseTo(33.3, 9);
		expect(amounts[1]).toBeCloseTo(66.7, 9);
	});
});
