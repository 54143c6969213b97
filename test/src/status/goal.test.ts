import fc from 'fast-check';

import {
	type BudgetDefinitionInput,
	createState,
	goalWords,
	ingest,
	optimizeAllocation,
	pacingStatus,
	STRATEGIES,
} from '../../../src/index';
import { scene } from '../../support/arbitraries';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

const FEW = { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 8) };

const START = Date.parse('2026-10-15T00:00:00Z');
const NOW = Date.parse('2026-11-19T12:20:00Z');
const HOURS = (NOW - START - 80 * 60_000) / HOUR_MS;

const base = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '3000.00' };

/** A month of 96.00 a day that brings 16 conversions and 480.00 of revenue a day; from the middle of October. */
function goalOf(changes: Partial<BudgetDefinitionInput>, figures: object = { conversions: 2 / 3, revenue: '20.00' }) {
	const windows = hourly(START, Math.floor(HOURS), () => ({ spend: 4, clicks: 5, ...figures }));
	const { state } = ingest(createState({ ...base, ...changes }), windows, NOW);
	return pacingStatus(state, { nowMs: NOW }).goal;
}

test.each`
	goal                                                                     | expected                                                                    | because
	${{ amount: 480 }}                                                       | ${{ of: 'conversions', period: 'month', goal: 480, reached: 295.333 }}      | ${'443 hours of the month are reported'}
	${{ amount: '12000', of: 'revenue' }}                                    | ${{ of: 'revenue', goal: 12_000, reached: 8860 }}                           | ${'revenue is counted in major units'}
	${{ amount: 480, period: 'week' }}                                       | ${undefined}                                                                | ${'a week without an amount has no goal'}
	${{ amount: 480, period: 'quarter' }}                                    | ${{ reached: null, projected: null, neededPerDay: null, leftAtGoal: null }} | ${'October is not reported from its first day'}
	${{ amount: 9000, period: 'quarter', reachedBeforeFirstReport: '1000' }} | ${{ reached: 1567.333 }}                                                    | ${'what was reached before is stated'}
`('$goal: $because', ({ goal, expected }) => {
	const amounts = goal.period === 'quarter' ? { quarterlyAmount: '9000.00' } : {};
	if (expected === undefined) {
		expect(() => goalOf({ goal })).toThrow(/'goal' needs an amount for the week/);
		return;
	}
	const { reached, ...others } = expected;
	const found = goalOf({ ...amounts, goal })!;
	expect(found).toMatchObject(others);
	if (reached === null) expect(found.reached).toBeNull();
	else expect(found.reached).toBeCloseTo(reached, 2);
});

test('what is projected is what is reached and what the projected spend brings, and both are compared', () => {
	const goal = goalOf({ goal: { amount: 600 } })!;
	const { mean, low, high } = goal.projected!;
	expect(mean).toBeGreaterThan(470);
	expect(mean).toBeLessThan(490);
	expect([low < mean, mean < high]).toEqual([true, true]);
	expect(goal.ratio).toBeCloseTo(6, 1);
	expect(goal.neededPerDay!).toBeCloseTo((600 - 295.3) / 12, 0);
	expect(goal.neededRatio!).toBeCloseTo((3000 - 443 * 4) / (600 - 295.3), 1);
	expect(goal.leftAtGoal!).toBeCloseTo(3000 - 443 * 4 - (600 - 295.3) * goal.ratio!, -2);
});

test.each`
	figures              | because
	${{}}                | ${'conversions that were never reported are not 0'}
	${{ revenue: '20' }} | ${'revenue says nothing of them'}
`('reports with $figures: $because', ({ figures }) => {
	expect(goalOf({ goal: { amount: 480 } }, figures)).toMatchObject({ reached: null, projected: null, ratio: null });
});

test('a day without results among many changes little, and half of the month without them is unknown', () => {
	const reachedWith = (unknownDays: number) => {
		const windows = hourly(START, Math.floor(HOURS), (hour) => ({
			spend: 4,
			...(START + hour * HOUR_MS < Date.parse('2026-11-05T00:00:00Z') ||
			START + hour * HOUR_MS >= Date.parse('2026-11-05T00:00:00Z') + unknownDays * DAY_MS
				? { conversions: 1 }
				: {}),
		}));
		const { state } = ingest(createState({ ...base, goal: { amount: 480 } }), windows, NOW);
		return pacingStatus(state, { nowMs: NOW }).goal!.reached;
	};
	expect(reachedWith(0)).toBe(443);
	expect(reachedWith(5)).toBeNull();
});

const known = {
	of: 'conversions',
	period: 'month',
	goal: 40_000,
	reached: 24_800,
	projected: { mean: 39_200, low: 38_100, high: 40_400, level: 0.8 },
	neededPerDay: 1266,
	ratio: 7.5,
	neededRatio: 7.1,
	leftAtGoal: -4500,
} as const;

test.each`
	changes                                                                                                                                            | words                                                                                                                                                                                                                                                                                                                                    | because
	${{}}                                                                                                                                              | ${'62% of the goal of 40,000 conversions for the month reached (24,800). Projected at 39,200 (38,100 to 40,400), 98% of the goal. 1,266 a day is needed at a CPA of €7.10; it has been €7.50. At the present CPA, reaching the goal would take €4,500.00 more than the budget. The budget is not exceeded, so the goal will be missed.'} | ${'the goal gives way'}
	${{ leftAtGoal: 4500 }}                                                                                                                            | ${'62% of the goal of 40,000 conversions for the month reached (24,800). Projected at 39,200 (38,100 to 40,400), 98% of the goal. 1,266 a day is needed at a CPA of €7.10; it has been €7.50. At the present CPA the goal is reached with €4,500.00 of the budget left, which is spent as well.'}                                        | ${'both are met'}
	${{ of: 'revenue', period: 'year', goal: 9000, reached: 4500, projected: null, neededPerDay: 12.5, ratio: 4, neededRatio: 3.5, leftAtGoal: null }} | ${'50% of the goal of revenue of €9,000.00 for the year reached (€4,500.00). €12.50 a day is needed at a ROAS of 3.50; it has been 4.00.'}                                                                                                                                                                                               | ${'revenue'}
	${{ reached: null, projected: null, neededPerDay: null, neededRatio: null, leftAtGoal: null }}                                                     | ${"How much of the goal of 40,000 conversions for the month is reached is not known: reports begin later, or leave out results. If they begin later, enter what was reached before as 'Reached Before First Report'."}                                                                                                                   | ${'missing is not zero'}
	${{ neededRatio: null, leftAtGoal: -9000 }}                                                                                                        | ${'62% of the goal of 40,000 conversions for the month reached (24,800). Projected at 39,200 (38,100 to 40,400), 98% of the goal. 1,266 a day is needed. At the present CPA, reaching the goal would take €9,000.00 more than the budget. The budget is not exceeded, so the goal will be missed.'}                                      | ${'nothing is left of the amount'}
	${{ reached: 41_000, neededPerDay: 0, neededRatio: null, leftAtGoal: 9000 }}                                                                       | ${'103% of the goal of 40,000 conversions for the month reached (41,000). Projected at 39,200 (38,100 to 40,400), 98% of the goal.'}                                                                                                                                                                                                     | ${'it is reached'}
`('in words: $because', ({ changes, words }) => {
	expect(goalWords({ ...known, ...changes }, 'EUR')).toBe(words);
});

test.each`
	goal                               | message                                    | because
	${{ amount: 0 }}                   | ${/'goal.amount' must be above 0/}         | ${'no results are no goal'}
	${{ amount: 'many' }}              | ${/'goal.amount' must be an amount/}       | ${'words are no number'}
	${{ amount: 5, period: 'flight' }} | ${/'goal' needs an amount for the flight/} | ${'there is no flight'}
	${{ amount: 5, of: 'clicks' }}     | ${/'goal.of'/}                             | ${'clicks are no goal'}
`('$goal is refused: $because', ({ goal, message }) => {
	expect(() => createState({ ...base, goal })).toThrow(message);
});

test('a goal changes no plan', () => {
	fc.assert(
		fc.property(scene, fc.constantFrom(...STRATEGIES), fc.integer({ min: 1, max: 1e6 }), (one, strategy, amount) => {
			const { definition, windows, nowMs } = one;
			const planned = (goal?: { amount: number }) => {
				const defined = { ...definition, limits: {}, monthlyAmount: '100000', ...(goal && { goal }) };
				const { plan } = optimizeAllocation(ingest(createState(defined), windows, nowMs).state, { strategy, nowMs });
				return { ...plan, definitionId: '' };
			};
			expect(planned({ amount })).toEqual(planned());
		}),
		FEW,
	);
});
