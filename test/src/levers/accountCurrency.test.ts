import { createState, ingest, optimizeAllocation, preparePush, readState } from '../../../src/index';
import { PushTarget, type PushTargetInput } from '../../../src/platforms/pushTarget';
import type { PushRecord } from '../../../src/records/pushRecord';
import { DAY_MS, hourly } from '../../support/deliveries';
import { MORNING_MS } from '../../support/plans';
import { ANY_STEP, pushEuros } from '../../support/pushEuros';

/** A Google budget with a number of dollars in force. */
const google = (current: number, more: object = {}): PushTargetInput => ({
	platform: 'google_ads',
	lever: 'dayTotal',
	accountId: '1',
	accountCurrency: 'USD',
	objects: [{ id: '222', current: current * 1e6 }],
	...more,
});

describe('a plan in euros for an account in dollars', () => {
	const { push, pushes } = pushEuros(google(900));

	test('is pushed in dollars; request and record contain both amounts and the rate', () => {
		const exchange = { amount: '920.00', currency: 'EUR', rate: 0.92 };
		expect(push).toMatchObject({ currency: 'USD', held: [] });
		expect(push.requests).toMatchObject([
			{
				body: { operations: [{ update: { amountMicros: '1000000000' } }] },
				from: '900.00',
				to: '1000.00',
				dayCeiling: '2000.00',
				exchange,
				rollback: { body: { operations: [{ update: { amountMicros: '900000000' } }] } },
				reason: {
					message:
						'Plan 2026-11-27-0000000000000001 allocates €920.00 of the day (US$1,000.00 at a rate of 0.92) to budget/222: its daily budget is raised from US$900.00 to US$1,000.00',
				},
			},
		]);
		expect(pushes).toMatchObject([{ from: '900.00', to: '1000.00', exchange }]);
	});

	test('has no exchange rate for an account in euros', () => {
		const { push: same, pushes: recorded } = pushEuros(google(800, { accountCurrency: 'EUR' }));
		expect(same).toMatchObject({ currency: 'EUR', requests: [{ to: '920.00' }] });
		expect(same.requests[0]).not.toHaveProperty('exchange');
		expect(recorded[0]).not.toHaveProperty('exchange');
	});

	test('is rejected without an exchange rate for dollars, and the error says where to add one', () => {
		expect(() => pushEuros(google(900), { rates: { JPY: '0.0061' } })).toThrow(
			expect.objectContaining({
				message: 'The account is in USD, and the budget in EUR has no exchange rate for it',
				description: "Add USD to 'Exchange Rates' in Pacing Budget, or correct 'Account Currency'.",
			}),
		);
	});

	test('is rejected if the converted amount is too large to be exact', () => {
		expect(() => pushEuros(google(900), { rates: { USD: '0.00000000000001' } })).toThrow(
			/more than the largest amount in USD/,
		);
	});

	test.each(['usd', 'Dollar', '', 'constructor'])("is refused for the account currency '%s'", (accountCurrency) => {
		expect(() => PushTarget.parse(google(900, { accountCurrency }))).toThrow(/must be three capital letters/);
	});

	test.each`
		accountCurrency | platform        | more                      | current         | dayAmount   | to          | because
		${'USD'}        | ${'google_ads'} | ${{ accountId: '1' }}     | ${'100000000'}  | ${'100.00'} | ${'108.69'} | ${'108.6956... is rounded down'}
		${'JPY'}        | ${'google_ads'} | ${{ accountId: '1' }}     | ${'9000000000'} | ${'100.00'} | ${'16393'}  | ${'a yen has no decimals: 16393.44...'}
		${'KWD'}        | ${'google_ads'} | ${{ accountId: '1' }}     | ${'9000000'}    | ${'100.00'} | ${'33.350'} | ${'Google bills hundredths of a dinar'}
		${'KWD'}        | ${'meta_ads'}   | ${{}}                     | ${'900'}        | ${'100.00'} | ${'33.350'} | ${'Meta counts hundredths of a dinar'}
		${'USD'}        | ${'generic'}    | ${{ url: 'https://a.b' }} | ${'1'}          | ${'0.01'}   | ${'0.01'}   | ${'0.0108... is a cent'}
	`(
		'of $dayAmount gets $to $accountCurrency on $platform: $because',
		({ accountCurrency, platform, more, current, dayAmount, to }) => {
			const objects = [{ id: '1', current }];
			const target = { platform, lever: 'dayTotal', accountCurrency, objects, ...more } as PushTargetInput;
			const { push: prepared } = pushEuros(target, { dayAmount, guards: ANY_STEP });
			expect(prepared.requests).toMatchObject([{ to }]);
		},
	);

	test('compares edits, pushes and limits in dollars', () => {
		const last: PushRecord = {
			...pushes[0]!,
			status: 'confirmed',
			atMs: MORNING_MS - DAY_MS,
			planId: 'earlier',
			to: '1000.00',
		};
		const edited = pushEuros(google(1100), { pushes: [last] }).push;
		expect(edited.held).toMatchObject([
			{
				code: 'edited-by-someone',
				message: expect.stringMatching(/^US\$1,000\.00 was pushed, but US\$1,100\.00 is in force/),
			},
		]);
		const unchanged = pushEuros(google(1000), { pushes: [last] }).push;
		expect(unchanged.held).toMatchObject([{ code: 'unchanged', message: 'US$1,000.00 is already in force' }]);
		const step = pushEuros(google(500), { guards: { maxChangeFraction: 0.5 } }).push;
		expect(step.requests).toMatchObject([{ to: '750.00', exchange: { amount: '690.00' } }]);
		expect(step.held).toMatchObject([{ code: 'max-change', wanted: '1000.00', allowed: '750.00' }]);
		const today: PushRecord = { ...last, atMs: MORNING_MS, from: '1050.00', to: '900.00' };
		const ratchet = pushEuros(google(900), { pushes: [today], guards: { coolDownMinutes: 0, editsPerDay: 3 } }).push;
		expect(ratchet.held).toMatchObject([
			{
				code: 'same-day-ratchet',
				message: expect.stringMatching(/was US\$1,050\.00 earlier today.* it may bill up to US\$2,100\.00\./),
			},
		]);
		const minimum = pushEuros(google(900), { dayAmount: '45.00', guards: { ...ANY_STEP, minimumAmount: '50' } }).push;
		expect(minimum.held).toMatchObject([
			{
				code: 'below-minimum',
				message: expect.stringMatching(
					/^US\$48\.91 is below the platform's minimum daily budget of US\$50\.00, which is set instead:/,
				),
			},
		]);
	});

	test('hours of the generic platform add up in dollars', () => {
		const weights = (hour: number) => (hour >= 12 ? 3 : 1);
		const hours = pushEuros(
			{
				platform: 'generic',
				lever: 'hourly',
				url: 'https://a.b',
				accountCurrency: 'USD',
				objects: [{ id: '1', current: '900' }],
			},
			{ weights },
		).push.requests[0]!.body as { amount: string; currency: string; hours: { amount: string }[] };
		expect(hours).toMatchObject({ amount: '1000', currency: 'USD' });
		expect(hours.hours.reduce((sum, { amount }) => sum + Math.round(100 * Number(amount)), 0)).toBe(100_000);
	});

	test("converts tomorrow's budgets of TikTok ad groups to dollars", () => {
		const { push: prepared } = pushEuros({
			platform: 'tiktok_ads',
			level: 'adGroup',
			lever: 'dayTotal',
			accountId: '1',
			accountCurrency: 'USD',
			nextDayAmount: '1012.00',
			objects: [{ id: '1', current: { budget: 1000, budget_mode: 'BUDGET_MODE_DAY' } }],
		});
		expect(prepared.requests).toMatchObject([
			{ lever: 'next-day-total', to: '1100.00', exchange: { amount: '1012.00' } },
		]);
	});
});

describe('a part of the day for an account', () => {
	const meta = (more: object): PushTargetInput => ({
		platform: 'meta_ads',
		lever: 'dayTotal',
		objects: [{ id: '7', current: 60_000 }],
		...more,
	});

	test('is split over its objects, and another account gets the remainder', () => {
		const here = pushEuros(google(400, { dayAmount: '460.00' }), { guards: ANY_STEP }).push.requests;
		const there = pushEuros(meta({ dayAmount: 460 }), { guards: ANY_STEP }).push.requests;
		expect([...here, ...there].map(({ to }) => to)).toEqual(['500.00', '460.00']);
	});

	test('cannot exceed the plan', () => {
		expect(() => pushEuros(meta({ dayAmount: '910.01' }), { unspendable: '10.00' })).toThrow(
			/'Today's Amount' is €910\.01, but the plan '2026-11-27-0000000000000001' allocates €910\.00/,
		);
	});

	test('of 0 is held back, not sent', () => {
		const { push } = pushEuros(meta({ dayAmount: 0 }), { guards: ANY_STEP });
		expect(push.requests).toEqual([]);
		expect(push.held).toMatchObject([{ code: 'below-minimum' }]);
	});
});

test('through the public interface: records and states are read back, also those stored before exchange rates existed', () => {
	const NOW = Date.UTC(2026, 10, 27, 9);
	const definition = {
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		dailyAmount: '920.00',
		exchangeRates: { USD: '0.92' },
	} as const;
	const windows = hourly(NOW - 9 * 3_600_000, 9, () => ({ spend: '10.00' }));
	const { state: planned } = optimizeAllocation(ingest(createState(definition), windows, NOW).state, {
		strategy: 'even_distribution',
		nowMs: NOW,
	});
	const { state, push } = preparePush(planned, { target: google(900), nowMs: NOW, dryRun: false });
	expect(push.requests).toMatchObject([{ to: '1000.00', exchange: { amount: '920.00', rate: 0.92 } }]);
	expect(readState(JSON.parse(JSON.stringify(state)))).toEqual(state);
	const { exchange, ...old } = state.pushes![0]!;
	expect(exchange).toBeDefined();
	expect(readState(JSON.parse(JSON.stringify({ ...state, pushes: [old] }))).pushes).toEqual([old]);
});
