import type { SpendPaths } from '../../../src/demand/spendPaths';
import { expectedSpendOfPlan } from '../../../src/plan/expectedSpend';
import type { PlanHour } from '../../../src/plan/spendPlan';

const MIDNIGHT = Date.UTC(2026, 5, 1);

const planHour = (position: number, hour: Partial<PlanHour>): PlanHour => ({
	startMs: MIDNIGHT + position * 3_600_000,
	endMs: MIDNIGHT + (position + 1) * 3_600_000,
	localHour: position,
	state: 'planned',
	amount: '0.00',
	spent: null,
	cap: '1000.00',
	share: 0,
	multiplier: 1,
	expected: { conversions: null, revenue: null, clicks: null },
	confidence: 0,
	...hour,
});

/** Sample paths of hours: (hours, paths). */
const pathsOf = (hours: readonly PlanHour[], spend: readonly (readonly number[])[]): SpendPaths => ({
	hours: hours.map(({ startMs, endMs, localHour }) => ({ startMs, endMs, localHour })),
	spend: spend.map((paths) => Float64Array.from(paths)),
	paths: spend[0]!.length,
});

describe('spend by the end of the day if the plan is followed', () => {
	const past = planHour(0, { state: 'past', amount: '20.00', spent: '20.00', cap: '20.00' });
	const current = planHour(1, { state: 'current', amount: '30.00', spent: '10.00' });
	const next = planHour(2, { amount: '50.00' });

	test.each`
		hours                                         | ahead                       | total  | mean    | low    | high   | because
		${[past, current, next]}                      | ${null}                     | ${100} | ${100}  | ${30}  | ${100} | ${'without history, from what is spent to the whole amount'}
		${[past, current, next]}                      | ${null}                     | ${25}  | ${30}   | ${30}  | ${30}  | ${'spend exceeds the planned amount'}
		${[past, current, next]}                      | ${{ 1: [4, 4], 2: [7, 7] }} | ${100} | ${100}  | ${100} | ${100} | ${'with traffic as expected the plan is spent'}
		${[past, current, next]}                      | ${{ 2: [5, 5, 15, 15] }}    | ${200} | ${80}   | ${55}  | ${105} | ${'an hour spends half or one and a half times its amount'}
		${[past, current, next]}                      | ${{ 2: [5, 5, 15, 15] }}    | ${100} | ${77.5} | ${55}  | ${100} | ${'and stops at the amount of the day'}
		${[past, current, { ...next, cap: '60.00' }]} | ${{ 2: [5, 5, 15, 15] }}    | ${200} | ${72.5} | ${55}  | ${90}  | ${'or at its cap'}
		${[past, { ...current, cap: '25.00' }]}       | ${{ 1: [5, 5] }}            | ${200} | ${45}   | ${45}  | ${45}  | ${'part of which is delivered'}
		${[past, current, next]}                      | ${{ 1: [0, 0], 2: [7, 7] }} | ${100} | ${80}   | ${80}  | ${80}  | ${'an hour without traffic spends nothing'}
		${[past, current]}                            | ${{ 0: [3, 3, 5, 5] }}      | ${100} | ${34}   | ${33}  | ${35}  | ${'an unreported past hour spends as its traffic predicts'}
		${[{ ...past, cap: '1.00' }, current]}        | ${{ 0: [3, 3, 5, 5] }}      | ${100} | ${34}   | ${33}  | ${35}  | ${'regardless of its cap'}
	`('$total with traffic of $ahead is $mean, $low to $high: $because', ({ hours, ahead, total, mean, low, high }) => {
		const paths =
			ahead &&
			pathsOf(
				Object.keys(ahead).map((position) => hours[Number(position)]),
				Object.values(ahead),
			);
		const interval = expectedSpendOfPlan(hours, paths, total);
		expect(interval.mean).toBeCloseTo(mean, 9);
		expect(interval.low).toBeCloseTo(low, 9);
		expect(interval.high).toBeCloseTo(high, 9);
		expect(interval.level).toBe(0.8);
	});
});
