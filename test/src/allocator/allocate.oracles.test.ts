import { allocate } from '../../../src/allocator/allocate';
import type { ResponseCell } from '../../../src/allocator/responseCell';
import { describeWithShared, readSharedJson } from '../../support/shared';
import { oracleCells, type OracleProblem, total } from './oracleCells';

interface Case {
	name: string;
	p: OracleProblem;
	optimum: number;
	lambda: number;
	independent: Record<string, { obj: number; sumerr: number }>;
}

interface RobynChannel {
	coeff: number;
	alpha: number;
	inflexion: number;
	meanCarryover: number;
	expected: { low: number; up: number; upU: number; optResp: number; optRespU: number };
}

const within = (found: number, known: number, relative: number) =>
	expect(Math.abs(found - known)).toBeLessThanOrEqual(relative * Math.abs(known));

describeWithShared('allocate against known answers', () => {
	test('14 concave problems of 24 and 168 cells reach the optimum and its multiplier, with a certificate', () => {
		const { cases } = readSharedJson<{ cases: Case[] }>('oracles/concave_vectors.json');
		expect(cases).toHaveLength(14);
		for (const { p, optimum, lambda, independent } of cases) {
			const found = allocate(oracleCells(p), p.B);
			within(found.objective, optimum, 1e-12);
			within(found.multiplier, lambda, 1e-11);
			within(total(found.amounts), p.B, 1e-13);
			expect(found.gap).toBeGreaterThanOrEqual(0);
			expect(found.gap).toBeLessThanOrEqual(1e-9);
			const withinBudget = Object.values(independent).filter(({ sumerr }) => sumerr <= 1e-9 * p.B);
			for (const { obj } of withinBudget) expect(found.objective).toBeGreaterThanOrEqual(obj * (1 - 1e-11));
		}
	});

	test('60 S-curve problems reach the certified global optimum, with a certificate', () => {
		const { cases } = readSharedJson<{ cases: Case[] }>('oracles/sigmoid_vectors.json');
		expect(cases).toHaveLength(60);
		for (const { p, optimum } of cases) {
			const found = allocate(oracleCells(p), p.B);
			within(found.objective, optimum, 1e-9);
			within(total(found.amounts), p.B, 1e-13);
			expect(found.upperBound).toBeGreaterThanOrEqual(optimum * (1 - 1e-12));
			expect(found.gap).toBeLessThanOrEqual(1e-9);
		}
	});

	test('campaigns with bounds over their hours reach the optimum', () => {
		const p = readSharedJson<OracleProblem & { gmin: number[]; gmax: number[]; obj: number }>('oracles/nested_96.json');
		const groups = Object.fromEntries(p.gmin.map((min, g) => [`campaign ${g}`, { min, max: p.gmax[g]! }]));
		const found = allocate(oracleCells(p), p.B, { groups });
		within(found.objective, p.obj, 1e-11);
		expect(found.gap).toBeLessThanOrEqual(1e-9);
		p.gmin.forEach((min, g) => {
			const spent = total(found.amounts.filter((_, cell) => p.grp![cell] === g));
			expect(spent).toBeGreaterThanOrEqual(min * (1 - 1e-12));
			expect(spent).toBeLessThanOrEqual(p.gmax[g]! * (1 + 1e-12));
		});
	});

	test('six budgets on fitted curves of a real Robyn run reach the certified global optimum', () => {
		const file = 'oracles/robyn_budget_cases_global_optimum.json';
		const { cases } = readSharedJson<{ cases: Record<string, { p: OracleProblem; objective: number }> }>(file);
		expect(Object.keys(cases)).toHaveLength(6);
		for (const { p, objective } of Object.values(cases)) {
			const found = allocate(oracleCells(p), p.B);
			within(found.objective, objective, 1e-9);
			expect(found.upperBound).toBeGreaterThanOrEqual(objective * (1 - 1e-12));
			expect(found.gap).toBeLessThanOrEqual(1e-9);
		}
	});

	test.each`
		upper    | responses     | unspendable  | because
		${'up'}  | ${'optResp'}  | ${391426.75} | ${'the published run spends 108,573.25 of 500,000 and reports success'}
		${'upU'} | ${'optRespU'} | ${274309.82} | ${'three times the bounds still leave most of it'}
	`(
		'budget that the channels of a real Robyn run cannot spend is reported as unallocated: $because',
		({ upper, responses, unspendable }) => {
			const { channels } = readSharedJson<{ channels: Record<string, RobynChannel> }>(
				'oracles/robyn_3_165_9_curves.json',
			);
			const list = Object.values(channels);
			const cells = list.map(
				({ coeff, alpha, inflexion, meanCarryover, expected }): ResponseCell => ({
					curve: { kind: 'hill', a: coeff, k: inflexion, s: alpha },
					min: meanCarryover + expected.low,
					max: meanCarryover + expected[upper as 'up' | 'upU'],
				}),
			);
			const found = allocate(cells, 500_000 + total(list.map(({ meanCarryover }) => meanCarryover)));
			expect(found.unspendable).toBeCloseTo(unspendable, 1);
			expect(found.multiplier).toBe(0);
			expect(found.gap).toBe(0);
			within(found.objective, total(list.map(({ expected }) => expected[responses as 'optResp' | 'optRespU'])), 1e-10);
		},
	);

	test('flat responses spend the budget of the Meridian tests within its bounds, in steps of 100', () => {
		const { cases } = readSharedJson<{ cases: { lower: number[]; upper: number[]; budget: number; step: number }[] }>(
			'oracles/meridian_optimizer_test.json',
		);
		const { lower, upper } = cases[0]!;
		for (const { budget, step } of cases.slice(0, 2)) {
			const scale = budget / cases[0]!.budget;
			const cells = lower.map(
				(low, cell): ResponseCell => ({
					curve: { kind: 'log', a: 0, k: 1 },
					min: Math.round(low * scale),
					max: Math.round(upper[cell]! * scale),
				}),
			);
			const { amounts } = allocate(cells, budget, { wholeUnits: step });
			expect(total(amounts)).toBe(budget);
			amounts.forEach((amount, cell) => {
				expect(amount % step).toBe(0);
				expect(amount).toBeGreaterThanOrEqual(cells[cell]!.min!);
				expect(amount).toBeLessThanOrEqual(cells[cell]!.max!);
			});
		}
		const atLower = lower.map((min): ResponseCell => ({ curve: { kind: 'log', a: 0, k: 1 }, min }));
		expect(allocate(atLower, total(lower)).amounts).toEqual(lower);
	});

	test('the bounds and the zero budget of the PyMC-Marketing tests determine the amounts', () => {
		const { lam, beta, cases } = readSharedJson<{
			lam: number[][];
			beta: number[];
			cases: { budget: number; bounds: [number, number][] | null; published: number[] }[];
		}>('oracles/pymc_budget_optimizer.json');
		const bounded = cases.filter(({ bounds }) => bounds !== null);
		expect(bounded).toHaveLength(2);
		for (const { budget, bounds, published } of bounded) {
			const cells = bounds!.map(
				([min, max], channel): ResponseCell => ({
					curve: { kind: 'tanh', a: beta[channel]!, k: 1 / lam[0]![channel]! },
					min,
					max,
				}),
			);
			const { amounts } = allocate(cells, budget);
			amounts.forEach((amount, channel) => expect(amount).toBeCloseTo(published[channel]!, 9));
		}
	});
});
