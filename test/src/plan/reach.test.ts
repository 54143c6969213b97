import fc from 'fast-check';

import {
	backtest,
	type BudgetDefinitionInput,
	createState,
	ingest,
	learnedPattern,
	optimizeAllocation,
	type PacingState,
	type PerformanceWindow,
	readState,
	reallocate,
	type Strategy,
	whatIf,
} from '../../../src/index';
import { learnCampaigns } from '../../../src/campaigns/learnCampaigns';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { normalDraws } from '../../support/random';
import { casesOf } from '../../support/runs';

/** A Monday. */
const TODAY = Date.UTC(2026, 5, 1);
const DAYS = 28;

const definition = {
	budgetId: 'b',
	currency: 'EUR',
	timeZone: 'UTC',
	dailyAmount: '240.00',
	objective: 'reach',
	control: 'bid-multiplier',
} as const;

const stateOf = (windows: readonly PerformanceWindow[], changes: Partial<BudgetDefinitionInput> = {}): PacingState =>
	ingest(createState({ ...definition, ...changes }), windows, TODAY).state;

/** Four weeks in which every hour spends 10.00, with impressions by the hour of the day, and nothing else differs. */
const history = (impressionsOf: (hour: number) => number | undefined, days = DAYS) =>
	hourly(TODAY - days * DAY_MS, days * 24, (position) => {
		const impressions = impressionsOf(position % 24);
		return { spend: '10.00', clicks: 20, conversions: 1, ...(impressions !== undefined && { impressions }) };
	});

const planOf = (state: PacingState, strategy: Strategy = 'adaptive_ml') =>
	optimizeAllocation(state, { strategy, nowMs: TODAY }).plan;

const amountsOf = (state: PacingState, strategy?: Strategy) =>
	planOf(state, strategy).hours.map(({ amount }) => Number(amount));

/** From midnight to noon a thousand impressions cost 5.00, from noon on 2.50. */
const CHEAP_AFTERNOON = (hour: number) => (hour < 12 ? 2000 : 4000);

describe('a plan for reach', () => {
	const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 2, maxLength: 12 });
	const factor = fc.double({ min: 1.3, max: 4, noNaN: true });
	const strategies = ['adaptive_ml', 'performance_based'] as const;

	test.each(strategies)('gives more to hours with a lower CPM if all else is equal: %s', (strategy) => {
		fc.assert(
			fc.property(hours, factor, (cheap, times) => {
				const amounts = amountsOf(
					stateOf(history((hour) => (cheap.includes(hour) ? Math.round(2000 * times) : 2000))),
					strategy,
				);
				const others = amounts.filter((_, hour) => !cheap.includes(hour));
				for (const hour of cheap) expect(amounts[hour]).toBeGreaterThan(Math.max(...others));
			}),
			casesOf({ usual: 15, thorough: 100 }),
		);
	});

	test('follows impressions alone: other results change nothing', () => {
		const windows = history(CHEAP_AFTERNOON);
		const others = windows.map((window, position) => ({
			...window,
			conversions: position % 24 < 6 ? 9 : 0,
			clicks: 5,
		}));
		expect(amountsOf(stateOf(others))).toEqual(amountsOf(stateOf(windows)));
	});

	test.each`
		control             | because
		${'bid-multiplier'} | ${'hours with a lower CPM bid more'}
		${'hourly-cap'}     | ${'they are capped higher'}
	`('steers hours by $control: $because', ({ control }) => {
		const { hours: planned } = planOf(stateOf(history(CHEAP_AFTERNOON), { control, dailyAmount: '160.00' }));
		expect(Number(planned[18]!.amount)).toBeGreaterThan(1.5 * Number(planned[6]!.amount));
		const lever = control === 'bid-multiplier' ? 'multiplier' : 'cap';
		expect(Number(planned[18]![lever])).toBeGreaterThan(Number(planned[6]![lever]));
	});

	test('expects impressions and their CPM, for each hour and for the day', () => {
		const { expected, hours: planned, confidence } = planOf(stateOf(history(() => 2000)));
		expect(expected.impressions!.mean).toBeCloseTo(48_000, -2);
		expect(expected.cpm!.mean).toBeCloseTo(5, 2);
		expect(expected.cpm!.low).toBeLessThan(expected.cpm!.mean);
		expect(expected.cpm!.high).toBeGreaterThan(expected.cpm!.mean);
		expect(planned[5]!.expected.impressions).toBeCloseTo(2000, -1);
		expect(confidence).toBeGreaterThan(0.9);
	});

	test('adds the impressions to come to those that the day has had', () => {
		const nowMs = TODAY + 12 * HOUR_MS;
		const windows = [...history(() => 2000), ...hourly(TODAY, 12, () => ({ spend: '10.00', impressions: 2000 }))];
		const { state } = ingest(createState(definition), windows, nowMs);
		const { plan } = optimizeAllocation(state, { strategy: 'even_distribution', nowMs });
		const { impressions, cpm } = plan.expected;
		expect(impressions!.mean).toBeCloseTo(24 * 2000, -2);
		expect(impressions!.low).toBeGreaterThan(12 * 2000);
		expect(cpm!.mean).toBeCloseTo(5, 2);
		expect(plan.hours.map(({ expected }) => expected.impressions! > 0)).toEqual(
			Array.from({ length: 24 }, (_, hour) => hour >= 12),
		);
	});

	test.each`
		objective        | because
		${'clicks'}      | ${'clicks are counted'}
		${'conversions'} | ${'conversions are counted'}
	`('others have no impressions: $because', ({ objective }) => {
		const { expected, hours: planned } = planOf(
			stateOf(
				history(() => 2000),
				{ objective },
			),
		);
		expect(expected).not.toHaveProperty('impressions');
		expect(expected).not.toHaveProperty('cpm');
		expect(planned[5]!.expected).not.toHaveProperty('impressions');
	});
});

describe('without reported impressions, a plan for reach', () => {
	const state = stateOf(history(() => undefined));
	const plan = planOf(state);

	test('says so, and follows traffic alone, as one for clicks', () => {
		expect(plan.warnings).toEqual([
			{
				code: 'no-evidence',
				message: 'No results are reported for the objective Reach: hours differ by traffic alone',
			},
		]);
		expect(amountsOf(state)).toEqual(
			amountsOf(
				stateOf(
					history(() => undefined),
					{ objective: 'clicks' },
				),
			),
		);
	});

	test('expects no impressions: they are unknown, not 0', () => {
		expect(plan.expected).toMatchObject({ impressions: null, cpm: null });
		expect(plan.hours[5]!.expected.impressions).toBeNull();
		expect(plan.confidence).toBe(0);
	});

	test('has no response to simulate', () => {
		expect(() => whatIf(state, { nowMs: TODAY })).toThrow(/no full day with results of the objective Reach/);
	});
});

describe('a budget for reach', () => {
	/** Two campaigns of 100.00 a day, more or less, of which 'b' has twice the impressions; days differ by chance, for each campaign and for both. */
	const campaigns = ['a', 'b'].flatMap((campaignId, place) => {
		const shared = normalDraws(3);
		const own = normalDraws(4 + place);
		const days = Array.from({ length: DAYS }, () => Math.exp(0.1 * shared() + 0.2 * own()));
		return hourly(TODAY - DAYS * DAY_MS, DAYS * 24, (position) => {
			const day = Math.floor(position / 24);
			const spend = 4 * (1 + 0.3 * Math.sin(day * (2 + place)));
			const impressions = Math.round(500 * (1 + place) * spend ** 0.8 * days[day]!);
			return { campaignId, spend: spend.toFixed(2), impressions };
		});
	});
	const named = { campaigns: [{ campaignId: 'a' }, { campaignId: 'b' }] };

	test('gives more to the campaign with the lower CPM', () => {
		const [a, b] = planOf(stateOf(campaigns, named)).campaigns!;
		expect(Number(b!.amount)).toBeGreaterThan(1.5 * Number(a!.amount));
		expect(b!.expected!.mean).toBeGreaterThan(5000);
	});

	test.each`
		objective        | least  | most     | because
		${'reach'}       | ${1}   | ${1}     | ${'impressions are reported with the spend'}
		${'clicks'}      | ${1}   | ${1}     | ${'so are clicks'}
		${'conversions'} | ${0.5} | ${0.999} | ${'conversions of yesterday are still to come'}
	`('takes yesterday as reported to $least to $most for $objective: $because', ({ objective, least, most }) => {
		const { ledger, definition: defined } = stateOf(
			history(() => 2000),
			{ objective },
		);
		const { reported } = learnCampaigns(ledger, defined).histories[0]!.at(-1)!;
		expect(reported).toBeGreaterThanOrEqual(least as number);
		expect(reported).toBeLessThanOrEqual(most as number);
	});

	test('simulates impressions', () => {
		const [half, whole] = whatIf(stateOf(campaigns, named), { nowMs: TODAY, amounts: ['100', '200'] });
		expect(half!.expected.mean).toBeGreaterThan(20_000);
		expect(whole!.expected.mean).toBeGreaterThan(half!.expected.mean);
		expect(whole!.marginalReturn).toBeLessThan(half!.marginalReturn);
	});

	test('gives more to weekdays with a lower CPM where daily budgets are the lever', () => {
		const windows = hourly(TODAY - 56 * DAY_MS, 56 * 24, (position) => ({
			spend: '10.00',
			impressions: Math.floor(position / 24) % 7 === 2 ? 4000 : 2000,
		}));
		const changes = { control: 'daily-budget', dailyAmount: undefined, weeklyAmount: '1680.00' } as const;
		const { days, dayAmount } = planOf(stateOf(windows, changes));
		const others = [dayAmount, ...days.filter((_, ahead) => ahead !== 1).map(({ amount }) => amount)].map(Number);
		expect(Number(days[1]!.amount)).toBeGreaterThan(1.2 * Math.max(...others));
	});

	test('learns the price of impressions, which follows bids: a change in it moves nothing between hours', () => {
		const windows = history(() => 2000).map((window, position) =>
			position % 24 === 15 && position > 14 * 24 ? { ...window, impressions: 200 } : window,
		);
		const state = stateOf(windows);
		const { measure, hourOfDay } = learnedPattern(state);
		expect(measure).toBe('impressionsPerSpend');
		expect(hourOfDay[15]!.mean).toBeLessThan(0.8);
		expect(reallocate(state, { nowMs: TODAY }).reallocation).toMatchObject({ changed: false, evidence: { eValue: 0 } });
	});

	test('is backtested by impressions', () => {
		const report = backtest(stateOf(history(CHEAP_AFTERNOON)), { strategies: ['even_distribution', 'adaptive_ml'] });
		expect(report.counted).toBe('impressions');
		const valueOf = (policy: string) => report.results.find((result) => result.policy === policy)!.value.mean;
		expect(valueOf('actual')).toBeCloseTo(21 * 12 * 6000, -3);
		expect(valueOf('adaptive_ml')).toBeGreaterThan(valueOf('even_distribution'));
	});
});

test('a state stored before impressions were kept is read, and learns from the impressions that come', () => {
	const old = JSON.parse(JSON.stringify(stateOf(history(() => undefined, 60)))) as { ledger: { folded: object } };
	expect(old.ledger.folded).toMatchObject({ month: expect.arrayContaining([expect.any(Array)]) as unknown });
	const before = readState(old);
	expect(learnedPattern(before).rate).toBeNull();
	let state = before;
	for (let day = 1; day <= 40; day++) {
		const startMs = TODAY + (day - 1) * DAY_MS;
		state = ingest(
			state,
			hourly(startMs, 24, () => ({ spend: '10.00', impressions: 2000 })),
			startMs + DAY_MS,
		).state;
	}
	const { rate } = learnedPattern(readState(JSON.parse(JSON.stringify(state))));
	expect(rate!.mean).toBeCloseTo(200, 4);
});
