import fc from 'fast-check';

import { STRATEGIES } from '../../../src/budget/budgetDefinition';
import { ingestWindows } from '../../../src/ledger/ingestWindows';
import { Decimal } from '../../../src/money/decimal';
import { optimizeAllocation } from '../../../src/plan/optimizeAllocation';
import type { SpendPlan } from '../../../src/plan/spendPlan';
import { createState, type PacingState, readState } from '../../../src/state/pacingState';
import { localDay } from '../../../src/time/localDay';
import { type Scene, scene } from '../../support/arbitraries';
import { RUNS } from '../../support/runs';

const strategy = fc.constantFrom(...STRATEGIES);

function stateOf({ definition, windows, nowMs }: Scene): PacingState {
	const state = createState(definition);
	return { ...state, ledger: ingestWindows(state.ledger, windows, { definition: state.definition, nowMs }).ledger };
}

type Limits = NonNullable<Scene['definition']['limits']>;

const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));

/** Past spend, what is reserved for unreported hours, and the remaining amounts are the day's amount minus what is unspendable, or the spend if that is more. */
function expectTotal(plan: SpendPlan): void {
	const past = plan.hours.filter(({ state }) => state === 'past').map(({ spent }) => spent ?? '0');
	const rest = plan.hours.filter(({ state }) => state !== 'past').map(({ amount }) => amount);
	const total = sum(past).plus(plan.unreported).plus(sum(rest));
	expect(sum(plan.hours.map(({ amount }) => amount)).toFixed()).toBe(total.toFixed());
	const overspent = plan.warnings.some(({ code }) => code === 'overspent' || code === 'overspend-expected');
	if (overspent) expect(total.gt(plan.dayAmount)).toBe(true);
	else expect(total.plus(plan.unspendable).toFixed()).toBe(new Decimal(plan.dayAmount).toFixed());
	if (Number(plan.unspendable) > 0) expect(plan.constraints.map(({ code }) => code)).toContain('maximum-per-hour');
}

/** Planned hours are within the share limits, unless the rest of the day cannot meet the minima. */
function expectBounds(plan: SpendPlan, { minHourlyShare = 0, maxHourlyShare = 1 }: Limits): void {
	const relaxed = plan.constraints.some(({ code }) => code === 'minimum-unreachable');
	const day = new Decimal(plan.dayAmount);
	for (const { amount, state, startMs, endMs } of plan.hours) {
		if (state !== 'planned') continue;
		const length = (endMs - startMs) / 3_600_000;
		expect(
			day
				.times(maxHourlyShare * length)
				.plus(1e-6)
				.gte(amount),
		).toBe(true);
		if (!relaxed)
			expect(
				day
					.times(minHourlyShare * length)
					.minus(1e-6)
					.lte(amount),
			).toBe(true);
	}
}

/** A cap is never more than what remains of the day, nor less than the amount. */
function expectCaps(plan: SpendPlan): void {
	const past = sum(plan.hours.filter(({ state }) => state === 'past').map(({ amount }) => amount));
	const remaining = Decimal.max(0, new Decimal(plan.dayAmount).minus(past));
	for (const { amount, cap, state } of plan.hours) {
		if (state === 'past') continue;
		expect(new Decimal(cap).gte(amount)).toBe(true);
		if (new Decimal(amount).lte(remaining)) expect(new Decimal(cap).lte(remaining)).toBe(true);
	}
}

/** A plan has the hours of its local day, also when clocks change. */
function expectHours(plan: SpendPlan): void {
	const hours = plan.hours.map(({ startMs, endMs, localHour }) => ({ startMs, endMs, localHour }));
	expect(hours).toEqual(localDay(plan.date, plan.timeZone));
}

describe('a plan, whatever the budget, zone, currency, limits and history', () => {
	test('adds up to the day, keeps its limits and caps, and has the hours of its local day', () => {
		fc.assert(
			fc.property(scene, strategy, (given, chosen) => {
				const { plan } = optimizeAllocation(stateOf(given), { strategy: chosen, nowMs: given.nowMs });
				expectTotal(plan);
				expectBounds(plan, given.definition.limits ?? {});
				expectCaps(plan);
				expectHours(plan);
			}),
			RUNS,
		);
	});

	test('the same state and instant give the same plan, from a stored state too', () => {
		fc.assert(
			fc.property(scene, strategy, (given, chosen) => {
				const state = stateOf(given);
				const once = optimizeAllocation(state, { strategy: chosen, nowMs: given.nowMs });
				const stored = readState(JSON.parse(JSON.stringify(state)));
				expect(stored).toEqual(state);
				expect(optimizeAllocation(stored, { strategy: chosen, nowMs: given.nowMs })).toEqual(once);
			}),
			RUNS,
		);
	});

	test('the order of windows changes nothing', () => {
		fc.assert(
			fc.property(
				scene.chain((given) =>
					fc.tuple(fc.constant(given), fc.shuffledSubarray([...given.windows], { minLength: given.windows.length })),
				),
				([given, shuffled]) => {
					expect(stateOf({ ...given, windows: shuffled })).toEqual(stateOf(given));
				},
			),
			RUNS,
		);
	});

	test('scaling every amount by ten scales every amount by ten, to the minor unit', () => {
		const tenfold = (amount: number | string) => new Decimal(amount).times(10).toFixed();
		fc.assert(
			fc.property(scene, strategy, (given, chosen) => {
				const { definition, windows } = given;
				const larger: Scene = {
					...given,
					definition: { ...definition, limits: {}, dailyAmount: tenfold(definition.dailyAmount!) },
					windows: windows.map(({ revenue, ...window }) => ({
						...window,
						spend: tenfold(window.spend),
						...(revenue !== undefined && { revenue: tenfold(revenue) }),
					})),
				};
				const unlimited = { ...given, definition: { ...definition, limits: {} } };
				const small = optimizeAllocation(stateOf(unlimited), { strategy: chosen, nowMs: given.nowMs }).plan;
				const large = optimizeAllocation(stateOf(larger), { strategy: chosen, nowMs: given.nowMs }).plan;
				const unit = new Decimal(10).pow(-(small.dayAmount.split('.')[1]?.length ?? 0));
				small.hours.forEach(({ amount }, hour) => {
					const apart = new Decimal(amount).times(10).minus(large.hours[hour]!.amount).abs();
					expect(apart.lte(unit.times(25))).toBe(true);
				});
			}),
			RUNS,
		);
	});

	test('a larger budget lowers no hour, without a previous plan', () => {
		fc.assert(
			fc.property(scene, strategy, (given, chosen) => {
				const state = stateOf({ ...given, definition: { ...given.definition, limits: {} } });
				const amount = given.definition.dailyAmount!;
				const richer = {
					...state,
					definition: { ...state.definition, dailyAmount: new Decimal(amount).times(2).toFixed() },
				};
				const plan = optimizeAllocation(state, { strategy: chosen, nowMs: given.nowMs }).plan;
				const more = optimizeAllocation(richer, { strategy: chosen, nowMs: given.nowMs }).plan;
				const unit = new Decimal(10).pow(-(plan.dayAmount.split('.')[1]?.length ?? 0));
				plan.hours.forEach((hour, position) => {
					expect(new Decimal(more.hours[position]!.amount).plus(unit).gte(hour.amount)).toBe(true);
				});
			}),
			RUNS,
		);
	});
});
