import fc from 'fast-check';

import { betaCdf, betaQuantile, studentQuantile } from '../../../src/statistics/beta';
import { normalQuantile } from '../../../src/statistics/normalQuantile';
import { describeWithShared, readSharedJson } from '../../support/shared';

interface Oracle {
	readonly B: readonly [a: number, b: number, probability: number, quantile: number][];
	readonly T: readonly [degreesOfFreedom: number, probability: number, quantile: number][];
}

describeWithShared('quantiles of scipy 1.10', () => {
	test('beta quantiles agree to ten digits, from shapes of 0.1 to a million', () => {
		for (const [a, b, probability, quantile] of readSharedJson<Oracle>('oracles/quantiles_scipy_1.10.json').B) {
			expect(betaQuantile(a, b, probability) / quantile).toBeCloseTo(1, 10);
		}
	});

	/** That version of scipy errs by 2e-9 at t(30) and 3e-10 at t(2); the tables below have more digits. */
	test('t quantiles agree to eight digits, far into the tail', () => {
		for (const [degreesOfFreedom, probability, quantile] of readSharedJson<Oracle>('oracles/quantiles_scipy_1.10.json')
			.T) {
			expect(studentQuantile(degreesOfFreedom, probability) / quantile).toBeCloseTo(1, 8);
		}
	});
});

describe('the beta distribution', () => {
	test.each`
		a       | b       | probability | expected                        | because
		${1}    | ${1}    | ${0.3}      | ${0.3}                          | ${'it is uniform'}
		${1}    | ${20}   | ${0.9}      | ${1 - 0.1 ** (1 / 20)}          | ${'the minimum of twenty uniform numbers'}
		${20}   | ${1}    | ${0.001}    | ${0.001 ** (1 / 20)}            | ${'the maximum of twenty uniform numbers'}
		${0.5}  | ${0.5}  | ${0.2}      | ${Math.sin(Math.PI * 0.1) ** 2} | ${'the arcsine law'}
		${0.01} | ${1}    | ${0.5}      | ${0.5 ** 100}                   | ${'nearly all probability is close to 0'}
		${7000} | ${7000} | ${0.5}      | ${0.5}                          | ${'equal shapes have their median in the middle'}
		${0.1}  | ${7.5}  | ${0.3}      | ${5.08244031327898e-7}          | ${'scipy 1.17 beta.ppf'}
	`('the quantile $probability of beta($a, $b) is $expected: $because', ({ a, b, probability, expected }) => {
		expect(betaQuantile(a, b, probability) / expected).toBeCloseTo(1, 11);
	});

	test('with integer shapes the probability is that of at least a successes in a + b - 1 trials', () => {
		let atLeastThree = 0;
		for (let successes = 3, ways = 120; successes <= 10; ways *= (10 - successes) / (successes + 1), successes++) {
			atLeastThree += ways * 0.2 ** successes * 0.8 ** (10 - successes);
		}
		expect(betaCdf(3, 8, 0.2)).toBeCloseTo(atLeastThree, 14);
	});

	test('all probability lies between 0 and 1', () => {
		expect([betaCdf(2, 3, 0), betaCdf(2, 3, -1), betaCdf(2, 3, 1), betaCdf(2, 3, 2)]).toEqual([0, 0, 1, 1]);
	});

	const shape = fc.double({ min: -1, max: 5, noNaN: true }).map((exponent) => 10 ** exponent);
	const probability = fc.double({ min: 1e-9, max: 0.999, noNaN: true });

	test('the probability below a quantile equals the given one', () => {
		fc.assert(
			fc.property(shape, shape, probability, (a, b, p) => {
				const x = betaQuantile(a, b, p);
				fc.pre(x < 0.999);
				expect(betaCdf(a, b, x) / p).toBeCloseTo(1, 8);
			}),
		);
	});

	test('a higher probability never has a lower quantile', () => {
		fc.assert(
			fc.property(shape, shape, probability, probability, (a, b, p, q) => {
				const [low, high] = [Math.min(p, q), Math.max(p, q)].map((each) => betaQuantile(a, b, each));
				expect(low).toBeLessThanOrEqual(high! * (1 + 1e-9));
			}),
		);
	});

	test.each([
		[0, 1, 0.5],
		[1, -1, 0.5],
		[1, Infinity, 0.5],
		[1, 1, 0],
		[1, 1, 1],
		[NaN, 1, 0.5],
		[1, 1, NaN],
	])('shapes %d and %d and probability %d have no quantile', (a, b, p) => {
		expect(() => betaQuantile(a, b, p)).toThrow(RangeError);
	});
});

describe("Student's t distribution", () => {
	test.each`
		degreesOfFreedom | probability | expected                   | because
		${1}             | ${0.9}      | ${Math.tan(Math.PI * 0.4)} | ${'the Cauchy distribution'}
		${2}             | ${0.6}      | ${0.2 / Math.sqrt(0.48)}   | ${'(2p - 1) / sqrt(2p(1 - p))'}
		${2}             | ${1e-12}    | ${-1 / Math.sqrt(2e-12)}   | ${'the same, far into the tail'}
		${5}             | ${0.975}    | ${2.5705818356363146}      | ${'six values, scipy 1.17 t.ppf'}
		${30}            | ${0.6}      | ${0.2556053649519128}      | ${'close to the median, scipy 1.17 t.ppf'}
		${0.5}           | ${0.975}    | ${164.55767348048818}      | ${'less than one degree of freedom, scipy 1.17 t.ppf'}
		${2.5}           | ${0.9}      | ${1.7302509288071766}      | ${'a fraction of a degree, scipy 1.17 t.ppf'}
		${1e6}           | ${0.975}    | ${1.959966356814107}       | ${'nearly normal, scipy 1.17 t.ppf'}
	`('the quantile $probability of t($degreesOfFreedom) is $expected: $because', (row) => {
		expect(studentQuantile(row.degreesOfFreedom, row.probability) / row.expected).toBeCloseTo(1, 10);
	});

	test('it is symmetric about 0, with a median of exactly 0', () => {
		expect(studentQuantile(7, 0.5)).toBe(0);
		for (const p of [0.01, 0.25, 0.4999]) {
			expect(studentQuantile(7, p)).toBeCloseTo(-studentQuantile(7, 1 - p), 12);
		}
	});

	test('it is wider than the normal distribution by (z^3 + z) / (4 df), to first order', () => {
		const z = normalQuantile(0.9);
		expect((studentQuantile(1e4, 0.9) - z) * 4e4).toBeCloseTo(z ** 3 + z, 3);
	});

	test.each([
		[0, 0.5],
		[-1, 0.5],
		[Infinity, 0.5],
		[NaN, 0.5],
		[3, 0],
		[3, 1],
		[3, NaN],
	])('%d degrees of freedom and probability %d have no quantile', (degreesOfFreedom, p) => {
		expect(() => studentQuantile(degreesOfFreedom, p)).toThrow(RangeError);
	});
});
