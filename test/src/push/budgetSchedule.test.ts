import fc from 'fast-check';

import { baseBudget, budgetSchedule } from '../../../src/push/budgetSchedule';
import { date, timeZone } from '../../support/arbitraries';
import { RUNS } from '../../support/runs';
import { planOf, push } from '../../support/plans';

const QUARTER_S = 900;

const target = { platform: 'meta_ads', lever: 'hourly', objects: [{ id: '1', current: 90_000 }] } as const;

describe('a schedule raises the hours that the plan favours', () => {
	test('the daily total leaves room for it', () => {
		const plan = planOf({ dayAmount: '1000.00', weights: (hour) => (hour >= 8 && hour < 12 ? 2 : 1) });
		const schedule = budgetSchedule(plan.hours, plan.hours[0]!.startMs, 'USD')!;
		expect(schedule).toMatchObject({ startMs: plan.hours[8]!.startMs, endMs: plan.hours[12]!.startMs, factor: 2 });
		expect(baseBudget(100_000, schedule)).toBe(Math.floor(100_000 / (1 + 4 / 24)));
	});

	test.each`
		weights                                       | nowHour | because
		${() => 1}                                    | ${0}    | ${'no hour stands out'}
		${(hour: number) => (hour < 6 ? 2 : 1)}       | ${6}    | ${'the hours that stand out are past'}
		${(hour: number) => (hour === 5 ? 1.001 : 1)} | ${0}    | ${'a thousandth is too little for a factor'}
	`('there is none where $because', ({ weights, nowHour }) => {
		const plan = planOf({ dayAmount: '24000.00', weights });
		expect(budgetSchedule(plan.hours, plan.hours[nowHour]!.startMs, 'USD')).toBeNull();
	});

	test('a second one on the same day is held back, because they add up', () => {
		const weights = (hour: number) => (hour >= 18 ? 2 : 1);
		const first = push({ dayAmount: '1000.00', weights, target });
		const { to } = first.push.requests[0]!;
		const objects = [{ id: '1', current: 100 * Number(to) }];
		const second = push({
			dayAmount: '900.00',
			planId: '2026-11-27-2',
			weights,
			target: { ...target, objects },
			pushes: first.pushes,
			nowMs: Date.parse('2026-11-27T13:00:00Z'),
		});
		expect(second.push.held).toMatchObject([
			{
				lever: 'budget-schedule',
				code: 'already-scheduled',
				message: 'A budget schedule was pushed today, and a second one would add to it',
			},
		]);
	});

	test("its request names the hours in the plan's time zone, and a factor that costs too much is reduced", () => {
		const weights = (hour: number) => (hour >= 18 ? 2 : 1);
		const { requests, held } = push({
			dayAmount: '1000.00',
			timeZone: 'Europe/Berlin',
			weights,
			nowMs: Date.parse('2026-11-27T00:20:00+01:00'),
			target: { ...target, objects: [{ id: '1', current: 110_000 }] },
			guards: { maxChangeFraction: 0.15 },
		}).push;
		expect(requests).toMatchObject([
			{ lever: 'day-total', to: '935.00' },
			{
				lever: 'budget-schedule',
				reason: {
					code: 'hours',
					message:
						'Plan 2026-11-27-0000000000000001 favours 18:00 to 00:00: the daily budget is raised by a factor of 1.27 in these hours',
				},
			},
		]);
		expect(held).toMatchObject([
			{ lever: 'day-total', code: 'max-change' },
			{
				lever: 'budget-schedule',
				code: 'day-ceiling',
				message:
					"Raising the daily budget by a factor of 2 would cost more than the day's amount: the factor is reduced to 1.27",
				wanted: '2026-11-27T17:00:00.000Z to 2026-11-27T23:00:00.000Z x2',
				allowed: '2026-11-27T17:00:00.000Z to 2026-11-27T23:00:00.000Z x1.27',
			},
		]);
	});

	test.each`
		more                                                                   | code                  | said                                                                                                  | because
		${{ spent: 1000 }}                                                     | ${'day-amount-spent'} | ${"The day's amount is spent, and a raise could only overspend it"}                                   | ${'no budget is left'}
		${{ stale: 'No report came' }}                                         | ${'stale-data'}       | ${'No report came: nothing is pushed until new data is ingested'}                                     | ${'a plan from old data'}
		${{ weights: () => 1 }}                                                | ${'even-hours'}       | ${'No remaining hours stand out in the plan, so none are raised'}                                     | ${'nothing to raise'}
		${{ target: { ...target, objects: [{ id: '1' }] } }}                   | ${'current-unknown'}  | ${"The daily budget in force is unknown, and so is what raising it would cost: map 'Current Values'"} | ${'a factor on an unknown budget'}
		${{ target: { ...target, objects: [{ id: '1', current: 200_000 }] } }} | ${'no-room'}          | ${"The daily budget of US$1,600.00 in force leaves no room for a raise within the day's amount"}      | ${'the budget stays above the day after the largest cut'}
	`('$code: $because', ({ more, code, said }) => {
		const { push: prepared } = push({ dayAmount: '1000.00', weights: (hour) => (hour >= 18 ? 2 : 1), target, ...more });
		const held = prepared.held.filter(({ lever }) => lever === 'budget-schedule');
		expect(held.map((reason) => [reason.code, reason.message])).toEqual([[code, said]]);
		expect(prepared.requests.filter(({ lever }) => lever === 'budget-schedule')).toEqual([]);
	});

	test('together with the budget in force it spends at most the amount of the day, on remaining quarter hours', () => {
		fc.assert(
			fc.property(
				timeZone,
				date,
				fc
					.array(fc.integer({ min: 0, max: 100 }), { minLength: 25, maxLength: 25 })
					.filter((weights) => weights.slice(0, 23).some((weight) => weight > 0)),
				fc.integer({ min: 1000, max: 10_000_000 }),
				fc.integer({ min: 1000, max: 10_000_000 }),
				fc.nat(20 * 60),
				(zone, day, weights, cents, current, minutes) => {
					const dayAmount = (cents / 100).toFixed(2);
					const input = { dayAmount, timeZone: zone, date: day, weights: (hour: number) => weights[hour]! };
					const { hours } = planOf(input);
					const nowMs = hours[0]!.startMs + minutes * 60_000;
					const { push: prepared } = push({ ...input, nowMs, target: { ...target, objects: [{ id: '1', current }] } });
					const base =
						prepared.requests.find(({ lever }) => lever === 'day-total')?.query['daily_budget'] ?? String(current);
					const schedule = prepared.requests.find(({ lever }) => lever === 'budget-schedule');
					if (schedule === undefined) {
						expect(prepared.held.filter(({ lever }) => lever === 'budget-schedule')).toHaveLength(1);
						return;
					}
					const { budget_value, time_start, time_end } = schedule.query as Record<string, string>;
					const factor = Number(budget_value);
					const seconds = Number(time_end) - Number(time_start);
					const daySeconds = (hours.at(-1)!.endMs - hours[0]!.startMs) / 1000;
					expect(factor).toBeGreaterThan(1);
					expect(Number(base) * (1 + ((factor - 1) * seconds) / daySeconds)).toBeLessThanOrEqual(cents + 1e-3);
					expect(Number(time_start) % QUARTER_S).toBe(0);
					expect(Number(time_end) % QUARTER_S).toBe(0);
					expect(Number(time_start) * 1000).toBeGreaterThanOrEqual(nowMs);
				},
			),
			{ ...RUNS, numRuns: Math.min(200, RUNS.numRuns) },
		);
	});
});
