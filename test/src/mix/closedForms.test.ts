import fc from 'fast-check';

import { accuracy } from '../../../src/mix/accuracy';
import { adstock } from '../../../src/mix/adstock';
import { exploration } from '../../../src/mix/exploration';
import { mixNoise, plainNoise, weighed } from '../../../src/mix/mixNoise';
import { logUpperTail, positiveNormal } from '../../../src/mix/positiveNormal';
import { projection } from '../../../src/mix/projection';
import { sampleMix } from '../../../src/mix/sampleMix';
import { normalQuantile } from '../../../src/pattern/normal';
import { mulberry32 } from '../../../src/pattern/seededRandom';

const normals = (seed: number, count: number): number[] => {
	const random = mulberry32(seed);
	return Array.from({ length: count }, () => normalQuantile(random() || Number.EPSILON));
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('adstock', () => {
	test.each`
		spend        | retention | expected              | because
		${[8, 0, 0]} | ${0.5}    | ${[4, 2, 1]}          | ${'half of the effect is left after each period'}
		${[8, 0, 0]} | ${0}      | ${[8, 0, 0]}          | ${'nothing lasts'}
		${[1, 1, 1]} | ${0.5}    | ${[0.5, 0.75, 0.875]} | ${'steady spend becomes its own adstock'}
	`('of $spend that lasts by $retention is $expected: $because', ({ spend, retention, expected }) => {
		expect(adstock(spend, retention)).toEqual(expected);
	});
});

describe('a normal draw that is positive', () => {
	/** Mean of a normal distribution cut off at 0: m + s phi(a) / (1 - Phi(a)) with a = -m/s, by scipy 1.17 (truncnorm.mean). */
	test.each`
		centre | deviation | expected    | because
		${0}   | ${1}      | ${0.797885} | ${'half-normal: the root of 2 / pi'}
		${3}   | ${1}      | ${3.004437} | ${'hardly cut'}
		${-3}  | ${1}      | ${0.283099} | ${'far tail'}
		${-40} | ${1}      | ${0.024969} | ${'so far out that probabilities are 0 in floating point'}
	`('from $centre +- $deviation is $expected on average: $because', ({ centre, deviation, expected }) => {
		const draws = Array.from({ length: 20_000 }, (_, slice) =>
			positiveNormal(centre, deviation, (slice + 0.5) / 20_000),
		);
		expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
		expect(mean(draws) / expected).toBeCloseTo(1, 2);
	});

	test('has the upper tail of the normal distribution', () => {
		expect(logUpperTail(0)).toBeCloseTo(Math.log(0.5), 6);
		expect(logUpperTail(1.959963984540054)).toBeCloseTo(Math.log(0.025), 6);
		expect(logUpperTail(-9)).toBe(0);
	});
});

describe('what a base leaves', () => {
	const values = [1, 2, 4, 7, 11];
	const line = [
		{ values: [1, 1, 1, 1, 1], belief: Infinity },
		{ values: [0, 1, 2, 3, 4], belief: Infinity },
	];

	test('is what least squares leave, with their coefficients', () => {
		const { residual, coefficients, degrees } = projection(line);
		expect(coefficients(values)[0]).toBeCloseTo(0, 9);
		expect(coefficients(values)[1]).toBeCloseTo(2.5, 9);
		expect(Array.from(residual(values))).toEqual([1, -0.5, -1, -0.5, 1].map((left) => expect.closeTo(left, 9)));
		expect(degrees).toBe(3);
	});

	test('with a belief is ridge regression: 10 / (2 + 1 / belief^2) for a slope without level', () => {
		const found = projection([{ values: [1, 1, 0, 0, 0], belief: 0.5 }]).coefficients([4, 6, 0, 0, 0]);
		expect(found[0]).toBeCloseTo(10 / (2 + 4), 9);
	});

	test('takes no harm from a column that others explain', () => {
		const { coefficients } = projection([...line, { values: [1, 2, 3, 4, 5], belief: Infinity }]);
		expect(coefficients(values)[2]).toBe(0);
		expect(coefficients(values)[1]).toBeCloseTo(2.5, 9);
	});
});

describe('draws of effects', () => {
	test('of one feature with plenty of data are those of regression: mean and deviation', () => {
		const feature = Float64Array.from(normals(1, 400));
		const noise = normals(2, 400);
		const result = feature.map((value, period) => 3 * value + 0.5 * noise[period]!);
		const size = feature.reduce((sum, value) => sum + value ** 2, 0);
		const expected = feature.reduce((sum, value, period) => sum + value * result[period]!, 0) / size;
		const draws = sampleMix({
			result,
			channels: [[{ residual: feature, logBelief: 0 }]],
			scales: [100],
			degrees: 400,
			told: 1,
			draws: 2000,
		}).map(({ responses }) => responses[0]!);
		const average = mean(draws);
		expect(average).toBeCloseTo(expected, 2);
		const deviation = Math.sqrt(mean(draws.map((draw) => (draw - average) ** 2)));
		const left = result.reduce((sum, value, period) => sum + (value - expected * feature[period]!) ** 2, 0);
		expect(deviation / Math.sqrt(left / 400 / size)).toBeCloseTo(1, 1);
	});

	test('choose between two features as their likelihoods say', () => {
		const one = Float64Array.from([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		const other = Float64Array.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		const result = Float64Array.from([1, 1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1]);
		const share = (beliefs: readonly [number, number]) => {
			const channels = [
				[one, other].map((residual, feature) => ({ residual, logBelief: Math.log(beliefs[feature]!) })),
			];
			const draws = sampleMix({ result, channels, scales: [1], degrees: 12, told: 1, draws: 2000 });
			return draws.filter(({ features }) => features[0] === 0).length / draws.length;
		};
		expect(share([1, 1])).toBeCloseTo(0.5, 1);
		expect(share([3, 1])).toBeCloseTo(0.75, 1);
	});

	test('are never negative, whatever the data say', () => {
		const feature = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
		const draws = sampleMix({
			result: feature.map((value) => -value),
			channels: [[{ residual: feature, logBelief: 0 }]],
			scales: [1],
			degrees: 8,
			told: 1,
			draws: 500,
		});
		expect(Math.min(...draws.map(({ responses }) => responses[0]!))).toBeGreaterThanOrEqual(0);
	});
});

describe('noise', () => {
	test('that lasts is told by how much', () => {
		const news = normals(3, 2000);
		let lasting = 0;
		const series = news.map((value) => (lasting = 0.6 * lasting + value));
		expect(mixNoise(series).persistence).toBeCloseTo(0.6, 1);
		expect(mixNoise(news).persistence).toBeLessThan(0.05);
	});

	test('that is normal weighs all periods alike', () => {
		expect(new Set(mixNoise(normals(4, 300)).weights)).toEqual(new Set([1]));
	});

	test('with a few periods that have nothing to do with the others hardly counts these', () => {
		const series = normals(5, 300);
		series[40] = 30;
		series[200] = -25;
		const { weights } = mixNoise(series);
		expect(weights[40]! / mean(weights)).toBeLessThan(0.1);
		expect(weights[200]! / mean(weights)).toBeLessThan(0.1);
	});

	test('that is plain leaves a series as it is', () => {
		expect(weighed([3, 1, 2], plainNoise(3))).toEqual([3, 1, 2]);
	});
});

describe('accuracy', () => {
	test('is 1 and 0 where all is told, and 0 where the mean is', () => {
		expect(accuracy([1, 2, 3], [1, 2, 3])).toEqual({ r2: 1, nrmse: 0 });
		expect(accuracy([1, 2, 3], [2, 2, 2]).r2).toBe(0);
		expect(accuracy([0, 10], [1, 9]).nrmse).toBeCloseTo(0.1, 9);
	});
});

describe('an exploration', () => {
	const asked = { spend: 1000, marginalReturn: 2, noise: 1000, retention: 0, periodDays: 7, currency: 'EUR' };

	/** n = (1.2816 noise / (0.5 m x change))^2: 41.06, 18.25 and 6.57 weeks for changes of 0.2, 0.3 and 0.5. */
	test.each`
		changes               | expected                                                                        | because
		${{}}                 | ${{ change: 0.3, periods: 20, periodsEach: 1, low: '700.00', high: '1300.00' }} | ${'20% would take longer than half a year'}
		${{ noise: 500 }}     | ${{ change: 0.2, periods: 12, periodsEach: 1 }}                                 | ${'less noise needs less change'}
		${{ retention: 0.5 }} | ${{ change: 0.3, periods: 24, periodsEach: 4 }}                                 | ${'half lasts, so turns take four weeks, and there are as many of both kinds'}
		${{ noise: 10_000 }}  | ${null}                                                                         | ${'half a year of any change would not tell'}
		${{ spend: 0 }}       | ${null}                                                                         | ${'there is nothing to vary'}
	`('with $changes is $expected: $because', ({ changes, expected }) => {
		const found = exploration({ ...asked, ...changes });
		if (expected === null) expect(found).toBeNull();
		else expect(found).toMatchObject(expected);
	});

	test('never takes more than half a year, and keeps the mean spend', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 1, max: 1e5, noNaN: true }),
				fc.double({ min: 0.01, max: 1e6, noNaN: true }),
				fc.double({ min: 0, max: 0.95, noNaN: true }),
				(spend, noise, retention) => {
					const found = exploration({ ...asked, spend, noise, retention });
					if (found === null) return;
					expect(found.periods * 7).toBeLessThanOrEqual(182);
					expect(found.periods % (2 * found.periodsEach)).toBe(0);
					expect((Number(found.low) + Number(found.high)) / 2).toBeCloseTo(spend, 1);
				},
			),
		);
	});
});
