import fc from 'fast-check';
import { mean, sum } from 'simple-statistics';

import { mulberry32 } from '../../../src/statistics/seededRandom';
import { shiftingLevel } from '../../../src/statistics/shiftingLevel';
import { normalDraws } from '../../support/random';
import { RUNS } from '../../support/runs';

const ASSUMED = { noise: 0.01, hazard: 1 / 60, spread: 0.09, least: 3 };

/** Mean and standard deviation of the present level. */
function levelOf(observations: readonly number[]) {
	const runs = shiftingLevel(observations, ASSUMED);
	const level = sum(runs.map((run) => run.probability * run.mean));
	const variance = sum(runs.map((run) => run.probability * (run.variance + (run.mean - level) ** 2)));
	return { level, deviation: Math.sqrt(variance) };
}

const days = (count: number, level: number) => Array.from({ length: count }, () => level);

test.each`
	observations                              | level    | within  | because
	${[]}                                     | ${0}     | ${0}    | ${'nothing was seen'}
	${days(30, 0.1)}                          | ${0.1}   | ${0.01} | ${'it never shifted'}
	${[...days(30, 0), ...days(10, -0.35)]}   | ${-0.35} | ${0.03} | ${'it shifted ten days ago'}
	${[...days(30, 0), ...days(4, -0.7)]}     | ${-0.7}  | ${0.05} | ${'a shift of seven deviations is certain on the fourth day'}
	${[...days(30, 0), ...days(2, -0.7)]}     | ${0}     | ${0.06} | ${'two days are no level yet'}
	${[...days(30, 0), -1.5]}                 | ${0}     | ${0.02} | ${'a day without spend is odd, not a level'}
	${[...days(30, 0), -1.5, ...days(10, 0)]} | ${0}     | ${0.02} | ${'nor does it bring the level down later'}
	${[...days(20, 0.6), ...days(20, 0)]}     | ${0}     | ${0.03} | ${'the level before a shift is forgotten'}
	${[...days(30, 0), ...days(4, -0.1)]}     | ${-0.02} | ${0.02} | ${'four days one deviation low are chance'}
`('the level is about $level: $because', ({ observations, level, within }) => {
	expect(Math.abs(levelOf(observations as number[]).level - (level as number))).toBeLessThanOrEqual(within as number);
});

test('probabilities add up to 1, and no level is less certain than before anything was seen', () => {
	fc.assert(
		fc.property(fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { maxLength: 60 }), (observations) => {
			const runs = shiftingLevel(observations, ASSUMED);
			expect(sum(runs.map(({ probability }) => probability))).toBeCloseTo(1, 9);
			for (const { variance } of runs) {
				expect(variance).toBeGreaterThan(0);
				expect(variance).toBeLessThanOrEqual(ASSUMED.spread);
			}
		}),
		RUNS,
	);
});

test('the level is as uncertain as it says, where it shifts as often as assumed', () => {
	const normal = normalDraws(7);
	const uniform = mulberry32(8);
	const squares = Array.from({ length: 300 }, () => {
		let truth = 0.3 * normal();
		const observations = Array.from({ length: 40 }, (_, day) => {
			if (day <= 37 && uniform() < ASSUMED.hazard) truth = 0.3 * normal();
			return truth + 0.1 * normal();
		});
		const { level, deviation } = levelOf(observations);
		return ((truth - level) / deviation) ** 2;
	});
	expect(mean(squares)).toBeGreaterThan(0.8);
	expect(mean(squares)).toBeLessThan(1.25);
});
