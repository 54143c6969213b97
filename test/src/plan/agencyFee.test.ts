import fc from 'fast-check';

import { mediaAmount } from '../../../src/budget/agencyFee';
import {
	type BudgetDefinitionInput,
	checkExhaustion,
	createState,
	definitionNotes,
	ingest,
	optimizeAllocation,
	overviewOf,
	pacingStatus,
	STRATEGIES,
} from '../../../src/index';
import { amountIn } from '../../support/arbitraries';
import { DAY_MS, hourly } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

const FEW = { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 8) };

const START = Date.parse('2026-11-25T00:00:00Z');
const NOON = Date.parse('2026-11-25T12:20:00Z');

const definition = fc.record(
	{
		dailyAmount: amountIn('EUR', 10_000, 30_000),
		weeklyAmount: amountIn('EUR', 70_000, 200_000),
		flight: amountIn('EUR', 300_000, 900_000).map((amount) => ({ start: '2026-11-10', end: '2026-12-09', amount })),
		rollover: fc.constant({ maxShare: 0.25 }),
		utilizationTarget: fc.constant(0.97),
		limits: fc.constant({ maxDailyAmount: '220.00' }),
		spentBeforeFirstReport: amountIn('EUR', 0, 50_000),
		amountsFrom: amountIn('EUR', 10_000, 30_000).map((dailyAmount) => [{ from: '2026-11-27', dailyAmount }]),
		events: fc.constantFrom(2, 0.5).map((factor) => [{ name: 'Sale', start: '2026-11-26', end: '2026-11-28', factor }]),
		monthlyAmount: amountIn('EUR', 300_000, 900_000),
	},
	{ requiredKeys: ['monthlyAmount'] },
);

/** The same budget with what may be spent on media as its amounts. */
function ofMedia({ agencyFee, ...given }: BudgetDefinitionInput): BudgetDefinitionInput {
	const context = {
		agencyFee: { share: agencyFee!.share, of: agencyFee!.of!, amounts: 'gross' },
		currency: 'EUR',
	} as const;
	const media = <Amounts extends object>(amounts: Amounts): Amounts =>
		Object.fromEntries(
			Object.entries(amounts).map(([field, amount]: [string, unknown]) => [
				field,
				/^(daily|weekly|monthly)?[aA]mount$/.test(field) ? mediaAmount(amount as string, context) : amount,
			]),
		) as Amounts;
	return {
		...media(given),
		...(given.flight && { flight: media(given.flight) }),
		...(given.amountsFrom && { amountsFrom: given.amountsFrom.map(media) }),
	};
}

/** All that is decided and told of a budget, without what a client pays and without the names of plans. */
function answers(
	budget: BudgetDefinitionInput,
	spendPerHour: number,
	days: number,
	strategy: (typeof STRATEGIES)[number],
) {
	const delivered = hourly(START - days * DAY_MS, days * 24 + 11, () => ({ spend: spendPerHour }));
	const planned = optimizeAllocation(ingest(createState(budget), delivered, NOON).state, { strategy, nowMs: NOON });
	const { exhaustion } = checkExhaustion(planned.state, { nowMs: NOON });
	const { daily } = overviewOf(planned.state, { nowMs: NOON });
	const status = pacingStatus(planned.state, { nowMs: NOON });
	const notes = definitionNotes(planned.state.definition);
	const all = { plan: planned.plan, exhaustion, daily, status, notes };
	const unnamed = new Set(['planId', 'definitionId', 'withFee', 'agencyFee', 'createdMs', 'constraints']);
	return JSON.parse(JSON.stringify(all, (key, value: unknown) => (unnamed.has(key) ? undefined : value))) as unknown;
}

test('a budget of gross amounts is planned, watched and told like one of what they leave for media', () => {
	fc.assert(
		fc.property(
			definition,
			fc.integer({ min: 1, max: 90 }),
			fc.constantFrom('gross' as const, 'media' as const),
			fc.integer({ min: 1, max: 12 }),
			fc.integer({ min: 0, max: 40 }),
			fc.constantFrom(...STRATEGIES),
			(given, percent, of, spend, days, strategy) => {
				const base = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC' };
				const gross = { ...base, ...given, agencyFee: { share: percent / 100, of } };
				expect(answers(gross, spend, days, strategy)).toEqual(answers(ofMedia(gross), spend, days, strategy));
			},
		),
		FEW,
	);
});

test('a change of the amount is named with what the client pays', () => {
	const state = createState({
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		monthlyAmount: '10000.00',
		amountsFrom: [{ from: '2026-12-01', monthlyAmount: '20000.00' }],
		agencyFee: { share: 0.15 },
	});
	const { plan } = optimizeAllocation(state, { strategy: 'even_distribution', nowMs: NOON });
	expect(plan.constraints.map(({ detail }) => detail)).toContain(
		'From 1 December on the monthly amount is €17,000.00 media (€20,000.00 incl. fee), after €8,500.00 media (€10,000.00 incl. fee)',
	);
});
