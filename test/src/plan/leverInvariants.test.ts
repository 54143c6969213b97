import fc from 'fast-check';

import { CONTROLS } from '../../../src/budget/control';
import { STRATEGIES } from '../../../src/budget/budgetDefinition';
import { ingest } from '../../../src/index';
import { Decimal } from '../../../src/money/decimal';
import { optimizeAllocation } from '../../../src/plan/optimizeAllocation';
import type { SpendPlan } from '../../../src/plan/spendPlan';
import { createState, type PacingState, readState } from '../../../src/state/pacingState';
import { amountIn, type Scene, scene } from '../../support/arbitraries';
import { RUNS } from '../../support/runs';

/** A scene with a month, a lever, and windows that name budgets. */
const steered: fc.Arbitrary<Scene> = scene.chain(({ definition, windows, ...rest }) => {
	const code = definition.currency;
	return fc
		.record({
			control: fc.option(fc.constantFrom(...CONTROLS), { nil: undefined }),
			monthlyAmount: amountIn(code, 500, 2_000_000),
			maxDailyAmount: fc.option(amountIn(code, 500, 200_000), { nil: undefined }),
			hasDaily: fc.boolean(),
			isNamed: fc.boolean(),
			budgets: fc.array(fc.option(amountIn(code, 1, 100_000), { nil: undefined }), {
				minLength: windows.length,
				maxLength: windows.length,
			}),
		})
		.map(({ control, monthlyAmount, maxDailyAmount, hasDaily, isNamed, budgets }) => ({
			...rest,
			definition: {
				...definition,
				dailyAmount: hasDaily ? definition.dailyAmount : undefined,
				monthlyAmount,
				limits: { ...definition.limits, maxDailyAmount },
				...(control !== undefined && { control }),
				...(isNamed && { campaigns: [{ campaignId: 'a' }, { campaignId: 'b' }] }),
			},
			windows: windows.map((window, position) => ({ ...window, budget: budgets[position] })),
		}));
});

const strategy = fc.constantFrom(...STRATEGIES);

const stateOf = ({ definition, windows, nowMs }: Scene): PacingState =>
	ingest(createState(definition), windows, nowMs).state;

const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));

function expectExact(plan: SpendPlan, { definition }: Scene): void {
	const hours = sum(plan.hours.map(({ amount }) => amount));
	const overspent = plan.warnings.some(({ code }) => code === 'overspent' || code === 'overspend-expected');
	if (!overspent) expect(hours.plus(plan.unspendable).toFixed()).toBe(new Decimal(plan.dayAmount).toFixed());
	if (plan.campaigns !== undefined) {
		plan.hours.forEach(({ amount }, hour) => {
			expect(sum(plan.campaigns!.map((campaign) => campaign.hours[hour]!)).toFixed()).toBe(
				new Decimal(amount).toFixed(),
			);
		});
	}
	const { maxDailyAmount } = definition.limits ?? {};
	const caps = [definition.dailyAmount, maxDailyAmount].filter((cap) => cap !== undefined);
	for (const cap of caps) expect(new Decimal(plan.dayAmount).lte(cap)).toBe(true);
	for (const { amount, cap, state, multiplier } of plan.hours) {
		if (state === 'past') continue;
		expect(new Decimal(cap).gte(amount)).toBe(true);
		if (definition.control === 'daily-budget' || definition.control === 'hourly-cap') expect(multiplier).toBe(1);
	}
	expect(plan.days.every(({ amount }) => new Decimal(amount).gte(0))).toBe(true);
}

test('a plan for any lever is exact, and never above a daily amount or the maximum of a day', () => {
	fc.assert(
		fc.property(steered, strategy, (given, chosen) => {
			expectExact(optimizeAllocation(stateOf(given), { strategy: chosen, nowMs: given.nowMs }).plan, given);
		}),
		RUNS,
	);
});

test('a plan for any lever is the same from a stored state, and whatever the order of windows', () => {
	fc.assert(
		fc.property(steered, strategy, (given, chosen) => {
			const plan = (state: PacingState) => optimizeAllocation(state, { strategy: chosen, nowMs: given.nowMs }).plan;
			const state = stateOf(given);
			expect(plan(readState(JSON.parse(JSON.stringify(state))))).toEqual(plan(state));
			expect(stateOf({ ...given, windows: [...given.windows].reverse() })).toEqual(state);
		}),
		RUNS,
	);
});
