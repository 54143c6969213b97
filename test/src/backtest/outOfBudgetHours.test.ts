import { outOfBudgetEffects } from '../../../src/backtest/outOfBudgetEffects';
import type { HistoryDay } from '../../../src/backtest/historyDays';
import { hourVariation } from '../../../src/backtest/hourVariation';
import { learnHourResponse } from '../../../src/backtest/hourResponse';

/** Days on which every hour up to the last one spends 10 with 10 results, and the others are out of budget. */
const history = (days: number, lastHour: number): HistoryDay[] =>
	Array.from({ length: days }, (_, day) => ({
		date: `2026-11-${String(day + 1).padStart(2, '0')}`,
		startMs: day * 86_400_000,
		hours: Array.from({ length: 24 }, (_, localHour) => ({
			startMs: day * 86_400_000 + localHour * 3_600_000,
			endMs: day * 86_400_000 + (localHour + 1) * 3_600_000,
			localHour,
			spend: localHour <= lastHour ? 10 : 0,
			result: localHour <= lastHour ? 10 : 0,
			logMultiplier: 0,
			bidKnown: false,
		})),
	}));

const fill = (value: number) => new Array<number>(24).fill(value);

describe('variation between hours', () => {
	test.each`
		effects                                   | results       | spread    | because
		${fill(2)}                                | ${fill(1000)} | ${0.2}    | ${'equal hours keep the minimum spread'}
		${fill(1).map((_, h) => Math.exp(h % 2))} | ${fill(1e9)}  | ${0.5}    | ${'half of them are e times the others'}
		${fill(1).map((_, h) => Math.exp(h % 2))} | ${fill(5)}    | ${0.2236} | ${'with few results most of it is noise'}
	`('spread $spread: $because', ({ effects, results, spread }) => {
		expect(hourVariation(effects as number[], results as number[], 1).spread).toBeCloseTo(spread as number, 3);
	});

	test('without results the average hour has no effect', () => {
		expect(Math.exp(hourVariation(fill(0), fill(0), 1).mean)).toBe(0);
	});
});

describe('effects of out-of-budget hours', () => {
	const days = history(20, 11);
	const response = learnHourResponse(days);
	const step = response.elasticities.findIndex((elasticity) => elasticity > 0.74);
	const none = days.map(() => fill(0));
	const draw = (noise: readonly number[][], deviations: () => number) =>
		outOfBudgetEffects(days, noise, step, response, deviations);

	test('are those of an average hour without results and without noise', () => {
		const { ofHour, ofDay } = draw(none, () => 0);
		expect(ofHour[20]! / ofHour[3]!).toBeCloseTo(1, 2);
		expect(ofHour[20]! * ofDay[5]! * 10 ** 0.75).toBeCloseTo(10, 0);
	});

	test('are reduced by the noise in the results of their day', () => {
		const lucky = days.map((_, day) => fill(day === 5 ? 1 : 0));
		const [before, after] = [draw(none, () => 0), draw(lucky, () => 0)];
		expect(after.ofDay[5]! / before.ofDay[5]!).toBeCloseTo(0.9, 2);
		expect(after.ofDay[6]).toBe(before.ofDay[6]);
	});

	test('are uncertain for an hour that never had spend, and hardly for others', () => {
		const { ofHour } = draw(none, () => 1);
		const { ofHour: usual } = draw(none, () => 0);
		expect(ofHour[20]! / usual[20]!).toBeGreaterThan(1.2);
		expect(ofHour[3]! / usual[3]!).toBeLessThan(1.05);
	});

	test('are 0 in a history without results', () => {
		const barren = days.map((day) => ({ ...day, hours: day.hours.map((hour) => ({ ...hour, result: 0 })) }));
		const { ofHour } = outOfBudgetEffects(barren, none, step, learnHourResponse(barren), () => 1);
		expect(ofHour).toEqual(fill(0));
	});
});
