import { mean as meanOf, variance as varianceOf } from 'simple-statistics';

import { normalQuantile } from '../../../src/statistics/normalQuantile';
import { poissonQuantile } from '../../../src/statistics/poisson';

const draw = (mean: number, probability: number) => poissonQuantile(mean, probability, normalQuantile(probability));

test.each`
	mean   | probability | count | because
	${2}   | ${0.13}     | ${0}  | ${'P(0) = 0.1353'}
	${2}   | ${0.14}     | ${1}  | ${'P(0) = 0.1353'}
	${2}   | ${0.405}    | ${1}  | ${'P(at most 1) = 0.4060'}
	${2}   | ${0.68}     | ${3}  | ${'P(at most 2) = 0.6767'}
	${0}   | ${0.999}    | ${0}  | ${'nothing is expected'}
	${0.1} | ${0.91}     | ${1}  | ${'P(0) = 0.9048'}
`('$probability of a mean of $mean is $count: $because', ({ mean, probability, count }) => {
	expect(draw(mean, probability)).toBe(count);
});

test.each([0.05, 0.5, 3, 7.9, 8.1, 40, 1000])('mean and variance are %d', (mean) => {
	const draws = Array.from({ length: 20_000 }, (_, slice) => draw(mean, (slice + 0.5) / 20_000));
	expect(meanOf(draws) / mean).toBeCloseTo(1, 2);
	expect(varianceOf(draws) / mean).toBeCloseTo(1, 1);
});
