import fc from 'fast-check';

import { type CeilingDay, ceilings, expectedSpendOf, largestOffer } from '../../../src/demand/ceiling';
import { normalCdf } from '../../../src/statistics/normalCdf';
import { normalDraws } from '../../support/random';

const day = (spend: number, usual: number, position: number): CeilingDay => ({
	logSpend: Math.log(spend),
	weekday: position % 7,
	weight: 1,
	logUsual: Math.log(usual),
});

/** Mean ceiling of the weekdays, major units. */
const meanOf = (days: readonly CeilingDay[], prior: number) =>
	Math.exp(ceilings(days, Math.log(prior)).reduce((sum, { mean }) => sum + mean / 7, 0));

describe('the ceiling of a campaign', () => {
	test.each`
		spends                       | usual                        | low    | high   | because
		${[100, 105, 95, 102, 98]}   | ${[150, 150, 150, 150, 150]} | ${95}  | ${110} | ${'days that did not use their budget show it'}
		${[100, 100, 100, 100, 100]} | ${[100, 100, 100, 100, 100]} | ${120} | ${200} | ${'days that used it say "at least"'}
		${[60, 100, 104, 60, 96]}    | ${[60, 150, 150, 60, 150]}   | ${95}  | ${115} | ${'a small budget that was used says nothing against'}
		${[100, 108, 92, 103, 97]}   | ${[108, 108, 108, 108, 108]} | ${98}  | ${125} | ${'a budget little above it hides it on some days only'}
		${[100, 0.001, 100]}         | ${[150, 150, 150]}           | ${1}   | ${100} | ${'a day of next to nothing is a ceiling, however unlikely'}
		${[]}                        | ${[]}                        | ${142} | ${142} | ${'without days it is the prior'}
	`('is between $low and $high after $spends: $because', ({ spends, usual, low, high }) => {
		const mean = meanOf(
			(spends as number[]).map((spend, position) => day(spend, usual[position], position)),
			142,
		);
		expect(mean).toBeGreaterThanOrEqual(low - 1e-9);
		expect(mean).toBeLessThanOrEqual(high + 1e-9);
	});

	test('of a weekday is learned from its own days, shrunk to the others', () => {
		const days = Array.from({ length: 28 }, (_, position) => day(position % 7 === 6 ? 50 : 100, 200, position));
		const learned = ceilings(days, Math.log(100)).map(({ mean }) => Math.exp(mean));
		expect(learned[6]).toBeGreaterThan(50);
		expect(learned[6]).toBeLessThan(75);
		expect(learned[0]).toBeGreaterThan(90);
	});

	test.each`
		budgets      | because
		${[90, 130]} | ${'every other day is limited by its budget'}
		${[105]}     | ${'demand about equals the budget'}
		${[200]}     | ${'demand limits every day'}
	`('is within 2% of the truth on average at budgets of $budgets: $because', ({ budgets }) => {
		const normal = normalDraws(7);
		const means = Array.from({ length: 200 }, () => {
			const days = Array.from({ length: 28 }, (_, position) => {
				const budget = budgets[position % budgets.length];
				return day(Math.min(100 * Math.exp(0.2 * normal()), budget * Math.exp(0.06 * normal())), budget, position);
			});
			return Math.log(meanOf(days, 200) / 100);
		});
		expect(Math.abs(means.reduce((sum, log) => sum + log / means.length, 0))).toBeLessThan(0.02);
	});
});

describe('expected spend of a budget', () => {
	const ceiling = { mean: Math.log(100), deviation: 0.2 };

	test.each`
		budget | rate   | spend  | because
		${10}  | ${0}   | ${10}  | ${'far below the ceiling a budget is spent'}
		${10}  | ${0.1} | ${11}  | ${'as the platform makes more of it'}
		${900} | ${0}   | ${102} | ${'far above it the ceiling is: exp(mean + variance / 2)'}
		${0}   | ${0}   | ${0}   | ${'nothing of nothing'}
	`('$budget at a rate of $rate is $spend: $because', ({ budget, rate, spend }) => {
		expect(expectedSpendOf(budget, rate, ceiling)).toBeCloseTo(spend, budget === 10 ? 0 : 1);
	});

	test('is that of draws', () => {
		const normal = normalDraws(3);
		const draws = Array.from({ length: 40_000 }, () =>
			Math.min(90 * Math.exp(0.05 + 0.09 * normal()), 100 * Math.exp(0.2 * normal())),
		);
		expect(expectedSpendOf(90, 0.05, ceiling)).toBeCloseTo(
			draws.reduce((sum, x) => sum + x / draws.length, 0),
			0,
		);
	});

	test('rises with the budget, and is never above either limit in the mean', () => {
		const positive = fc.double({ min: 0.1, max: 1e6, noNaN: true });
		fc.assert(
			fc.property(positive, positive, fc.double({ min: 0.1, max: 0.5, noNaN: true }), (budget, top, deviation) => {
				const own = { mean: Math.log(top), deviation };
				const spend = expectedSpendOf(budget, 0, own);
				expect(spend).toBeLessThanOrEqual(1.0041 * budget * (1 + 1e-9));
				expect(spend).toBeLessThanOrEqual(top * Math.exp(deviation ** 2 / 2) * (1 + 1e-9));
				expect(expectedSpendOf(1.01 * budget, 0, own)).toBeGreaterThanOrEqual(spend * (1 - 1e-9));
			}),
		);
	});

	test('the largest offer has room to grow, but not on the last days', () => {
		expect(largestOffer(ceiling, 0)).toBeCloseTo(1.25 * 100 * Math.exp(0.2));
		expect(largestOffer(ceiling, -0.1)).toBeGreaterThan(largestOffer(ceiling, 0));
		expect(largestOffer(ceiling, 0, true)).toBeCloseTo(100);
	});
});

test.each`
	z        | probability
	${0}     | ${0.5}
	${1.96}  | ${0.9750021048517795}
	${-1.96} | ${0.024997895148220435}
	${-6}    | ${9.865876450376946e-10}
	${-50}   | ${0}
	${50}    | ${1}
`('the normal distribution function at $z is $probability', ({ z, probability }) => {
	expect(normalCdf(z)).toBeCloseTo(probability, 13);
});
