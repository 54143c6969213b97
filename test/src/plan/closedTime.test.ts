import fc from 'fast-check';

import { createState, ingest, optimizeAllocation, type SpendPlan, STRATEGIES } from '../../../src/index';
import { CONTROLS } from '../../../src/budget/control';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { type Scene, scene } from '../../support/arbitraries';
import { RUNS } from '../../support/runs';

/** A Monday. */
const MONDAY = Date.UTC(2026, 5, 1);
const DEFINITION = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC' };

const SUNDAYS = { name: 'Sundays', start: '2026-06-07', factor: 0, repeats: 'weekly' as const };
const OFFICE = [{ from: '08:00', to: '18:00' }];

const planOf = (
	changes: object,
	nowMs = MONDAY,
	options: { date?: string; strategy?: (typeof STRATEGIES)[number] } = {},
) =>
	optimizeAllocation(createState({ ...DEFINITION, ...changes }), { strategy: 'even_distribution', nowMs, ...options })
		.plan;

const cents = (amount: string) => Math.round(100 * Number(amount));
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const codes = ({ warnings, constraints }: SpendPlan) => [...warnings, ...constraints].map(({ code }) => code);

/** Amounts of the clock hours of a plan in order. */
const amounts = ({ hours }: SpendPlan) => hours.map(({ amount }) => Number(amount));

describe('a closed day', () => {
	const weekly = { weeklyAmount: '600.00', events: [SUNDAYS] };

	test.each`
		changes                                                                                                     | date            | amount      | because
		${weekly}                                                                                                   | ${'2026-06-01'} | ${'100.00'} | ${'six days share the week'}
		${weekly}                                                                                                   | ${'2026-06-07'} | ${'0.00'}   | ${'Sunday has none'}
		${{ dailyAmount: '50.00', events: [SUNDAYS] }}                                                              | ${'2026-06-07'} | ${'0.00'}   | ${'nor from a daily amount'}
		${{ dailyAmount: '50.00', events: [SUNDAYS] }}                                                              | ${'2026-06-08'} | ${'50.00'}  | ${'which the next day has in full'}
		${{ weeklyAmount: '600.00', openHours: [{ weekdays: ['tuesday', 'friday'], from: '08:00', to: '18:00' }] }} | ${'2026-06-02'} | ${'300.00'} | ${'two weekdays are open'}
		${{ weeklyAmount: '600.00', openHours: [{ weekdays: ['tuesday', 'friday'], from: '08:00', to: '18:00' }] }} | ${'2026-06-03'} | ${'0.00'}   | ${'the others are closed'}
		${{ flight: { start: '2026-06-07', end: '2026-06-07', amount: '10.00' }, events: [SUNDAYS] }}               | ${'2026-06-07'} | ${'0.00'}   | ${'a flight that is closed as a whole'}
	`('$date has $amount: $because', ({ changes, date, amount }) => {
		for (const strategy of STRATEGIES) {
			for (const control of [undefined, ...CONTROLS]) {
				expect(planOf({ control, ...(changes as object) }, MONDAY, { date: date as string, strategy }).dayAmount).toBe(
					amount,
				);
			}
		}
	});

	test('says why, and what the days ahead get', () => {
		const plan = planOf(weekly, MONDAY + 4 * DAY_MS);
		expect(plan.days).toMatchObject([{ date: '2026-06-06' }, { date: '2026-06-07', amount: '0.00', why: 'Closed' }]);
		const sunday = planOf(weekly, MONDAY, { date: '2026-06-07' });
		expect(sunday.warnings).toContainEqual({
			code: 'closed',
			message: 'The day is closed (Sundays): nothing is planned',
		});
		expect(codes(sunday)).not.toContain('event');
		expect(
			sunday.hours.every(({ amount, cap, multiplier }) => amount === '0.00' && cap === '0.00' && multiplier === 0),
		).toBe(true);
	});

	test('counts what was spent on it although it was closed', () => {
		const spent = hourly(MONDAY, 1, () => ({ spend: '60.00' }));
		const events = [{ name: 'Move', start: '2026-06-01', factor: 0 }, SUNDAYS];
		const { state } = ingest(createState({ ...DEFINITION, weeklyAmount: '560.00', events }), spent, MONDAY + HOUR_MS);
		const { plan } = optimizeAllocation(state, { strategy: 'even_distribution', nowMs: MONDAY + HOUR_MS });
		expect(plan).toMatchObject({ dayAmount: '0.00', spent: '60.00' });
		expect(plan.days.slice(0, 2)).toMatchObject([{ amount: '100.00' }, { amount: '100.00' }]);
	});

	test('never changes the total: open days of a flight add up to it', () => {
		const day = fc.integer({ min: 1, max: 14 }).map((date) => `2026-06-${String(date).padStart(2, '0')}`);
		const closed = fc.uniqueArray(day, { minLength: 1, maxLength: 13 });
		const control = fc.constantFrom(undefined, ...CONTROLS);
		fc.assert(
			fc.property(closed, fc.constantFrom(...STRATEGIES), control, (dates, strategy, lever) => {
				const events = dates.map((start) => ({ name: 'Closed', start, factor: 0 }));
				const flight = { start: '2026-06-01', end: '2026-06-14', amount: '1000.01' };
				const plan = planOf({ flight, events, control: lever }, MONDAY, { strategy });
				const days = [{ date: plan.date, amount: plan.dayAmount }, ...plan.days];
				expect(sum(days.map(({ amount }) => cents(amount)))).toBe(100_001);
				expect(days.filter(({ amount }) => cents(amount) === 0).map(({ date }) => date)).toEqual([...dates].sort());
			}),
			{ ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 5) },
		);
	});
});

describe('closed hours', () => {
	const office = { dailyAmount: '100.00', openHours: OFFICE };

	test.each([undefined, ...CONTROLS])('get nothing before anything is known, by %s', (control) => {
		for (const strategy of STRATEGIES) {
			const plan = planOf({ ...office, control }, MONDAY, { strategy });
			expect(amounts(plan).filter((_, hour) => hour < 8 || hour >= 18)).toEqual(new Array(14).fill(0));
			expect(
				amounts(plan)
					.slice(8, 18)
					.every((amount) => amount > 0),
			).toBe(true);
			expect(sum(plan.hours.map(({ amount }) => cents(amount)))).toBe(10_000);
			expect(plan.hours.filter(({ localHour }) => localHour < 8).every(({ cap }) => cap === '0.00')).toBe(true);
		}
	});

	test('leave the rest of the day to the hours that are open: half an hour has half', () => {
		const openHours = [{ from: '08:30', to: '10:00' }];
		expect(amounts(planOf({ dailyAmount: '90.00', openHours }))).toEqual(
			Array.from({ length: 24 }, (_, hour) => (hour === 8 ? 30 : hour === 9 ? 60 : 0)),
		);
	});

	test('need no minimum, and no step from them to the next hour', () => {
		const limits = { minHourlyAmount: '5.00', maxHourlyChange: 0.1, maxHourlyShare: 0.2 };
		const plan = planOf({ ...office, limits });
		expect(amounts(plan).slice(8, 18)).toEqual(new Array(10).fill(10));
		expect(codes(plan)).not.toContain('minimum-per-hour');
		expect(plan.unspendable).toBe('0.00');
	});

	test('are named, with what closes them where a daily budget cannot', () => {
		const detail = 'The day is open 08:00-18:00: closed hours get nothing';
		expect(planOf({ ...office, control: 'bid-multiplier' }).constraints).toEqual([{ code: 'closed-hours', detail }]);
		expect(planOf({ ...office, control: 'daily-budget' }).constraints).toEqual([
			expect.objectContaining({ code: 'expected-delivery' }),
			{ code: 'closed-hours', detail },
			{
				code: 'closed-hours-not-set',
				detail: 'A daily budget does not close hours: give the campaigns an ad schedule of 08:00-18:00 for such days',
			},
		]);
	});

	test('in the evening say what is left of the day', () => {
		const plan = planOf(office, MONDAY + 19 * HOUR_MS);
		expect(plan).toMatchObject({ dayAmount: '100.00', unspendable: '100.00' });
		expect(plan.warnings).toContainEqual({
			code: 'closed-for-today',
			message: "No open hour is left today: €100.00 of the day's amount remains",
		});
	});

	test('that spend are known to have, and get no more', () => {
		const spent = hourly(MONDAY, 1, () => ({ spend: '7.00' }));
		const { state } = ingest(createState({ ...DEFINITION, ...office }), spent, MONDAY + HOUR_MS / 2);
		const { plan } = optimizeAllocation(state, { strategy: 'even_distribution', nowMs: MONDAY + HOUR_MS / 2 });
		expect(amounts(plan).slice(0, 9)).toEqual([7, 0, 0, 0, 0, 0, 0, 0, 9.3]);
	});

	test('a day with fewer open hours gets less of a longer amount, by the clock, before more is known', () => {
		const openHours = [
			{ weekdays: ['monday' as const], from: '08:00', to: '18:00' },
			{ weekdays: ['tuesday' as const], from: '08:00', to: '16:00' },
		];
		for (const strategy of STRATEGIES) {
			expect(planOf({ weeklyAmount: '180.00', openHours }, MONDAY, { strategy }).dayAmount).toBe('100.00');
		}
	});

	test('a flight that ends at six has its last day until six', () => {
		const flight = {
			start: '2026-06-01',
			end: '2026-06-02',
			amount: '420.00',
			endTime: '18:00',
			pacing: 'even' as const,
		};
		expect(planOf({ flight }).dayAmount).toBe('240.00');
		const last = planOf({ flight }, MONDAY, { date: '2026-06-02' });
		expect(last.dayAmount).toBe('180.00');
		expect(amounts(last).slice(16, 20)).toEqual([10, 10, 0, 0]);
		const history = hourly(MONDAY - 28 * DAY_MS, 28 * 24, () => ({ spend: '10.00', clicks: 10 }));
		const { state } = ingest(createState({ ...DEFINITION, flight }), history, MONDAY);
		for (const strategy of STRATEGIES) {
			const { plan } = optimizeAllocation(state, { strategy, nowMs: MONDAY });
			expect(Number(plan.dayAmount)).toBeCloseTo(240, 0);
		}
	});

	const opening = fc
		.tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 48 }))
		.filter(([from, to]) => from < to)
		.map(([from, to]) => ({ from: clock(from), to: clock(to) }));
	const clock = (halves: number) =>
		`${String(Math.floor(halves / 2)).padStart(2, '0')}:${halves % 2 === 0 ? '00' : '30'}`;

	const opened: fc.Arbitrary<Scene> = fc
		.tuple(scene, fc.array(opening, { minLength: 1, maxLength: 3 }), fc.constantFrom(undefined, ...CONTROLS))
		.map(([given, openHours, control]) => ({
			...given,
			definition: {
				...given.definition,
				limits: { ...given.definition.limits, minHourlyShare: 0 },
				openHours,
				control,
			},
		}));

	test('never get more than was delivered in them, and the day still adds up', () => {
		fc.assert(
			fc.property(opened, fc.constantFrom(...STRATEGIES), ({ definition, windows, nowMs }, strategy) => {
				const { state } = ingest(createState(definition), windows, nowMs);
				const { plan } = optimizeAllocation(state, { strategy, nowMs });
				const open = (localHour: number) =>
					definition.openHours!.some(
						({ from, to }) =>
							Number(to.slice(0, 2)) + Number(to.slice(3)) / 60 > localHour && Number(from.slice(0, 2)) <= localHour,
					);
				for (const { state: when, localHour, amount, spent } of plan.hours) {
					if (when !== 'past' && !open(localHour)) expect(Number(amount)).toBe(Number(spent ?? 0));
				}
				if (plan.warnings.some(({ code }) => code.startsWith('overspen'))) return;
				const total = sum(plan.hours.map(({ amount }) => Number(amount))) + Number(plan.unspendable);
				expect(total).toBeCloseTo(Number(plan.dayAmount), 6);
			}),
			RUNS,
		);
	});

	test('all day are no restriction: plans are those without opening times', () => {
		fc.assert(
			fc.property(scene, fc.constantFrom(...STRATEGIES), ({ definition, windows, nowMs }, strategy) => {
				const plans = [undefined, [{ from: '00:00', to: '24:00' }]].map((openHours) => {
					const { state } = ingest(createState({ ...definition, openHours }), windows, nowMs);
					const { plan } = optimizeAllocation(state, { strategy, nowMs });
					return {
						dayAmount: plan.dayAmount,
						hours: plan.hours,
						constraints: plan.constraints,
						warnings: plan.warnings,
					};
				});
				expect(plans[1]).toEqual(plans[0]);
			}),
			RUNS,
		);
	});
});
