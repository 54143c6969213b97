import {
	checkExhaustion,
	createState,
	ingest,
	optimizeAllocation,
	pacingStatus,
	type PacingState,
	reallocate,
	splitMoney,
	STRATEGIES,
} from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday, and the first of a month that begins and ends within whole weeks of 2026. */
const TODAY = Date.UTC(2026, 5, 1);

const DEFINITION = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00' } as const;

const EVEN_DAY = splitMoney('1000.00', Array<number>(24).fill(1), 'EUR');

/** 28 days that each spend 1000.00 evenly, up to today. */
const evenHistory = hourly(TODAY - 28 * DAY_MS, 28 * 24, (hour) => ({
	spend: EVEN_DAY[hour % 24]!,
	clicks: 20,
	conversions: 2,
}));

const learned = ingest(createState(DEFINITION), evenHistory, TODAY).state;

/** A state in which an amount is spent evenly by an hour of today. */
function spentBy(spent: string, hour: number, state: PacingState = learned): PacingState {
	const amounts = splitMoney(spent, Array<number>(hour).fill(1), 'EUR');
	const windows = hourly(TODAY, hour, (position) => ({ spend: amounts[position]!, clicks: 20, conversions: 2 }));
	return ingest(state, windows, TODAY + hour * HOUR_MS).state;
}

const cents = (amounts: readonly string[]) =>
	amounts.reduce((sum, amount) => sum + Math.round(100 * Number(amount)), 0);

describe('1000.00 over the 24 hours of a day', () => {
	const histories = [
		{ history: 'without history', state: createState(DEFINITION) },
		{ history: 'after 28 even days', state: learned },
	];
	test.each(histories.flatMap((given) => STRATEGIES.map((strategy) => ({ ...given, strategy }))))(
		'$strategy plans exactly 1000.00 $history',
		({ state, strategy }) => {
			const { plan } = optimizeAllocation(state, { strategy, nowMs: TODAY });
			expect(plan.hours).toHaveLength(24);
			expect(plan.hours.every(({ amount }) => /^\d+\.\d\d$/.test(amount))).toBe(true);
			expect(cents(plan.hours.map(({ amount }) => amount))).toBe(100_000);
			expect(plan).toMatchObject({ dayAmount: '1000.00', unspendable: '0.00' });
		},
	);
});

describe('a day of 1000.00 after 28 even days', () => {
	test.each([
		{ spent: '200.00', hour: 6, risk: false, because: '20% is spent in 25% of the day' },
		{ spent: '500.00', hour: 8, risk: true, because: 'half is spent in a third of the day' },
		{ spent: '700.00', hour: 10, risk: true, because: '300.00 is left for 14 hours that take 583.33' },
		{ spent: '950.00', hour: 20, risk: true, because: '50.00 is left for 4 hours that take 166.67' },
		{ spent: '300.00', hour: 18, risk: false, because: '700.00 is left for 6 hours that take 250.00' },
	])('$spent spent by $hour:00 is at risk: $risk, because $because', ({ spent, hour, risk }) => {
		const nowMs = TODAY + hour * HOUR_MS;
		const { exhaustion } = checkExhaustion(spentBy(spent, hour), { nowMs });
		expect(exhaustion.status === 'at-risk').toBe(risk);
		expect(exhaustion.probability > 0.5).toBe(risk);
		expect(exhaustion.darkHours > 0.5).toBe(risk);
		if (risk) {
			expect(exhaustion.exhaustionMs.median).toBeGreaterThan(nowMs);
			expect(exhaustion.exhaustionMs.median).toBeLessThan(TODAY + DAY_MS);
			expect(exhaustion.valueAtRisk.conversions).toBeGreaterThan(0);
		}
	});

	test('the budget runs out when usual spend reaches what is left', () => {
		const { exhaustion } = checkExhaustion(spentBy('950.00', 20), { nowMs: TODAY + 20 * HOUR_MS });
		const hoursLeft = (exhaustion.exhaustionMs.median! - (TODAY + 20 * HOUR_MS)) / HOUR_MS;
		expect(hoursLeft).toBeGreaterThan(0.9);
		expect(hoursLeft).toBeLessThan(1.35);
	});
});

describe('weekly and monthly targets', () => {
	const longer = { ...DEFINITION, weeklyAmount: '7000.00', monthlyAmount: '30000.00' };
	const wednesday = TODAY + 2 * DAY_MS;
	const nowMs = wednesday + 12 * HOUR_MS;
	const thisWeek = hourly(TODAY, 60, (hour) => ({ spend: EVEN_DAY[hour % 24]! }));
	const recent = evenHistory.slice(8 * 24);
	const state = ingest(createState(longer), [...recent, ...thisWeek], nowMs).state;
	const spent = cents(thisWeek.map(({ spend }) => String(spend))) / 100;

	test('spend of the week and of the month is that of their own days', () => {
		const { horizons } = checkExhaustion(state, { nowMs }).exhaustion;
		expect(Number(horizons.week!.spent)).toBe(spent);
		expect(Number(horizons.month!.spent)).toBe(spent);
		expect(horizons.week!.utilization).toBeCloseTo(spent / 7000, 12);
		expect(horizons.month!.utilization).toBeCloseTo(spent / 30000, 12);
	});

	test('days that continue as before end the week on target', () => {
		const { week, month } = checkExhaustion(state, { nowMs }).exhaustion.horizons;
		expect(week!.projected.mean).toBeGreaterThan(6900);
		expect(week!.projected.mean).toBeLessThan(7100);
		expect(month!.projected.mean).toBeGreaterThan(29_500);
		expect(month!.projected.mean).toBeLessThan(30_500);
	});

	test.each`
		events                                                    | dailyAmount  | projected | because
		${[{ name: 'Fair', start: '2026-06-05', factor: 3 }]}     | ${undefined} | ${9000}   | ${'a later day gets three times its share'}
		${[{ name: 'Closed', start: '2026-06-06', factor: 0.5 }]} | ${undefined} | ${6500}   | ${'a quiet day gets half'}
		${[{ name: 'Fair', start: '2026-06-02', factor: 3 }]}     | ${undefined} | ${7000}   | ${'a past event does not change the projection'}
		${[{ name: 'Unknown', start: '2026-06-05' }]}             | ${undefined} | ${7000}   | ${'nothing was learned about it'}
		${[{ name: 'Fair', start: '2026-06-05', factor: 3 }]}     | ${'1200.00'} | ${7200}   | ${'a day is limited to its daily amount'}
		${[{ name: 'Fair', start: '2026-06-05', factor: 3 }]}     | ${'500.00'}  | ${7000}   | ${'days that usually overspend the daily amount continue to'}
	`('a week with an event is projected at about $projected: $because', ({ events, dailyAmount, projected }) => {
		const { horizons } = checkExhaustion(
			{ ...state, definition: createState({ ...longer, dailyAmount, events }).definition },
			{ nowMs },
		).exhaustion;
		expect(Math.abs(horizons.week!.projected.mean / projected - 1)).toBeLessThan(0.02);
	});

	test('hours folded in the middle of a day do not count as hours without spend', () => {
		const even = (days: number) => {
			const windows = hourly(nowMs - days * DAY_MS, days * 24, (hour) => ({ spend: EVEN_DAY[hour % 24]! }));
			return checkExhaustion(ingest(createState(longer), windows, nowMs).state, { nowMs }).exhaustion.spendByDayEnd;
		};
		const unfolded = even(29.5);
		const folded = even(30.5);
		expect(folded.mean / unfolded.mean).toBeCloseTo(1, 2);
		expect((folded.high - folded.low) / (unfolded.high - unfolded.low)).toBeLessThan(1.2);
	});

	test('the status has the same horizons, and the utilization of the day', () => {
		const status = pacingStatus(state, { nowMs });
		expect(status.horizons).toEqual(checkExhaustion(state, { nowMs }).exhaustion.horizons);
		expect(status.day.utilization).toBeCloseTo(Number(status.day.spent) / Number(status.day.amount), 12);
		expect(Object.keys(status.horizons)).toEqual(['week', 'month']);
	});

	test('a budget without longer targets has no horizons', () => {
		expect(checkExhaustion(learned, { nowMs: TODAY }).exhaustion.horizons).toEqual({});
	});
});

describe('reallocation', () => {
	const BETTER = [18, 19, 20, 21];
	const maxHourlyShare = 0.08;
	const nowMs = TODAY + 6 * HOUR_MS;
	const limited = { ...DEFINITION, limits: { maxHourlyShare } };
	/** 45 days, of which the evenings of the last six convert twice as well. */
	const stateWith = (factor: number) => {
		const shifted = hourly(TODAY - 45 * DAY_MS, 45 * 24, (hour) => {
			const better = BETTER.includes(hour % 24) && hour >= 39 * 24;
			return { spend: EVEN_DAY[hour % 24]!, clicks: 200, conversions: better ? 20 * factor : 20 };
		});
		const ingested = ingest(createState(limited), [...shifted, ...hourly(TODAY, 6, () => ({ spend: '41.60' }))], nowMs);
		return optimizeAllocation(ingested.state, { strategy: 'adaptive_ml', nowMs }).state;
	};

	test('evenings that have converted twice as well for six days get more budget', () => {
		const before = stateWith(2);
		const { state, reallocation } = reallocate(before, { nowMs });
		const { from, to, moves, evidence } = reallocation;
		expect(reallocation.changed).toBe(true);
		expect(evidence.eValue).toBeGreaterThanOrEqual(evidence.threshold);
		expect(evidence.changes.map(({ localHour }) => localHour).sort()).toEqual(BETTER);
		for (const hour of BETTER)
			expect(Number(to.hours[hour]!.amount)).toBeGreaterThan(Number(from!.hours[hour]!.amount));
		expect(cents(moves.map(({ amount }) => amount))).toBe(0);
		expect(state.plan).toEqual(to);
	});

	test('the total and the maximum share hold after the move', () => {
		const { to, from } = reallocate(stateWith(2), { nowMs }).reallocation;
		const total = (plan: typeof to) => cents(plan.hours.map(({ amount }) => amount));
		expect(total(to)).toBe(total(from!));
		expect(total(to)).toBe(100_000);
		for (const { amount } of to.hours) expect(Number(amount)).toBeLessThanOrEqual(1000 * maxHourlyShare);
	});

	test('without a change in results nothing moves, and the state does not change', () => {
		const before = stateWith(1);
		const { state, reallocation } = reallocate(before, { nowMs });
		expect(reallocation).toMatchObject({ changed: false, moves: [] });
		expect(reallocation.evidence.eValue).toBeLessThan(reallocation.evidence.threshold);
		expect(state).toEqual(before);
	});
});

describe('the lifecycle of an alert', () => {
	test('it notifies once when it fires and once when it resolves', () => {
		const calm = checkExhaustion(spentBy('250.00', 6), { nowMs: TODAY + 6 * HOUR_MS });
		const firingMs = TODAY + 10 * HOUR_MS;
		const firing = checkExhaustion(spentBy('700.00', 10, calm.state), { nowMs: firingMs });
		const still = checkExhaustion(firing.state, { nowMs: firingMs + 5 * 60_000 });
		const corrected = spentBy('400.00', 10, still.state);
		const resolved = checkExhaustion(corrected, { nowMs: firingMs + 10 * 60_000 });
		const quiet = checkExhaustion(resolved.state, { nowMs: firingMs + 15 * 60_000 });
		const alerts = [calm, firing, still, resolved, quiet].map(({ exhaustion: { alert } }) => [
			alert.state,
			alert.notify,
		]);
		expect(alerts).toEqual([
			['ok', false],
			['firing', true],
			['firing', false],
			['resolved', true],
			['ok', false],
		]);
		expect(still.exhaustion.alert.sinceMs).toBe(firingMs);
		expect(still.exhaustion.alert.dedupKey).toBe(firing.exhaustion.alert.dedupKey);
	});
});
