import fc from 'fast-check';

import { RUNS } from '../../support/runs';
import { push } from '../../support/plans';

const ZONE = 'Europe/Berlin';
const EVENING_MS = Date.parse('2026-11-27T20:00:00+01:00');
const NEXT_MORNING_MS = Date.parse('2026-11-28T08:00:00+01:00');
const NO_COOL_DOWN = { coolDownMinutes: 0 };

interface Evening {
	readonly current?: string;
	readonly dayAmount?: string;
	readonly nextDayAmount: string;
}

/** A push in the evening to one ad group, by default with 30.00 USD planned and in force. */
const evening = ({ current = '30', dayAmount = '30.00', nextDayAmount }: Evening, more = {}) =>
	push({
		dayAmount,
		timeZone: ZONE,
		nowMs: EVENING_MS,
		target: {
			platform: 'tiktok_ads',
			accountId: '700',
			level: 'adGroup',
			nextDayAmount,
			objects: [{ id: '1', current }],
		},
		guards: NO_COOL_DOWN,
		...more,
	});

const morning = (current: string, pushes: ReturnType<typeof push>['pushes'], more = {}) =>
	push({
		date: '2026-11-28',
		dayAmount: '44.00',
		timeZone: ZONE,
		nowMs: NEXT_MORNING_MS,
		target: { platform: 'tiktok_ads', accountId: '700', level: 'adGroup', objects: [{ id: '1', current }] },
		guards: { ...NO_COOL_DOWN, editsPerDay: 3 },
		pushes,
		...more,
	}).push;

const codes = (held: readonly { readonly code: string }[]) => held.map(({ code }) => code);

test('a budget for tomorrow is pushed with its rollback, and does not change today', () => {
	const { pushes, push: prepared } = evening({ nextDayAmount: '40' });
	expect(prepared.requests).toMatchObject([
		{
			lever: 'next-day-total',
			reason: {
				code: 'next-day',
				message: 'The daily budget of adGroup/1 is US$30.00 until midnight and US$40.00 from then on',
			},
			from: '30.00',
			to: '40.00',
			dayCeiling: '50.00',
			body: { scheduled_budget: [{ adgroup_id: '1', scheduled_budget: 40 }] },
			rollback: { body: { scheduled_budget: [{ adgroup_id: '1', scheduled_budget: 30 }] } },
		},
	]);
	expect(codes(prepared.held)).toEqual(['unchanged']);
	expect(pushes).toMatchObject([{ lever: 'next-day-total', to: '40.00', atMs: EVENING_MS }]);
});

test.each`
	name                                                      | input                                     | guards                                  | code               | said
	${'more than one push may change'}                        | ${{ nextDayAmount: '60' }}                | ${NO_COOL_DOWN}                         | ${'max-change'}    | ${'One push changes a daily budget by at most 50% of US$30.00: US$45.00 is allowed instead of US$60.00'}
	${"less than the platform's least, which is set instead"} | ${{ nextDayAmount: '20' }}                | ${NO_COOL_DOWN}                         | ${'below-minimum'} | ${"US$20.00 is below the platform's minimum daily budget of US$20.01, which is set instead: pause delivery there if nothing should be spent"}
	${'the amount already in force'}                          | ${{ nextDayAmount: '30' }}                | ${NO_COOL_DOWN}                         | ${'unchanged'}     | ${'US$30.00 is already set for tomorrow'}
	${"today's edit is less than two days before midnight"}   | ${{ current: '25', nextDayAmount: '40' }} | ${{}}                                   | ${'cool-down'}     | ${'The last push was 240 minutes before midnight; the cool-down is 2880 minutes'}
	${'a day factor below what the platform may bill'}        | ${{ nextDayAmount: '40' }}                | ${{ coolDownMinutes: 0, dayFactor: 1 }} | ${'day-ceiling'}   | ${'The platform may bill up to 1.25 times a daily budget: at most US$32.00 keeps the day within 100% of US$40.00'}
`('held back: $name', ({ input, guards, code, said }) => {
	const { push: prepared } = evening(input, { guards });
	const held = prepared.held.filter(({ lever }) => lever === 'next-day-total');
	expect(held.map((one) => [one.code, one.message])).toEqual([[code, said]]);
	expect(prepared.requests.filter(({ lever }) => lever === 'next-day-total')).toHaveLength(
		held[0]!.allowed === null ? 0 : 1,
	);
});

test("the change is measured from today's push, not from the value read before it", () => {
	const { requests } = evening({ current: '25', nextDayAmount: '60' }).push;
	expect(requests.map(({ from, to }) => [from, to])).toEqual([
		['25.00', '30.00'],
		['30.00', '45.00'],
	]);
});

test('the same amount again that evening is already set; another amount counts as a second edit', () => {
	const { pushes } = evening({ nextDayAmount: '40' });
	expect(codes(evening({ nextDayAmount: '40' }, { pushes }).push.held)).toEqual(['unchanged', 'unchanged']);
	const { pushes: twice, push: second } = evening({ nextDayAmount: '42' }, { pushes });
	expect(second.requests).toMatchObject([{ from: '30.00', to: '42.00' }]);
	expect(codes(evening({ nextDayAmount: '43' }, { pushes: twice }).push.held)).toEqual(['unchanged', 'edits-per-day']);
});

test('a dry run shows it and records nothing', () => {
	const { pushes, push: prepared } = evening({ nextDayAmount: '40' }, { dryRun: true });
	expect(pushes).toEqual([]);
	expect(prepared.requests).toEqual([]);
	expect(prepared.held).toMatchObject([{ code: 'unchanged' }, { code: 'dry-run', request: { method: 'POST' } }]);
});

describe('the next day', () => {
	const { pushes } = evening({ nextDayAmount: '40' });

	test('the budget set for it is in force, and does not count as an edit by somebody', () => {
		expect(morning('40', pushes).requests).toMatchObject([{ lever: 'day-total', from: '40.00', to: '44.00' }]);
	});

	test('the scheduled budget did not take effect: the plan of the day decides', () => {
		expect(morning('30', pushes).requests).toMatchObject([{ lever: 'day-total', from: '30.00', to: '44.00' }]);
	});

	test('somebody has changed the budget since', () => {
		expect(codes(morning('35', pushes).held)).toEqual(['edited-by-someone']);
	});

	test('midnight counts as an edit: the cool-down starts from it', () => {
		expect(codes(morning('40', pushes, { guards: { coolDownMinutes: 8 * 60 + 1, editsPerDay: 3 } }).held)).toEqual([
			'cool-down',
		]);
		expect(morning('40', pushes, { guards: { coolDownMinutes: 8 * 60, editsPerDay: 3 } }).requests).toHaveLength(1);
	});

	test('of two budgets set for it only the last counts', () => {
		const { pushes: twice } = evening({ nextDayAmount: '42' }, { pushes });
		expect(
			morning('42', twice, { guards: { ...NO_COOL_DOWN, editsPerDay: 3, leastChangeFraction: 0 } }).requests,
		).toMatchObject([{ from: '42.00' }]);
	});

	test('a total pushed before midnight does not replace it', () => {
		const { pushes: both } = evening({ current: '25', nextDayAmount: '40' });
		expect(both.map(({ lever }) => lever)).toEqual(['day-total', 'next-day-total']);
		expect(morning('40', both).requests).toMatchObject([{ from: '40.00' }]);
	});
});

test.each`
	platform        | level         | message
	${'tiktok_ads'} | ${'campaign'} | ${"TikTok Ads cannot schedule tomorrow's budget of Campaigns"}
	${'meta_ads'}   | ${'adGroup'}  | ${"Meta Ads cannot schedule tomorrow's budget of Ad Sets or Ad Groups"}
`('$platform, $level: refused by name', ({ platform, level, message }) => {
	const target = { platform, accountId: '700', level, nextDayAmount: '40', objects: [{ id: '1', current: '30' }] };
	expect(() => push({ dayAmount: '30.00', target })).toThrow(message);
});

test('law: for any amount for tomorrow, quota, maximum change and minimum are kept, and reductions are reported', () => {
	const amount = fc.integer({ min: 1, max: 200_00 }).map((units) => (units / 100).toFixed(2));
	const figures = fc.record({
		coolDownMinutes: fc.constant(0),
		editsPerDay: fc.integer({ min: 1, max: 3 }),
		maxChangeFraction: fc.integer({ min: 1, max: 200 }).map((percent) => percent / 100),
	});
	fc.assert(
		fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), amount, figures, (wanted, current, guards) => {
			let pushes: ReturnType<typeof push>['pushes'] = [];
			let sent = 0;
			for (const nextDayAmount of wanted) {
				const { pushes: after, push: prepared } = evening(
					{ current, dayAmount: current, nextDayAmount },
					{ guards, pushes },
				);
				pushes = after;
				const requests = prepared.requests.filter(({ lever }) => lever === 'next-day-total');
				const held = prepared.held.filter(({ lever }) => lever === 'next-day-total');
				const [request] = requests;
				if (request === undefined || request.to !== nextDayAmount) expect(held).not.toEqual([]);
				if (request === undefined) continue;
				sent++;
				const change = Math.abs(Number(request.to) - Number(current));
				expect(change).toBeLessThanOrEqual(guards.maxChangeFraction * Number(current) + 1e-9);
				expect(Number(request.to)).toBeGreaterThanOrEqual(20.01);
				expect(Number(request.to)).toBeLessThanOrEqual(Math.max(Number(nextDayAmount), Number(current)));
			}
			expect(sent).toBeLessThanOrEqual(guards.editsPerDay);
		}),
		RUNS,
	);
});
