import { gammaInterval } from '../../../src/statistics/shrinkage';
import { expectedResults, withDelivered } from '../../../src/plan/expectedResults';
import { certainRate, learningOf } from './certainLearning';

/** A Monday. */
const MIDNIGHT = Date.UTC(2026, 5, 1);
const at = (hour: number) => MIDNIGHT + hour * 3_600_000;

describe('expected results of planned amounts', () => {
	const spending = [
		{ startMs: at(0), amount: 10 },
		{ startMs: at(12), amount: 30 },
	];
	const rate = certainRate(0.2, { hourOfDay: (hour) => (hour === 12 ? 2 : 1) });

	test('are amount * rate * multiplier, with the Poisson variance of their sum', () => {
		const results = expectedResults(learningOf(null, { conversionsPerSpend: rate }), 'conversionsPerSpend', spending)!;
		expect(results.byHour[0]).toBeCloseTo(2, 12);
		expect(results.byHour[1]).toBeCloseTo(12, 12);
		expect(results.total.mean).toBeCloseTo(14, 12);
		expect(results.total.relativeDeviation).toBeCloseTo(Math.sqrt(14) / 14, 12);
	});

	test('combine the uncertainty of chance, multipliers and rate', () => {
		const uncertain = {
			...rate,
			rate: { mean: 0.2, relativeDeviation: 0.3 },
			dispersion: 1.5,
			hourOfDay: rate.hourOfDay.map((multiplier) => ({ ...multiplier, relativeDeviation: 0.1 })),
		};
		const { total } = expectedResults(
			learningOf(null, { conversionsPerSpend: uncertain }),
			'conversionsPerSpend',
			spending,
		)!;
		const variance = 1.5 * 14 + 0.2 ** 2 + 1.2 ** 2 + (14 * 0.3) ** 2;
		expect(total.relativeDeviation).toBeCloseTo(Math.sqrt(variance) / 14, 12);
	});

	test('are unknown if the measure was never reported, and 0 if nothing is spent', () => {
		expect(expectedResults(learningOf(null), 'conversionsPerSpend', spending)).toBeNull();
		const none = expectedResults(learningOf(null, { conversionsPerSpend: rate }), 'conversionsPerSpend', []);
		expect(none).toEqual({ byHour: [], total: { mean: 0, relativeDeviation: 0 } });
	});
});

test.each`
	delivered | because
	${5}      | ${'delivered results are certain'}
	${null}   | ${'results that were never reported add nothing'}
`('$delivered delivered and the interval of expected results: $because', ({ delivered }) => {
	const total = { mean: 10, relativeDeviation: 0.5 };
	const ahead = gammaInterval(total);
	const certain = delivered ?? 0;
	expect(withDelivered(delivered, { byHour: [10], total })).toEqual({
		mean: certain + 10,
		low: certain + ahead.low,
		high: certain + ahead.high,
		level: 0.8,
	});
});
