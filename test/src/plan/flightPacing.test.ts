import fc from 'fast-check';

import {
	type BudgetDefinitionInput,
	budgetReport,
	checkExhaustion,
	createState,
	ingest,
	optimizeAllocation,
	type PacingState,
	pacingStatus,
	STRATEGIES,
	type Strategy,
	withOffer,
} from '../../../src/index';
import { checkExhaustion as checkDay } from '../../../src/status/checkExhaustion';
import { dayContext } from '../../../src/forecast/dayContext';
import { dueShare } from '../../../src/forecast/dueShare';
import { periodDays } from '../../../src/status/periodDays';
import { addDays } from '../../../src/time/localClock';
import { datesOf } from '../../../src/time/period';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { RUNS } from '../../support/runs';
import { textOf } from '../../support/textOf';

const FLIGHT = { start: '2026-06-01', end: '2026-06-10', amount: '1000.00' };
const FIRST = Date.parse('2026-06-01T00:00:00Z');

type Flight = NonNullable<BudgetDefinitionInput['flight']>;
type Milestones = NonNullable<Flight['milestones']>;
type Control = BudgetDefinitionInput['control'];

const defined = (flight: Flight, control: Control = 'bid-multiplier', changes = {}): BudgetDefinitionInput => ({
	budgetId: 'b',
	currency: 'EUR',
	timeZone: 'UTC',
	flight,
	control,
	...changes,
});

/** Twenty equal days before the flight, so that the days of a budget are known. */
const known = (definition: BudgetDefinitionInput): PacingState =>
	ingest(
		createState(definition),
		hourly(FIRST - 20 * DAY_MS, 20 * 24, () => ({ spend: '4.00', clicks: 10, conversions: 1 })),
		FIRST,
	).state;

const amountsOf = (state: PacingState, strategy: Strategy = 'even_distribution', nowMs = FIRST) => {
	const { plan } = optimizeAllocation(state, { strategy, nowMs });
	return [plan.dayAmount, ...plan.days.map(({ amount }) => amount)].map(Number);
};

const FRONT = [145, 135, 125, 115, 105, 95, 85, 75, 65, 55];

describe.each(['bid-multiplier', 'daily-budget'] as const)('a flight of ten days and 1,000.00 with %s', (control) => {
	test.each`
		pacing            | strategy               | amounts                 | because
		${undefined}      | ${'even_distribution'} | ${FRONT.map(() => 100)} | ${'days count alike unless said'}
		${'even'}         | ${'even_distribution'} | ${FRONT.map(() => 100)} | ${'or if said'}
		${'front-loaded'} | ${'even_distribution'} | ${FRONT}                | ${'a line from 1.5 to 0.5 of an even day, at the middle of each'}
		${'back-loaded'}  | ${'even_distribution'} | ${[...FRONT].reverse()} | ${'the reverse'}
		${undefined}      | ${'front_loading'}     | ${FRONT}                | ${'the strategy Front Loading leans the flight too'}
		${'even'}         | ${'front_loading'}     | ${FRONT.map(() => 100)} | ${'unless the owner says even'}
		${'back-loaded'}  | ${'front_loading'}     | ${[...FRONT].reverse()} | ${'or anything else'}
	`('$pacing by $strategy gives $amounts: $because', ({ pacing, strategy, amounts }) => {
		const planned = amountsOf(known(defined({ ...FLIGHT, ...(pacing && { pacing }) }, control)), strategy as Strategy);
		(amounts as number[]).forEach((amount, day) => expect(Math.abs(planned[day]! - amount)).toBeLessThan(0.02));
		expect(planned.reduce((sum, amount) => sum + Math.round(100 * amount), 0)).toBe(100_000);
	});

	test.each`
		milestones                                                              | amounts                                       | because
		${[{ by: '2026-06-02', spent: 0.4 }]}                                   | ${[200, 200, 75, 75, 75, 75, 75, 75, 75, 75]} | ${'40% in two days, the rest in eight'}
		${[{ by: '2026-06-01', spent: 0.2 }, { by: '2026-06-09', spent: 0.6 }]} | ${[200, 50, 50, 50, 50, 50, 50, 50, 50, 400]} | ${'much at both ends'}
		${[{ by: '2026-06-05', spent: 0.5 }]}                                   | ${FRONT.map(() => 100)}                       | ${'half by the middle is even'}
	`('milestones $milestones give $amounts: $because', ({ milestones, amounts }) => {
		for (const strategy of ['even_distribution', 'front_loading'] as const) {
			const planned = amountsOf(known(defined({ ...FLIGHT, milestones: milestones as Milestones }, control)), strategy);
			(amounts as number[]).forEach((amount, day) => expect(Math.abs(planned[day]! - amount)).toBeLessThan(0.02));
			expect(planned.reduce((sum, amount) => sum + Math.round(100 * amount), 0)).toBe(100_000);
		}
	});

	test('leans around events, and says why days differ', () => {
		const events = [{ name: 'Sale', start: '2026-06-05', factor: 1.2 }];
		const state = known(defined({ ...FLIGHT, pacing: 'front-loaded' }, control, { events }));
		const { plan } = optimizeAllocation(state, { strategy: 'even_distribution', nowMs: FIRST });
		const [fourth, fifth] = [plan.days[2]!, plan.days[3]!];
		expect(Number(fifth.amount) / Number(fourth.amount)).toBeCloseTo((1.2 * 105) / 115, 3);
		expect([fourth.why, fifth.why]).toEqual(['Weighed by the pacing of the flight', 'Weighed by its event']);
	});

	test('the first day of a new budget leans as well', () => {
		const first = (pacing: Flight['pacing']) =>
			amountsOf(createState(defined({ ...FLIGHT, pacing }, control)), 'even_distribution')[0]!;
		expect([first('front-loaded'), first('back-loaded')]).toEqual([145, 55]);
	});
});

test('a flight that is planned again every hour leans too, and the rest of today by the weight of today', () => {
	const plannedAt = (pacing: Flight['pacing'], hours: number) => {
		const state = known(defined({ ...FLIGHT, pacing }));
		const nowMs = FIRST + hours * HOUR_MS;
		const spent = ingest(
			state,
			hourly(FIRST, hours, () => ({ spend: '4.00', clicks: 10, conversions: 1 })),
			nowMs,
		).state;
		return amountsOf(spent, 'adaptive_ml', nowMs);
	};
	const morning = plannedAt('front-loaded', 0);
	FRONT.forEach((amount, day) => expect(Math.abs(morning[day]! / amount - 1)).toBeLessThan(0.03));
	const [today, tomorrow] = plannedAt('front-loaded', 12) as [number, number];
	expect((today - 48) / tomorrow).toBeCloseTo((0.5 * 145) / 135, 1);
});

test('without history the rest of today is the part of its weight that time leaves', () => {
	const state = createState(defined({ ...FLIGHT, pacing: 'front-loaded' }));
	const [today] = amountsOf(state, 'adaptive_ml', FIRST + 12 * HOUR_MS) as [number];
	expect(today).toBeCloseTo((1000 * 0.725) / (0.725 + 8.55), 1);
});

test('days of a flight add up to its amount, whatever its pacing, its events and the strategy', () => {
	const anyCase = fc.record({
		pacing: fc.constantFrom('even' as const, 'front-loaded' as const, 'back-loaded' as const, 'milestones' as const),
		percent: fc.integer({ min: 1, max: 99 }),
		milestoneDay: fc.integer({ min: 0, max: 18 }),
		strategy: fc.constantFrom(...STRATEGIES),
		control: fc.constantFrom('bid-multiplier' as const, 'daily-budget' as const),
		days: fc.integer({ min: 1, max: 20 }),
		cents: fc.integer({ min: 2_000, max: 10_000_000 }),
		factor: fc.integer({ min: 2, max: 40 }).map((tenths) => tenths / 10),
	});
	fc.assert(
		fc.property(anyCase, ({ pacing, percent, milestoneDay, strategy, control, days, cents, factor }) => {
			fc.pre(pacing !== 'milestones' || milestoneDay < days - 1);
			const end = addDays(FLIGHT.start, days - 1);
			const milestones = [{ by: addDays(FLIGHT.start, milestoneDay), spent: percent / 100 }];
			const curve = pacing === 'milestones' ? { milestones } : { pacing };
			const flight = { start: FLIGHT.start, end, amount: (cents / 100).toFixed(2), ...curve };
			const events = [{ name: 'Sale', start: '2026-06-03', factor }];
			const state = createState(defined(flight, control, { events }));
			const planned = datesOf({ start: FLIGHT.start, end }).map((date) =>
				Math.round(100 * Number(optimizeAllocation(state, { strategy, nowMs: FIRST, date }).plan.dayAmount)),
			);
			expect(planned.reduce((sum, amount) => sum + amount, 0)).toBe(cents);
		}),
		{ ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 4) },
	);
});

describe('a flight of thirty days and 3,000.00 that spends what it is planned', () => {
	const LONG = { start: '2026-06-01', end: '2026-06-30', amount: '3000.00' };

	/** Plays days of the flight, each of which spends its amount evenly, or a multiple of it, and the first half of the next one. */
	const played = (pacing: Flight['pacing'], days: number, control: Control, factor = 1) => {
		let state = createState(defined({ ...LONG, pacing }, control));
		for (let day = 0; day <= days; day++) {
			const startMs = FIRST + day * DAY_MS;
			const decided = optimizeAllocation(state, { strategy: 'even_distribution', nowMs: startMs });
			const spend = (factor * Number(decided.plan.dayAmount)) / 24;
			const hours = day === days ? 12 : 24;
			const windows = hourly(startMs, hours, (hour) => ({
				campaignId: 'a',
				spend: (spend * (1 + 0.05 * Math.sin(7 * hour))).toFixed(6),
				clicks: 20,
				conversions: 2,
			}));
			const offered =
				control === 'daily-budget'
					? withOffer(decided.state, { campaignId: 'a', amount: decided.plan.dayAmount, atMs: startMs })
					: decided.state;
			({ state } = ingest(offered, windows, startMs + hours * HOUR_MS));
		}
		return { state, nowMs: FIRST + days * DAY_MS + 12 * HOUR_MS };
	};

	describe.each(['bid-multiplier', 'daily-budget'] as const)('with %s', (control) => {
		test.each`
			pacing            | days  | spent
			${'even'}         | ${10} | ${0.35}
			${'front-loaded'} | ${10} | ${0.46}
			${'front-loaded'} | ${22} | ${0.84}
			${'back-loaded'}  | ${10} | ${0.24}
			${'back-loaded'}  | ${22} | ${0.66}
		`('a $pacing one is on pace after $days days with $spent of it spent', ({ pacing, days, spent }) => {
			const { state, nowMs } = played(pacing, days, control);
			const { utilization, pace, projected, yesterday } = pacingStatus(state, { nowMs }).horizons.flight!;
			expect(utilization).toBeCloseTo(spent, 1);
			expect(pace).toBeGreaterThan(0.97);
			expect(pace).toBeLessThan(1.03);
			expect(projected.mean / 3000).toBeGreaterThan(0.9);
			expect(projected.mean / 3000).toBeLessThan(1.1);
			expect(Number(yesterday!.spent) / Number(yesterday!.neededPerDay)).toBeCloseTo(1, 1);
			const { alerts } = checkExhaustion(state, { nowMs }).exhaustion;
			expect(alerts.filter(({ kind }) => kind.startsWith('flight'))).toEqual([]);
		});

		test('a front-loaded one that spends less than its days is behind, and one that spends more than its days is ahead', () => {
			const paceOf = (factor: number) => {
				const { state, nowMs } = played('front-loaded', 3, control, factor);
				return pacingStatus(state, { nowMs }).horizons.flight!.pace;
			};
			expect(paceOf(0.7)).toBeLessThan(0.85);
			expect(paceOf(1.3)).toBeGreaterThan(1.15);
		});
	});

	test('hours late in a front-loaded flight owe less than the usual hour, and no more than it late in a back-loaded one', () => {
		const owed = (pacing: Flight['pacing']) => {
			const { state, nowMs } = played(pacing, 22, 'bid-multiplier');
			const context = dayContext(state, nowMs);
			return dueShare(context, { campaignId: null, own: state.ledger })(context.learning.series.at(-1)!);
		};
		expect(owed('even')).toBe(1);
		expect(owed('front-loaded')).toBeGreaterThan(0.6);
		expect(owed('front-loaded')).toBeLessThan(0.7);
		expect(owed('back-loaded')).toBe(1);
	});

	test('its days ahead need their parts of what is left, and all of it is due at its end', () => {
		const { state, nowMs } = played('front-loaded', 22, 'daily-budget');
		const context = dayContext(state, nowMs);
		const { days } = periodDays(context, checkDay(context, state).exhaustion)!;
		const ahead = days.slice(22).map(({ needed }) => needed!);
		expect(ahead.at(-1)! / ahead[0]!).toBeCloseTo((1.5 - 29.5 / 30) / (1.5 - 22.5 / 30), 4);
		const { spentBefore } = context.target.periods[0]!;
		expect(ahead.reduce((sum, needed) => sum + needed, 0)).toBeCloseTo(3000 - spentBefore / 100, 0);
		expect([days[0]!.due, days.at(-1)!.due]).toEqual([expect.closeTo(148.33, 2), expect.closeTo(3000, 6)]);
	});

	test.each`
		pacing            | legend
		${'front-loaded'} | ${'front-loaded pace'}
		${'even'}         | ${'even pace'}
	`('its report draws a $legend', ({ pacing, legend }) => {
		const { state, nowMs } = played(pacing, 10, 'daily-budget');
		expect(textOf(budgetReport(state, { nowMs }).html)).toContain(legend);
	});

	test('days before the first report are assumed by the pacing', () => {
		const assumed = (pacing: Flight['pacing']) => {
			const nowMs = FIRST + 10 * DAY_MS;
			const windows = hourly(nowMs - 5 * DAY_MS, 5 * 24, () => ({ spend: '4.00' }));
			const { state } = ingest(createState(defined({ ...LONG, pacing })), windows, nowMs);
			return pacingStatus(state, { nowMs }).horizons.flight!.assumed;
		};
		expect([assumed('even'), assumed('front-loaded'), assumed('back-loaded')]).toEqual(['500.00', '708.33', '291.66']);
	});
});

test.each`
	curve                                                                                   | message                                                                                         | because
	${{ milestones: [] }}                                                                   | ${/must have at least one/}                                                                     | ${'none is no curve'}
	${{ milestones: [{ by: '2026-06-05', spent: 0.5 }], pacing: 'even' }}                   | ${/has a pacing and milestones: give one of them/}                                              | ${'they contradict each other'}
	${{ milestones: [{ by: '2026-05-31', spent: 0.5 }] }}                                   | ${/has the milestone 50% by 2026-05-31, which is not from its start to the day before its end/} | ${'before the flight'}
	${{ milestones: [{ by: '2026-06-10', spent: 0.5 }] }}                                   | ${/has the milestone 50% by 2026-06-10, which is not from its start to the day before its end/} | ${'on its last day all is spent'}
	${{ milestones: [{ by: '2026-06-05', spent: 0.5 }, { by: '2026-06-04', spent: 0.6 }] }} | ${/has the milestone 60% by 2026-06-04 after 50% by 2026-06-05: date and part have to rise/}    | ${'out of order'}
	${{ milestones: [{ by: '2026-06-04', spent: 0.5 }, { by: '2026-06-05', spent: 0.5 }] }} | ${/has the milestone 50% by 2026-06-05 after 50% by 2026-06-04: date and part have to rise/}    | ${'a day without a part has no amount'}
	${{ milestones: [{ by: '2026-06-05', spent: 1 }] }}                                     | ${/must be below 1: all of it is spent by the end of the flight/}                               | ${'a flight that is over early has an earlier end'}
	${{ milestones: [{ by: '2026-06-05', spent: 0 }] }}                                     | ${/must be above 0/}                                                                            | ${'a flight that begins late has a later start'}
`('a flight with $curve is refused: $because', ({ curve, message }) => {
	expect(() => createState(defined({ ...FLIGHT, ...(curve as object) }))).toThrow(message as RegExp);
});

test('a flight is judged by its milestones', () => {
	const milestones = [{ by: '2026-06-02', spent: 0.4 }];
	const state = known(defined({ ...FLIGHT, milestones }));
	const nowMs = FIRST + 2 * DAY_MS;
	const spent = ingest(
		state,
		hourly(FIRST, 48, () => ({ spend: (400 / 48).toFixed(6), clicks: 20, conversions: 2 })),
		nowMs,
	).state;
	expect(pacingStatus(spent, { nowMs }).horizons.flight).toMatchObject({
		utilization: expect.closeTo(0.4, 5),
		pace: expect.closeTo(1, 5),
	});
	expect(textOf(budgetReport(spent, { nowMs }).html)).toContain('pace by its milestones');
});
