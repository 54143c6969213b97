import { gammaCdf, gammaQuantile, logGamma } from '../../../src/statistics/gamma';
import { normalQuantile } from '../../../src/statistics/normalQuantile';
import { sampleInterval } from '../../../src/statistics/quantiles';
import { describeWithShared, readSharedJson } from '../../support/shared';

interface Oracle {
	readonly G: readonly [shape: number, probability: number, quantile: number][];
	readonly N: readonly [probability: number, quantile: number][];
}

describeWithShared('quantiles of scipy 1.10', () => {
	test('gamma quantiles agree to ten digits, from tiny shapes to large ones', () => {
		for (const [shape, probability, quantile] of readSharedJson<Oracle>('oracles/quantiles_scipy_1.10.json').G) {
			const own = gammaQuantile(shape, probability);
			if (quantile < 1e-290) expect(own).toBeLessThan(1e-290);
			else expect(own / quantile).toBeCloseTo(1, 9);
		}
	});

	test('normal quantiles agree to twelve digits', () => {
		for (const [probability, quantile] of readSharedJson<Oracle>('oracles/quantiles_scipy_1.10.json').N) {
			expect(normalQuantile(probability)).toBeCloseTo(quantile, 12);
		}
	});
});

describe('the gamma distribution', () => {
	test.each`
		x        | expected                               | because
		${0.5}   | ${Math.log(Math.sqrt(Math.PI))}        | ${'the square root of pi'}
		${1}     | ${0}                                   | ${'0! is 1'}
		${1e-10} | ${Math.log(1e10) - 5.772e-11}          | ${"1 / x less Euler's constant"}
		${1e-5}  | ${11.512919692895824}                  | ${'mpmath: a small argument keeps its digits'}
		${11}    | ${Math.log(3_628_800)}                 | ${'10!'}
		${16}    | ${Math.log(1_307_674_368_000)}         | ${"15!, where Stirling's series begins"}
		${21}    | ${Math.log(2_432_902_008_176_640_000)} | ${'20!'}
	`('logGamma($x) is $expected: $because', ({ x, expected }) => {
		expect(logGamma(x)).toBeCloseTo(expected, 12);
	});

	test('a shape of 1 is the exponential distribution', () => {
		expect(gammaCdf(1, 2)).toBeCloseTo(1 - Math.exp(-2), 14);
		expect(gammaQuantile(1, 0.5)).toBeCloseTo(Math.LN2, 13);
	});

	test.each([
		[0, 0.5],
		[1, 0],
		[1, 1],
		[NaN, 0.5],
		[1, NaN],
	])('shape %d and probability %d have no quantile', (shape, probability) => {
		expect(() => gammaQuantile(shape, probability)).toThrow(RangeError);
	});
});

test('the interval of a sample runs from its tenth to its ninetieth percentile, interpolated', () => {
	const values = Float64Array.of(40, 10, 0, 30, 20);
	expect(sampleInterval(values)).toEqual({ mean: 20, low: expect.closeTo(4, 12), high: 36, level: 0.8 });
});

test('a sample with NaN has no interval', () => {
	expect(() => sampleInterval(Float64Array.of(1, NaN, 2))).toThrow(RangeError);
});
