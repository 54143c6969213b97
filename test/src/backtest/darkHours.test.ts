import { darkEffects } from '../../../src/backtest/darkEffects';
import type { HistoryDay } from '../../../src/backtest/historyDays';
import { hourLikeness } from '../../../src/backtest/hourLikeness';
import { learnHourResponse } from '../../../src/backtest/hourResponse';

/** Days on which every hour up to one spends 10 and brings 10, and the others are dark. */
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

describe('how alike hours are', () => {
	test.each`
		effects                                   | results       | spread    | because
		${fill(2)}                                | ${fill(1000)} | ${0.2}    | ${'hours that were the same may differ by a fifth elsewhere'}
		${fill(1).map((_, h) => Math.exp(h % 2))} | ${fill(1e9)}  | ${0.5}    | ${'half of them are e times the others'}
		${fill(1).map((_, h) => Math.exp(h % 2))} | ${fill(5)}    | ${0.2236} | ${'most of that is chance where results are few'}
	`('spread $spread: $because', ({ effects, results, spread }) => {
		expect(hourLikeness(effects as number[], results as number[], 1).spread).toBeCloseTo(spread as number, 3);
	});

	test('without any results an average hour brings nothing', () => {
		expect(Math.exp(hourLikeness(fill(0), fill(0), 1).mean)).toBe(0);
	});
});

describe('effects of dark hours', () => {
	const days = history(20, 11);
	const response = learnHourResponse(days);
	const step = response.elasticities.findIndex((elasticity) => elasticity > 0.74);
	const none = days.map(() => fill(0));
	const draw = (noise: readonly number[][], deviations: () => number) =>
		darkEffects(days, noise, step, response, deviations);

	test('are those of an average hour where nothing is known and nothing is drawn', () => {
		const { ofHour, ofDay } = draw(none, () => 0);
		expect(ofHour[20]! / ofHour[3]!).toBeCloseTo(1, 2);
		expect(ofHour[20]! * ofDay[5]! * 10 ** 0.75).toBeCloseTo(10, 0);
	});

	test('are less by what was chance in the results of their day', () => {
		const lucky = days.map((_, day) => fill(day === 5 ? 1 : 0));
		const [before, after] = [draw(none, () => 0), draw(lucky, () => 0)];
		expect(after.ofDay[5]! / before.ofDay[5]!).toBeCloseTo(0.9, 2);
		expect(after.ofDay[6]).toBe(before.ofDay[6]);
	});

	test('are uncertain where an hour was never spent on, and hardly where it was', () => {
		const { ofHour } = draw(none, () => 1);
		const { ofHour: usual } = draw(none, () => 0);
		expect(ofHour[20]! / usual[20]!).toBeGreaterThan(1.2);
		expect(ofHour[3]! / usual[3]!).toBeLessThan(1.05);
	});

	test('of a history without results are nothing', () => {
		const barren = days.map((day) => ({ ...day, hours: day.hours.map((hour) => ({ ...hour, result: 0 })) }));
		const { ofHour } = darkEffects(barren, none, step, learnHourResponse(barren), () => 1);
		expect(ofHour).toEqual(fill(0));
	});
});
