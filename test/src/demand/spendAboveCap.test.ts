import { spendAboveCap } from '../../../src/demand/spendAboveCap';

/** Mean of a log-normal variable above a value, by the midpoint rule over its quantiles. */
function byIntegration(least: number, mean: number, variance: number): number {
	const deviation = Math.sqrt(Math.log(1 + variance));
	const location = Math.log(mean) - deviation ** 2 / 2;
	let mass = 0;
	let total = 0;
	const step = 1e-4;
	for (let log = Math.log(least) + step / 2; log < location + 12 * deviation; log += step) {
		const density = Math.exp(-(((log - location) / deviation) ** 2) / 2);
		mass += density;
		total += density * Math.exp(log);
	}
	return total / mass;
}

test.each`
	spend  | mean  | variance | because
	${12}  | ${10} | ${0.2}   | ${'it was stopped above its expectation'}
	${5}   | ${10} | ${0.2}   | ${'it was stopped early'}
	${1}   | ${10} | ${0.05}  | ${'a low cap says little'}
	${100} | ${10} | ${0.1}   | ${'demand far above the expectation'}
	${3}   | ${1}  | ${4}     | ${'an hour of few clicks'}
`('expected demand of an hour stopped at $spend of $mean: $because', ({ spend, mean, variance }) => {
	expect(spendAboveCap(spend, mean, variance) / byIntegration(spend, mean, variance)).toBeCloseTo(1, 4);
});

test('an hour that was stopped at nothing is as expected', () => {
	expect(spendAboveCap(0, 10, 0.2)).toBe(10);
});
