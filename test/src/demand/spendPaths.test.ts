import { mean, quantile } from 'simple-statistics';

import type { DayState } from '../../../src/demand/dayState';
import type { SpendModel } from '../../../src/demand/spendModel';
import { spendPaths } from '../../../src/demand/spendPaths';
import { studentQuantile } from '../../../src/statistics/beta';
import { localDay } from '../../../src/time/localDay';

const DAY = localDay('2026-10-05', 'UTC');
const DEVIATION = 0.3;

/** Ten an hour in clicks that cost next to nothing. */
const modelOf = (days: number): SpendModel => ({
	spend: Array<number>(168).fill(10),
	unit: 1e-6,
	dayVariance: DEVIATION ** 2,
	driftVariance: 0.002,
	noiseVariance: 0.002,
	driftCorrelation: 0.6,
	hourVariance: new Array<number>(168).fill(0),
	weekdayVariance: new Array<number>(7).fill(0),
	levelVariance: 0,
	logMultiplier: 0,
	elasticity: 1.3,
	days,
});

const MIDNIGHT: DayState = {
	day: -(DEVIATION ** 2) / 2,
	drift: -0.001,
	dayVariance: DEVIATION ** 2,
	driftVariance: 0.002,
	covariance: 0,
};

const totalsOf = (days: number): number[] => {
	const { spend, paths } = spendPaths(modelOf(days), MIDNIGHT, DAY, DAY[0]!.startMs, 'UTC');
	return Array.from({ length: paths }, (_, path) => spend.reduce((total, hour) => total + hour[path]!, 0));
};

describe('paths of a day', () => {
	test.each`
		days   | freedom | because
		${3}   | ${10}   | ${'however few they are'}
		${28}  | ${14}   | ${'four weeks'}
		${400} | ${28}   | ${'older days hardly count'}
	`(
		'after $days days have the tails of Student with $freedom degrees of freedom, and keep their mean: $because',
		({ days, freedom }) => {
			const totals = totalsOf(days as number);
			expect(Math.abs(mean(totals) / 240 - 1)).toBeLessThan(0.015);
			const logs = totals.map((total) => Math.log(total / 240));
			const between = (low: number, high: number) => quantile(logs, high) - quantile(logs, low);
			const expected = 2 * DEVIATION * studentQuantile(freedom as number, 0.975);
			expect(between(0.025, 0.975) / expected).toBeCloseTo(1, 1);
		},
	);

	test('spread less the more days they were learned from', () => {
		const spread = (days: number) => {
			const totals = totalsOf(days);
			return quantile(totals, 0.975) - quantile(totals, 0.025);
		};
		expect(spread(60)).toBeLessThan(spread(28));
		expect(spread(28)).toBeLessThan(spread(20));
	});
});
