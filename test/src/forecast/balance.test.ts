import fc from 'fast-check';

import {
	balanceWords,
	type BudgetDefinitionInput,
	checkExhaustion,
	createState,
	describeAlert,
	ingest,
	optimizeAllocation,
	type PacingState,
	pacingStatus,
	STRATEGIES,
} from '../../../src/index';
import { toMinorUnits } from '../../../src/money/minorUnits';
import { isLastDays } from '../../../src/plan/dayTarget';
import { amountIn, scene } from '../../support/arbitraries';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

const FEW = { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 4) };

const START = Date.parse('2026-11-01T00:00:00Z');
const PAID = { prepaid: [{ date: '2026-11-10', amount: '2000.00' }] };
const TOPPED_UP = { prepaid: [...PAID.prepaid, { date: '2026-11-27', amount: '500.00' }] };

const noonOf = (day: number): number => START + (day - 1) * DAY_MS + 12 * HOUR_MS + 20 * 60_000;

/** 96.00 a day since the first of November, at noon of a later day. */
function stateOn(day: number, definition: Partial<BudgetDefinitionInput>, before?: PacingState): PacingState {
	const base = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', control: 'daily-budget' as const };
	const windows = hourly(START, (day - 1) * 24 + 11, () => ({ spend: 4, conversions: 1 }));
	const { state } = ingest(createState({ ...base, ...definition }), windows, noonOf(day));
	const kept =
		before === undefined ? state : { ...state, alert: before.alert, ...(before.alerts && { alerts: before.alerts }) };
	return optimizeAllocation(kept, { strategy: 'even_distribution', nowMs: noonOf(day) }).state;
}

describe('the balance of an account with 2,000.00 paid on 10 November that spends 96.00 a day', () => {
	test.each`
		day   | definition                                    | left         | amount      | from         | runsOut         | because
		${9}  | ${{ dailyAmount: '100.00', ...PAID }}         | ${undefined} | ${'100.00'} | ${'day'}     | ${undefined}    | ${'before the first payment nothing is known of it'}
		${10} | ${{ dailyAmount: '100.00', ...PAID }}         | ${'1956.00'} | ${'100.00'} | ${'day'}     | ${'2026-11-30'} | ${'what was spent before it is not taken from it'}
		${25} | ${{ dailyAmount: '100.00', ...PAID }}         | ${'516.00'}  | ${'100.00'} | ${'day'}     | ${'2026-11-30'} | ${'fifteen days and eleven hours of it are gone'}
		${30} | ${{ dailyAmount: '100.00', ...PAID }}         | ${'36.00'}   | ${'80.00'}  | ${'balance'} | ${'2026-11-30'} | ${'the last day has what is left'}
		${31} | ${{ dailyAmount: '100.00', ...PAID }}         | ${'-60.00'}  | ${'0.00'}   | ${'balance'} | ${'2026-12-01'} | ${'nothing is left'}
		${25} | ${{ dailyAmount: '100.00', ...TOPPED_UP }}    | ${'516.00'}  | ${'100.00'} | ${'day'}     | ${'2026-12-06'} | ${'a payment of later days lengthens it'}
		${27} | ${{ dailyAmount: '100.00', ...TOPPED_UP }}    | ${'824.00'}  | ${'100.00'} | ${'day'}     | ${'2026-12-06'} | ${'and counts from its day on'}
		${31} | ${{ monthlyAmount: '3100.00', ...TOPPED_UP }} | ${'440.00'}  | ${'100.00'} | ${'month'}   | ${'2026-12-06'} | ${'a month begins within it'}
	`('on day $day, $left is left and $amount of today: $because', ({ day, definition, left, amount, from, runsOut }) => {
		const state = stateOn(day, definition);
		const status = pacingStatus(state, { nowMs: noonOf(day) });
		expect(status.balance?.left).toBe(left);
		expect(status.balance?.runsOut?.median).toBe(runsOut);
		expect(state.plan!.dayAmount).toBe(amount);
		expect(status.day).toMatchObject({ amount, amountFrom: from });
	});

	test.each`
		date            | definition                                 | amount      | because
		${'2026-11-27'} | ${{ dailyAmount: '250.00', ...PAID }}      | ${'214.00'} | ${'464.00 was left when the 26th began, which gets its 250.00 first'}
		${'2026-11-28'} | ${{ dailyAmount: '250.00', ...PAID }}      | ${'0.00'}   | ${'nothing is left then'}
		${'2026-11-29'} | ${{ dailyAmount: '250.00', ...TOPPED_UP }} | ${'214.00'} | ${'500.00 are paid on the 27th'}
		${'2026-11-30'} | ${{ dailyAmount: '250.00', ...TOPPED_UP }} | ${'0.00'}   | ${'and are gone'}
		${'2026-11-28'} | ${{ dailyAmount: '10.00', ...PAID }}       | ${'10.00'}  | ${'where enough is left nothing changes'}
	`('planned on the 26th, $date gets $amount: $because', ({ date, definition, amount }) => {
		const state = stateOn(26, definition as object);
		const { plan } = optimizeAllocation(state, { strategy: 'even_distribution', nowMs: noonOf(26), date });
		expect(plan.dayAmount).toBe(amount);
	});

	test('the days ahead get their amounts until it is gone', () => {
		const planned = (definition: object) =>
			stateOn(27, { monthlyAmount: '3000.00', ...definition }).plan!.days.map(({ amount, why }) => [amount, why]);
		const even = 'An even part of what is left';
		const left = 'What is left of the prepaid balance';
		expect(planned({ prepaid: [{ date: '2026-11-20', amount: '900.00' }] })).toEqual([
			['102.00', left],
			['0.00', left],
			['0.00', left],
		]);
		expect(
			planned({
				prepaid: [
					{ date: '2026-11-29', amount: '1000' },
					{ date: '2026-11-20', amount: '900.00' },
				],
			}),
		).toEqual([
			['102.00', left],
			['126.00', even],
			['126.00', even],
		]);
	});

	test('it is told a week before, and again when it is gone, and is over with a payment', () => {
		const told: string[] = [];
		let before: PacingState | undefined;
		for (let day = 20; day <= 34; day++) {
			const paid = day >= 33 ? [{ date: '2026-12-03', amount: '4000.00' }] : [];
			const definition = { dailyAmount: '100.00', prepaid: [...PAID.prepaid, ...paid] };
			for (const hour of [0, 1]) {
				const nowMs = noonOf(day) + hour * HOUR_MS;
				const checked = checkExhaustion(hour === 0 ? stateOn(day, definition, before) : before!, { nowMs });
				before = checked.state;
				const news = checked.exhaustion.alerts.filter(({ kind, notify }) => kind === 'balance-low' && notify);
				told.push(...news.map(({ state, message }) => `${day} ${state}: ${message}`));
			}
		}
		expect(told).toEqual([
			expect.stringMatching(
				/^23 firing: The prepaid balance of €7\d\d.00 will run out on about 30 November, in 7 days/,
			),
			expect.stringMatching(
				/^31 firing: The prepaid balance is used up and exceeded by €\d+.00: nothing is left until/,
			),
			expect.stringMatching(/^33 resolved: Resolved. €3,\d{3}.00 is left of the prepaid balance$/),
		]);
	});

	test('a balance that is gone is said by status, plan and message, and not as the day of the budget', () => {
		const nowMs = noonOf(31);
		const state = stateOn(31, { dailyAmount: '100.00', ...PAID });
		const { exhaustion } = checkExhaustion(state, { nowMs });
		expect(exhaustion).toMatchObject({ status: 'exhausted', alert: { state: 'ok' } });
		const message = describeAlert(state, { exhaustion, nowMs });
		expect(message.sentence).toBe(
			'The prepaid balance is used up and exceeded by €60.00: nothing is left until it is topped up. Top up the balance, or lower or pause the campaigns.',
		);
		expect(state.plan!.warnings.map(({ code }) => code)).toContain('balance-spent');
	});
});

test.each`
	forecast                                                                                                     | status          | words                                                                                                                                                  | because
	${{ left: '508.00', runsOut: { median: '2026-11-30', low: '2026-11-29', high: '2026-12-02' } }}              | ${'on-pace'}    | ${'€508.00 is left of the prepaid balance. At the present pace it runs out on about 30 November, in 5 days (29 November to 2 December).'}              | ${'all is known'}
	${{ left: '508.00', runsOut: { median: '2026-11-26', low: '2026-11-26', high: '2026-11-26' }, daysLeft: 1 }} | ${'on-pace'}    | ${'€508.00 is left of the prepaid balance. At the present pace it runs out on about 26 November, in 1 day.'}                                           | ${'one day is no interval'}
	${{ left: '508.00', runsOut: { median: '2027-11-20', low: '2027-10-01', high: null } }}                      | ${'on-pace'}    | ${'€508.00 is left of the prepaid balance. At the present pace it runs out on about 20 November, in 5 days (1 October to more than a year from now).'} | ${'its end may be beyond a year'}
	${{ left: '508.00', runsOut: { median: null, low: null, high: null }, daysLeft: null }}                      | ${'on-pace'}    | ${'€508.00 is left of the prepaid balance. At the present pace it lasts for more than a year.'}                                                        | ${'it is beyond it'}
	${{ left: '508.00', runsOut: null, daysLeft: null }}                                                         | ${'on-pace'}    | ${'€508.00 is left of the prepaid balance.'}                                                                                                           | ${'there is no history'}
	${{ left: '508.00', runsOut: { median: '2026-11-30', low: '2026-11-29', high: '2026-12-02' } }}              | ${'stale-data'} | ${'€508.00 is left of the prepaid balance.'}                                                                                                           | ${'old data say nothing of the pace'}
	${{ left: '0.00', runsOut: null, daysLeft: 0 }}                                                              | ${'exhausted'}  | ${'The prepaid balance is used up: nothing is left until it is topped up.'}                                                                            | ${'it is gone to the cent'}
`('in words: $because', ({ forecast, status, words }) => {
	expect(balanceWords({ daysLeft: 5, ...forecast }, { currency: 'EUR', status })).toBe(words);
});

test.each`
	prepaid                                      | message                                           | because
	${[]}                                        | ${/must hold a payment/}                          | ${'no payment is no balance'}
	${[{ date: '2026-11-31', amount: '1' }]}     | ${/must be a date/}                               | ${'November has thirty days'}
	${[{ date: '2026-11-30', amount: '0' }]}     | ${/an amount on 2026-11-30 that must be above 0/} | ${'nothing was paid'}
	${[{ date: '2026-11-30', amount: '0.001' }]} | ${/must be whole minor units of EUR/}             | ${'cents are whole'}
`('payments $prepaid are refused: $because', ({ prepaid, message }) => {
	const base = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1' };
	expect(() => createState({ ...base, prepaid })).toThrow(message);
	expect(() => createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', prepaid: PAID.prepaid })).toThrow(
		/needs an amount/,
	);
});

test.each`
	from         | isLast   | because
	${'balance'} | ${false} | ${'a balance may be topped up, and has no last day'}
	${'day'}     | ${false} | ${'nor has a daily amount'}
	${'month'}   | ${true}  | ${'no day of the month is ahead'}
`('a day of $from without days ahead is one of the last: $isLast, because $because', ({ from, isLast }) => {
	expect(isLastDays({ from, ahead: [] })).toBe(isLast);
});

test('days between the first payment and the first report are a warning', () => {
	const state = stateOn(20, { dailyAmount: '100.00', prepaid: [{ date: '2026-10-15', amount: '9000' }] });
	expect(state.plan!.warnings.map(({ message }) => message)).toContain(
		'No spend is reported from 2026-10-15 to 2026-10-31: the prepaid balance may be lower than it seems. Enter the balance of a later day',
	);
});

test('no plan exceeds what is left of the balance, and one that is large changes no plan', () => {
	const budget = scene.chain((one) =>
		fc.record({
			one: fc.constant(one),
			amount: amountIn(one.definition.currency, 1, 100_000),
			monthlyAmount: amountIn(one.definition.currency, 15_000, 4_000_000),
			strategy: fc.constantFrom(...STRATEGIES),
			control: fc.constantFrom('bid-multiplier' as const, 'daily-budget' as const),
		}),
	);
	fc.assert(
		fc.property(budget, ({ one, amount, monthlyAmount, strategy, control }) => {
			const { definition, windows, nowMs } = one;
			const defined = { ...definition, limits: {}, monthlyAmount, control };
			const planned = (prepaid?: BudgetDefinitionInput['prepaid']) => {
				const { state } = ingest(createState({ ...defined, ...(prepaid && { prepaid }) }), windows, nowMs);
				const { plan } = optimizeAllocation(state, { strategy, nowMs });
				const warnings = plan.warnings.filter(({ code }) => code !== 'balance-unknown');
				return { plan: { ...plan, warnings, planId: '', definitionId: '' }, status: pacingStatus(state, { nowMs }) };
			};
			const units = (value: string | number) => toMinorUnits(value, definition.currency, 'nearest');
			const { plan, status } = planned([{ date: '2026-01-01', amount }]);
			const gone = units(status.day.spent) + units(status.day.unreported.mean);
			expect(units(plan.dayAmount)).toBeLessThanOrEqual(Math.max(0, units(status.balance!.left)) + gone + 1);
			expect(plan.days.every((day) => Number(day.amount) >= 0)).toBe(true);
			const within = plan.days.reduce((sum, day) => sum + units(day.amount), units(plan.dayAmount));
			expect(within).toBeLessThanOrEqual(units(amount));
			expect(planned([{ date: '2026-01-01', amount: '8000000000' }]).plan).toEqual(planned().plan);
		}),
		FEW,
	);
});
