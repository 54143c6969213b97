import fc from 'fast-check';

import { matchedCurve, type ResponsePoint } from '../../../src/mix/matchedCurve';

const near = (value: number, low: number, high: number) =>
	fc.double({ min: value * low, max: value * high, noNaN: true });

describe('a curve that stands for a mixture around a spend', () => {
	test('is the Hill curve itself where there is only one', () => {
		fc.assert(
			fc.property(
				fc.record({ a: near(100, 0.1, 10), k: near(100, 0.2, 5), s: near(1, 0.6, 3), spend: near(100, 0.5, 2) }),
				({ a, k, s, spend }) => {
					const hill = (x: number): ResponsePoint => ({
						results: (a * x ** s) / (k ** s + x ** s),
						elasticity: s / (1 + (x / k) ** s),
					});
					fc.pre(
						hill(1.5 * spend).elasticity > 0.02 && hill(spend / 1.5).elasticity - hill(1.5 * spend).elasticity > 0.01,
					);
					const curve = matchedCurve(hill, spend);
					if (curve.kind !== 'hill') throw new Error(`elasticity falls with spend, yet the curve is ${curve.kind}`);
					expect(curve.s / s).toBeCloseTo(1, 6);
					expect(curve.k / k).toBeCloseTo(1, 6);
					expect(curve.a / a).toBeCloseTo(1, 6);
				},
			),
		);
	});

	test.each`
		s      | expected | because
		${0.6} | ${0.6}   | ${'a power is itself'}
		${1.3} | ${0.98}  | ${'the allocator is not to put all money on one that rises more than in proportion'}
	`('is a power of $expected for one of $s: $because', ({ s, expected }) => {
		const curve = matchedCurve((x) => ({ results: 3 * x ** s, elasticity: s }), 50);
		expect(curve).toEqual({ kind: 'power', a: expect.closeTo(3 * 50 ** (s - expected), 9), s: expected });
	});
});
