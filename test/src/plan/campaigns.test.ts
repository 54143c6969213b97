import fc from 'fast-check';

import type { Campaign } from '../../../src/budget/campaign';
import { STRATEGIES, type BudgetDefinitionInput } from '../../../src/budget/budgetDefinition';
import { ingestWindows } from '../../../src/ledger/ingestWindows';
import type { PerformanceWindow } from '../../../src/ledger/performanceWindow';
import { Decimal } from '../../../src/money/decimal';
import type { CampaignPlan } from '../../../src/plan/campaignPlan';
import { optimizeAllocation } from '../../../src/plan/optimizeAllocation';
import { createState, readState } from '../../../src/state/pacingState';
import { type Scene, scene } from '../../support/arbitraries';
import { DAY_MS, HOUR_MS } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));

function stateOf({ definition, windows, nowMs }: Pick<Scene, 'definition' | 'windows' | 'nowMs'>) {
	const state = createState(definition);
	return { ...state, ledger: ingestWindows(state.ledger, windows, { definition: state.definition, nowMs }).ledger };
}

/** Each run learns from a history and plans it. */
const FEWER = { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 5) };

const hundredths = (low: number, high: number) => fc.integer({ min: low, max: high }).map((count) => count / 100);

/** Named campaigns of which one spent nothing, and of those of the scene perhaps one is not named. */
const campaigns = fc.subarray(['a', 'b', 'c'], { minLength: 1 }).chain((ids) =>
	fc.tuple(
		...ids.map((campaignId) =>
			fc.record(
				{
					campaignId: fc.constant(campaignId),
					minDailyShare: hundredths(0, 33),
					maxDailyShare: hundredths(34, 100),
					maxDailyChange: hundredths(0, 100),
					targetCpa: fc.integer({ min: 1, max: 100 }),
				},
				{ requiredKeys: ['campaignId'] },
			),
		),
	),
);

describe('a plan over campaigns, whatever the budget, its limits and its history', () => {
	test('campaigns add up to the hours and hours to the campaigns, to the minor unit, and within bounds', () => {
		fc.assert(
			fc.property(scene, campaigns, fc.constantFrom(...STRATEGIES), (given, named, strategy) => {
				const definition = { ...given.definition, campaigns: named };
				const { nowMs } = given;
				const { plan } = optimizeAllocation(stateOf({ ...given, definition }), { strategy, nowMs });
				const parts = plan.campaigns!;
				expect(parts.map(({ campaignId }) => campaignId)).toEqual(named.map(({ campaignId }) => campaignId));
				for (const { amount, hours, spent } of parts) {
					expect(hours).toHaveLength(plan.hours.length);
					expect(sum(hours).toFixed()).toBe(new Decimal(amount).toFixed());
					expect(new Decimal(amount).gte(spent)).toBe(true);
					for (const hour of hours) expect(new Decimal(hour).gte(0)).toBe(true);
				}
				const unnamed = new Decimal(plan.spent).minus(sum(parts.map(({ spent }) => spent)));
				const isAlone = !plan.warnings.some(({ code }) => code === 'campaign-not-named');
				if (isAlone) expect(unnamed.toFixed()).toBe('0');
				plan.hours.forEach(({ amount, state }, hour) => {
					const own = sum(parts.map(({ hours }) => hours[hour]!));
					if (isAlone || state === 'planned') expect(own.toFixed()).toBe(new Decimal(amount).toFixed());
					else expect(own.lte(amount)).toBe(true);
				});
				expect(sum(plan.hours.map(({ amount }) => amount)).toFixed()).toBe(
					sum(parts.map(({ amount }) => amount))
						.plus(unnamed)
						.toFixed(),
				);
				named.forEach(({ maxDailyShare = 1 }, position) => {
					const { amount, spent } = parts[position]!;
					const most = new Decimal(plan.dayAmount).times(maxDailyShare).plus(1e-6);
					const delivered = new Decimal(spent).plus(plan.expected.unreported.mean).plus(1);
					expect(new Decimal(amount).lte(Decimal.max(most, delivered))).toBe(true);
				});
			}),
			FEWER,
		);
	});

	test('the same state and instant give the same plan, from a stored state too', () => {
		fc.assert(
			fc.property(scene, campaigns, (given, named) => {
				const { nowMs } = given;
				const state = stateOf({ ...given, definition: { ...given.definition, campaigns: named } });
				const once = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs });
				const stored = readState(JSON.parse(JSON.stringify(state)));
				expect(optimizeAllocation(stored, { strategy: 'adaptive_ml', nowMs })).toEqual(once);
				expect(readState(JSON.parse(JSON.stringify(once.state)))).toEqual(once.state);
			}),
			FEWER,
		);
	});
});

const MIDNIGHT = Date.parse('2026-11-23T00:00:00Z');

const DEFINITION: BudgetDefinitionInput = {
	budgetId: 'b',
	currency: 'EUR',
	timeZone: 'UTC',
	dailyAmount: 240,
};

interface Given {
	readonly campaignId: string;
	/** (days) spend of a day. */
	readonly spend: readonly number[];
	/** Results at a spend. */
	readonly results: (spend: number) => number;
}

/** Full days up to midnight, with equal hours. */
const daysOf = ({ campaignId, spend, results }: Given): PerformanceWindow[] =>
	spend.flatMap((amount, day) =>
		Array.from({ length: 24 }, (_, hour) => {
			const startMs = MIDNIGHT - (spend.length - day) * DAY_MS + hour * HOUR_MS;
			return { campaignId, startMs, endMs: startMs + HOUR_MS, spend: amount / 24, conversions: results(amount) / 24 };
		}),
	);

/** Spend that varies from day to day, so that responses can be identified. */
const VARIED = [60, 120, 180, 90, 150, 70, 130, 170, 100, 140, 80, 110, 160, 120, 75, 135, 165, 95, 145, 115, 125];

function planOf(named: readonly Campaign[], given: readonly Given[], definition: Partial<BudgetDefinitionInput> = {}) {
	const windows = given.flatMap(daysOf);
	const state = stateOf({
		definition: { ...DEFINITION, ...definition, campaigns: [...named] },
		windows,
		nowMs: MIDNIGHT,
	});
	return optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: MIDNIGHT }).plan;
}

/** Campaigns vary independently; otherwise the day effect could explain both. */
const root = (campaignId: string, height: number): Given => ({
	campaignId,
	spend: campaignId === 'a' ? VARIED : VARIED.toReversed(),
	results: (spend) => height * Math.sqrt(spend),
});

const byId = (parts: readonly CampaignPlan[]) => new Map(parts.map((part) => [part.campaignId, part]));

describe('the split by marginal return', () => {
	test('responses a sqrt(x) with a of 30 and 40 get about 36% and 64%, for amounts go with a squared', () => {
		const { campaigns } = planOf([{ campaignId: 'a' }, { campaignId: 'b' }], [root('a', 30), root('b', 40)]);
		const parts = byId(campaigns!);
		/** Saturating curves fit these days as well as roots do, and put the best split nearer to the middle. */
		expect(parts.get('b')!.share).toBeGreaterThan(0.64 - 0.1);
		expect(parts.get('b')!.share).toBeLessThan(0.64 + 0.05);
		expect(parts.get('b')!.identified).toBe(true);
		expect(parts.get('b')!.saturation!.mean).toBeGreaterThan(0.4);
		const amount = Number(parts.get('b')!.amount);
		expect(parts.get('b')!.expected!.mean / (40 * Math.sqrt(amount))).toBeCloseTo(1, 1);
		expect(parts.get('b')!.marginalReturn! / (20 / Math.sqrt(amount))).toBeCloseTo(1, 0);
	});

	test.each`
		campaign                    | expected    | code            | because
		${{ maxDailyAmount: '50' }} | ${'50.00'}  | ${'maximum'}    | ${'a maximum holds, the rest goes to the other'}
		${{ maxDailyShare: 0.25 }}  | ${'60.00'}  | ${'maximum'}    | ${'a share is of the day'}
		${{ minDailyAmount: 200 }}  | ${'200.00'} | ${'minimum'}    | ${'a minimum above its optimal amount'}
		${{ maxDailyChange: 0.1 }}  | ${'66.00'}  | ${'change'}     | ${'it spent 60 on its last full day'}
		${{ targetCpa: '0.05' }}    | ${'4.00'}   | ${'target-cpa'} | ${'40 sqrt(x) conversions cost sqrt(x) / 40 each: 0.05 at 4.00'}
	`('$campaign gives $expected: $because', ({ campaign, expected, code }) => {
		const { campaigns } = planOf(
			[{ campaignId: 'a' }, { campaignId: 'b', ...campaign }],
			[root('a', 30), root('b', 40)],
		);
		const part = byId(campaigns!).get('b')!;
		if (code === 'target-cpa') expect(Number(part.amount)).toBeLessThan(10);
		else expect(part.amount).toBe(expected);
		expect(part.reasons.map((reason) => reason.code)).toContain(code);
		expect(sum(campaigns!.map(({ amount }) => amount)).toFixed()).toBe('240');
	});

	test('an amount that the maxima leave unallocated is stated, and the hours get no more than the campaigns', () => {
		const plan = planOf(
			[
				{ campaignId: 'a', maxDailyAmount: 100 },
				{ campaignId: 'b', maxDailyAmount: 90 },
			],
			[root('a', 30), root('b', 40)],
		);
		expect(plan.campaigns!.map(({ amount }) => amount)).toEqual(['100.00', '90.00']);
		expect(plan.unspendable).toBe('50.00');
		expect(sum(plan.hours.map(({ amount }) => amount)).toFixed()).toBe('190');
		expect(plan.warnings.map(({ code }) => code)).toContain('unspendable');
	});

	test('a campaign that never spent borrows from the others, and gets at most an even share', () => {
		const { campaigns } = planOf(
			[{ campaignId: 'a' }, { campaignId: 'b' }, { campaignId: 'new' }],
			[root('a', 30), root('b', 40)],
		);
		const part = byId(campaigns!).get('new')!;
		expect(Number(part.amount)).toBeGreaterThan(20);
		expect(Number(part.amount)).toBeLessThanOrEqual(80);
		expect(part.identified).toBe(false);
		expect(part.reasons.map(({ code }) => code)).toContain('no-history');
	});

	test('without results the budget is split as it was spent before, with a reason', () => {
		const spend = (campaignId: string, amount: number) =>
			daysOf({ campaignId, spend: [amount, amount, amount], results: () => 0 }).map(
				({ startMs, endMs, spend }): PerformanceWindow => ({ campaignId, startMs, endMs, spend }),
			);
		const state = stateOf({
			definition: { ...DEFINITION, campaigns: [{ campaignId: 'a' }, { campaignId: 'b' }] },
			windows: [...spend('a', 180), ...spend('b', 60)],
			nowMs: MIDNIGHT,
		});
		const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: MIDNIGHT });
		expect(plan.campaigns!.map(({ amount }) => amount)).toEqual(['180.00', '60.00']);
		expect(plan.campaigns![0]!.expected).toBeNull();
		expect(plan.campaigns![0]!.reasons.map(({ code }) => code)).toEqual(['no-evidence']);
	});

	test('spend that never varied does not identify the response of a campaign, and the plan says so', () => {
		const still = (campaignId: string, height: number): Given => ({
			...root(campaignId, height),
			spend: Array(14).fill(120),
		});
		const { campaigns } = planOf([{ campaignId: 'a' }, { campaignId: 'b' }], [still('a', 3), still('b', 4)]);
		expect(campaigns!.map(({ identified }) => identified)).toEqual([false, false]);
		expect(campaigns![0]!.reasons.map(({ code }) => code)).toContain('unidentified-response');
	});

	test('a campaign whose small spend brings little is explored in some budgets, and the plan says with how much', () => {
		const little: Given = { campaignId: 'b', spend: Array(14).fill(8), results: () => 0.5 };
		const still: Given = { ...root('a', 2), spend: Array(14).fill(232) };
		const parts = Array.from(
			{ length: 40 },
			(_, number) =>
				byId(
					planOf([{ campaignId: 'a' }, { campaignId: 'b' }], [still, little], { budgetId: `b${number}` }).campaigns!,
				).get('b')!,
		);
		const explored = parts.flatMap(({ amount, reasons }) => {
			const reason = reasons.find(({ code }) => code === 'test');
			return reason === undefined ? [] : [{ amount, message: reason.message }];
		});
		expect(explored.length).toBeGreaterThan(0);
		expect(explored.length).toBeLessThan(parts.length / 2);
		for (const { amount, message } of explored) {
			const exploration = Number(/^€([\d.]+) of it is exploration/.exec(message)![1]);
			expect(exploration).toBeGreaterThan(2.4);
			expect(exploration).toBeLessThanOrEqual(Number(amount));
		}
	});

	test('with certain responses there is no exploration', () => {
		const { campaigns } = planOf([{ campaignId: 'a' }, { campaignId: 'b' }], [root('a', 300), root('b', 400)]);
		for (const { reasons } of campaigns!) expect(reasons.map(({ code }) => code)).not.toContain('test');
	});

	test('a learning reserve splits part of the day by one posterior draw, the same all day', () => {
		const named = [{ campaignId: 'a' }, { campaignId: 'b' }];
		const still = (campaignId: string): Given => ({ ...root(campaignId, 2), spend: Array(8).fill(120) });
		const given = [still('a'), still('b')];
		const without = planOf(named, given);
		const reserve = { limits: { learningReserve: 0.2 } };
		const drawn = planOf(named, given, reserve);
		const moved = Number(drawn.campaigns![0]!.amount) - Number(without.campaigns![0]!.amount);
		expect(Math.abs(moved)).toBeGreaterThan(0.5);
		expect(Math.abs(moved)).toBeLessThanOrEqual(0.2 * 240);
		expect(planOf(named, given, reserve).campaigns).toEqual(drawn.campaigns);
	});

	test.each`
		campaigns                                                                             | message                                                                        | because
		${[]}                                                                                 | ${/must name a campaign/}                                                      | ${'an empty list leaves nothing to split'}
		${[{ campaignId: 'a' }, { campaignId: 'a' }]}                                         | ${/'a' twice/}                                                                 | ${'it would be unclear which applies'}
		${[{ campaignId: 'a', minDailyShare: 0.6 }, { campaignId: 'b', minDailyShare: 0.5 }]} | ${/add up to 110%/}                                                            | ${'more than the day'}
		${[{ campaignId: 'a', minDailyShare: 0.125, maxDailyShare: 0.12 }]}                   | ${/'Minimum Share per Day' of 12.5% above its 'Maximum Share per Day' of 12%/} | ${'a minimum share above the maximum share'}
		${[{ campaignId: 'a', minDailyAmount: 5, maxDailyAmount: 4 }]}                        | ${/above its 'Maximum per Day'/}                                               | ${'a minimum above the maximum'}
		${[{ campaignId: 'a', maxDailyShare: 0 }]}                                            | ${/'campaigns.0.maxDailyShare' must be above 0/}                               | ${'a blank cell times a hundred is 0'}
		${[{ campaignId: 'a', targetCpa: '0' }]}                                              | ${/'campaigns.0.targetCpa' must be above 0/}                                   | ${'no conversion is free'}
	`('$campaigns is rejected: $because', ({ campaigns, message }) => {
		expect(() => createState({ ...DEFINITION, campaigns })).toThrow(message);
	});
});
