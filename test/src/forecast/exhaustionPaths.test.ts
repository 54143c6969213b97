import { checkExhaustion, createState, ingest } from '../../../src/index';
import { EXCESS_OF_DAILY_BUDGETS, EXCESS_OF_HOURS, exhaustionPaths } from '../../../src/forecast/exhaustionPaths';
import { gammaQuantile } from '../../../src/statistics/gamma';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { localDay } from '../../../src/time/localDay';
import { poissonCounts } from '../../support/random';

const CLICKS_PER_HOUR = 40;

/** With Poisson clicks of equal price, the instant of the last click that the budget pays for is Erlang distributed. */
const erlangHours = (clicks: number, probability: number) => gammaQuantile(clicks, probability) / CLICKS_PER_HOUR;

describe('exhaustion at a constant rate and price', () => {
	const poisson = poissonCounts(5);

	test.each`
		clicks | because
		${200} | ${'the budget runs out in the morning'}
		${600} | ${'it runs out in the afternoon'}
	`('follows the Erlang distribution on sample paths of Poisson clicks: $because', ({ clicks }) => {
		const paths = 2000;
		const hours = localDay('2026-10-05', 'UTC');
		const spend = hours.map(() => Float64Array.from({ length: paths }, () => poisson(CLICKS_PER_HOUR)));
		const startMs = hours[0]!.startMs;
		const { exhaustionMs, probability } = exhaustionPaths({ hours, spend, paths }, clicks, 0, startMs);
		const at = (instantMs: number | null) => (instantMs! - startMs) / HOUR_MS;
		expect(probability).toBe(1);
		expect(at(exhaustionMs.median)).toBeCloseTo(erlangHours(clicks, 0.5), 1);
		expect(at(exhaustionMs.low)).toBeCloseTo(erlangHours(clicks, 0.1), 1);
		expect(at(exhaustionMs.high)).toBeCloseTo(erlangHours(clicks, 0.9), 1);
	});

	test.each`
		excess                     | of     | material | severe | because
		${EXCESS_OF_HOURS}         | ${125} | ${1}     | ${1}   | ${'a fifth of the demand is beyond the amount'}
		${EXCESS_OF_HOURS}         | ${104} | ${0}     | ${0}   | ${'running out in the last twentieth is on pace'}
		${EXCESS_OF_DAILY_BUDGETS} | ${120} | ${0}     | ${0}   | ${'a platform makes up for less than a fifth'}
		${EXCESS_OF_DAILY_BUDGETS} | ${130} | ${1}     | ${0}   | ${'more than it usually does'}
		${EXCESS_OF_DAILY_BUDGETS} | ${150} | ${1}     | ${1}   | ${'a third of the demand is beyond the amount'}
	`('a demand of $of for 100: $because', ({ excess, of, material, severe }) => {
		const hours = localDay('2026-10-05', 'UTC');
		const spend = hours.map(() => Float64Array.of((of as number) / 24));
		const paths = { hours, spend, paths: 1 };
		const outcome = exhaustionPaths(paths, 100, 0, hours[0]!.startMs, excess as typeof EXCESS_OF_HOURS);
		expect(outcome).toMatchObject({ materialProbability: material, severeProbability: severe });
	});

	test('is forecast around the Erlang median, with an interval at least as wide', () => {
		const START = Date.UTC(2026, 9, 5);
		const DAYS = 28;
		const nowMs = START + DAYS * DAY_MS;
		const budget = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '600' });
		const windows = hourly(START, 24 * DAYS, () => {
			const clicks = poisson(CLICKS_PER_HOUR);
			return { spend: String(clicks), clicks };
		});
		const { exhaustionMs } = checkExhaustion(ingest(budget, windows, nowMs).state, { nowMs }).exhaustion;
		const at = (instantMs: number | null) => (instantMs! - nowMs) / HOUR_MS;
		expect(Math.abs(at(exhaustionMs.median) - erlangHours(600, 0.5))).toBeLessThan(0.5);
		expect(at(exhaustionMs.low)).toBeLessThan(erlangHours(600, 0.1));
		expect(at(exhaustionMs.high)).toBeGreaterThan(erlangHours(600, 0.9));
	});
});
