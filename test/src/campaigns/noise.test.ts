import { METHOD } from '../../../src/campaigns/method';
import { priorNoise, withDayErrors } from '../../../src/campaigns/noise';
import { mulberry32 } from '../../../src/statistics/seededRandom';
import { poissonCounts } from '../../support/random';

/** The noise after days with counts in pieces of `unit` and day effects of variance `ofDay`. */
function estimated(days: number, { unit = 1, ofDay = 0 }) {
	const uniform = mulberry32(5);
	const poisson = poissonCounts(6);
	const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
	let estimate = priorNoise(unit, 40 * unit);
	for (let day = 0; day < days; day++) {
		const mean = 10 * 1.5 ** (day % 8);
		const deviation = Math.sqrt(Math.log(1 + ofDay));
		const own = Math.exp(deviation * normal() - deviation ** 2 / 2);
		estimate = withDayErrors(estimate, [{ result: unit * poisson(mean * own), mean: unit * mean, ofRate: 0 }]);
	}
	return estimate.noise;
}

describe('the noise of results', () => {
	test('equals the prior before the first day', () => {
		expect(estimated(0, { unit: 3 })).toEqual({ ofCount: 3, ofDay: METHOD.priorOfDay });
	});

	test.each`
		unit  | ofDay   | because
		${1}  | ${0}    | ${'Poisson counts'}
		${1}  | ${0.25} | ${'day effects with a deviation of a half'}
		${25} | ${0.04} | ${'results that come in pieces of 25'}
	`('is recovered from many days, $unit and $ofDay: $because', ({ unit, ofDay }) => {
		const noise = estimated(6000, { unit, ofDay });
		expect(noise.ofCount / unit).toBeGreaterThan(0.6);
		expect(noise.ofCount / unit).toBeLessThan(1.6);
		expect(Math.abs(noise.ofDay - ofDay)).toBeLessThan(0.2 * ofDay + 0.01);
	});

	test('stays finite where every result equals its prediction', () => {
		let estimate = priorNoise(1, 40);
		for (let day = 0; day < 1000; day++) estimate = withDayErrors(estimate, [{ result: 40, mean: 40, ofRate: 0.01 }]);
		expect(estimate.noise.ofCount).toBeGreaterThan(0);
		expect(estimate.noise.ofCount).toBeLessThan(0.2);
	});
});
