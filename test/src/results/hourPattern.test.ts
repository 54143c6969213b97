import { learnHourPattern } from '../../../src/results/hourPattern';
import { type HourCounts, hourEffects } from '../../../src/statistics/periodicProcess';
import { smoothHours } from '../../../src/demand/smoothHours';

const hours = (value: (hour: number) => number): number[] => Array.from({ length: 24 }, (_, hour) => value(hour));

/** A kernel with independent hours. */
const INDEPENDENT = { scale: 0.5, length: 0.01, own: 0 };

describe('effects of the hours of a day', () => {
	const counts: HourCounts = {
		events: hours((hour) => (hour === 7 ? 12 : 0)),
		expected: hours((hour) => (hour === 7 ? 5 : 0)),
	};

	test('have the mode of a single hour: events - expected exp(f) = f / scale^2', () => {
		const mode = hourEffects(counts, INDEPENDENT).mode[7]!;
		expect(12 - 5 * Math.exp(mode)).toBeCloseTo(mode / 0.25, 3);
	});

	test("have the marginal likelihood of a single hour, integrated over its effect, up to the error of Laplace's method", () => {
		let integral = 0;
		for (let f = -4; f <= 4; f += 0.001) {
			const logLikelihood = 12 * (Math.log(5) + f) - 5 * Math.exp(f);
			integral += 0.001 * Math.exp(logLikelihood - f ** 2 / 0.5 - Math.log(0.5 * Math.sqrt(2 * Math.PI)));
		}
		expect(hourEffects(counts, INDEPENDENT).logEvidence).toBeCloseTo(Math.log(integral), 2);
	});

	test('have the variance of a single hour: 1 / (expected exp(f) + 1 / scale^2), and the prior variance without observations', () => {
		const { mode, variance } = hourEffects(counts, INDEPENDENT);
		expect(variance()[7]).toBeCloseTo(1 / (5 * Math.exp(mode[7]!) + 4), 4);
		expect(variance()[8]).toBeCloseTo(0.25, 4);
	});

	test('do not depend on the starting point of the search', () => {
		const noisy = { events: hours((hour) => (hour * 7) % 11), expected: hours(() => 5) };
		const roughness = { scale: 0.4, length: 1, own: 0.3 };
		const far = hourEffects(
			noisy,
			roughness,
			hours((hour) => (hour % 2 === 0 ? 2 : -2)),
		);
		hourEffects(noisy, roughness).mode.forEach((effect, hour) => expect(far.mode[hour]).toBeCloseTo(effect, 3));
	});
});

describe('smooth hours', () => {
	test('shrink a single hour by its precision: y s^2 / (s^2 + 1 / p)', () => {
		const { mean, variance } = smoothHours(
			hours((hour) => (hour === 3 ? 2 : 0)),
			hours((hour) => (hour === 3 ? 6 : 0)),
			INDEPENDENT,
		);
		expect(mean[3]).toBeCloseTo((2 * 0.25) / (0.25 + 1 / 6), 4);
		expect(variance[3]).toBeCloseTo(1 / (1 / 0.25 + 6), 4);
	});

	test('carry observations to neighbouring hours, and less to distant ones', () => {
		const { mean, variance } = smoothHours(
			hours((hour) => (hour === 12 ? 1 : 0)),
			hours((hour) => (hour === 12 ? 100 : 0)),
			{ scale: 0.7, length: 1, own: 0.2 },
		);
		expect(mean[12]).toBeGreaterThan(mean[13]!);
		expect(mean[13]).toBeGreaterThan(mean[18]!);
		expect(mean[13]).toBeCloseTo(mean[11]!, 6);
		expect(variance[0]).toBeGreaterThan(variance[13]!);
	});
});

describe('the pattern of a day', () => {
	const flat = (days: number) => ({ events: hours(() => 4 * days), expected: hours(() => 4 * days) });
	const quiet = Array.from({ length: 10 }, () => ({ events: hours(() => 4), expected: hours(() => 4) }));

	test('is flat where all hours are alike and nothing changed', () => {
		const pattern = learnHourPattern(flat(28), quiet, 28);
		pattern.multipliers.forEach(({ mean }) => expect(mean).toBeCloseTo(1, 2));
		expect(pattern).toMatchObject({ changedDaysAgo: null });
		expect(pattern.changeProbability).toBeLessThan(0.1);
	});

	test('follows the data with much evidence, and stays close to flat with little', () => {
		const shape = (hour: number) => 1 + 0.4 * Math.sin((2 * Math.PI * hour) / 24);
		const learned = (days: number) =>
			learnHourPattern({ events: hours((hour) => days * shape(hour)), expected: hours(() => days) }, [], days)
				.multipliers;
		learned(2000).forEach(({ mean }, hour) => expect(mean).toBeCloseTo(shape(hour), 1));
		const little = learned(1).map(({ mean }) => Math.abs(mean - 1));
		expect(Math.max(...little)).toBeLessThan(0.2);
		expect(learned(1)[0]!.relativeDeviation).toBeGreaterThan(learned(2000)[0]!.relativeDeviation);
	});

	test('follows a decline of some hours within days, and dates it', () => {
		const broken = (hour: number) => (hour >= 9 && hour < 17 ? 1 : 4);
		const recent = quiet.map((day, position) => (position < 3 ? { ...day, events: hours(broken) } : day));
		const all = { events: hours((hour) => 25 * 4 + 3 * broken(hour)), expected: hours(() => 28 * 4) };
		const { multipliers, changeProbability, changedDaysAgo } = learnHourPattern(all, recent, 28);
		expect(changeProbability).toBeGreaterThan(0.99);
		expect(changedDaysAgo).toBe(3);
		expect(multipliers[12]!.mean / multipliers[3]!.mean).toBeCloseTo(0.3, 1);
	});

	test('does not take a bad day as a whole for a change', () => {
		const recent = quiet.map((day, position) => (position === 0 ? { ...day, events: hours(() => 1) } : day));
		const all = { events: hours(() => 27 * 4 + 1), expected: hours(() => 28 * 4) };
		expect(learnHourPattern(all, recent, 28).changedDaysAgo).toBeNull();
	});
});
