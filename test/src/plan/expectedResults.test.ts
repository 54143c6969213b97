import { gammaInterval } from '../../../src/statistics/shrinkage';
import { expectedResults, withDelivered } from '../../../src/plan/expectedResults';
import { certainRate, learningOf } from './certainLearning';

/** A Monday. */
const MIDNIGHT = Date.UTC(2026, 5, 1);
const at = (hour: number) => MIDNIGHT + hour * 3_600_000;

describe('results of amounts of money', () => {
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

	test('are as uncertain as chance, multipliers and rate together', () => {
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

	test('are unknown where the measure was never reported, and nothing where nothing is spent', () => {
		expect(expectedResults(learningOf(null), 'conversionsPerSpend', spending)).toBeNull();
		const none = expectedResults(learningOf(null, { conversionsPerSpend: rate }), 'conversionsPerSpend', []);
		expect(none).toEqual({ byHour: [], total: { mean: 0, relativeDeviation: 0 } });
	});
});

test.each`
	delivered | because
	${5}      | ${'what is delivered is certain'}
	${null}   | ${'what was never reported adds nothing'}
`('$delivered delivered and the interval of results to come: $because', ({ delivered }) => {
	const total = { mean: 10, relativeDeviation: 0.5 };
	const ahead = gammaInterval(total);
	const done = delivered ?? 0;
	expect(withDelivered(delivered, { byHour: [10], total })).toEqual({
		mean: done + 10,
		low: done + ahead.low,
		high: done + ahead.high,
		level: 0.8,
	});
});
