import type { PushState } from '../../../src/push/preparePush';
import type { PushRecord } from '../../../src/records/pushRecord';
import { MORNING_MS, push } from '../../support/plans';
import { pushedAt } from '../../support/pushRecords';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const cut = (hoursAgo: number, from: string, to: string, why: string, more: Partial<PushRecord> = {}) =>
	pushedAt(MORNING_MS - hoursAgo * HOUR_MS, from, to, { why, ...more });

const nextDay = (
	current: number,
	pushes: readonly PushRecord[],
	stale: string | null = null,
	period: PushState['period'] = null,
) =>
	push({
		period,
		dayAmount: '700.00',
		target: {
			platform: 'google_ads',
			lever: 'dayTotal',
			accountId: '1',
			objects: [{ id: '222', current: current * 1e6 }],
		},
		nowMs: MORNING_MS,
		pushes,
		stale,
		guards: { maxChangeFraction: 0.5, peoplesEdits: 'resume', resumeAfterHours: 0 },
	});

describe('what was cut at once comes back at once', () => {
	test.each`
		current | pushes                                                                                               | to          | because
		${50}   | ${[cut(12, '600.00', '50.00', 'protect')]}                                                           | ${'600.00'} | ${'the cut protected money, and there is money again'}
		${40}   | ${[cut(12, '600.00', '50.00', 'protect'), cut(11, '50.00', '40.00', 'protect')]}                     | ${'600.00'} | ${'several cuts of an evening are one'}
		${0.01} | ${[cut(240, '600.00', '0.01', 'protect')]}                                                           | ${'600.00'} | ${'a cent cannot be raised by half: it would stay for ever'}
		${500}  | ${[cut(12, '600.00', '500.00', 'protect')]}                                                          | ${'700.00'} | ${'a step of half from here reaches further'}
		${400}  | ${[cut(12, '600.00', '400.00', 'lower')]}                                                            | ${'600.00'} | ${'a step by plan is followed by a step by plan'}
		${300}  | ${[cut(12, '600.00', '300.00', 'lower')]}                                                            | ${'450.00'} | ${'a step by plan is followed by a step by plan'}
		${75}   | ${[cut(12, '600.00', '50.00', 'protect'), cut(1, '50.00', '75.00', 'raise')]}                        | ${'112.50'} | ${'the plan of that time wanted no more'}
		${50}   | ${[cut(12, '600.00', '50.00', 'protect', { status: 'failed' }), cut(6, '50.00', '50.00', 'hours')]}  | ${'75.00'}  | ${'a cut that failed cut nothing'}
		${50}   | ${[cut(12, '550.00', '600.00', 'raise')]}                                                            | ${'600.00'} | ${'a person cut it, and the plan is followed again'}
		${50}   | ${[]}                                                                                                | ${'75.00'}  | ${'nothing says that it was ever more'}
		${50}   | ${[cut(12, '600.00', '50.00', 'protect'), cut(6, '50.00', '600.00', 'raise', { status: 'failed' })]} | ${'600.00'} | ${'a raise that failed raised nothing'}
	`('$current is followed by $to, because $because', ({ current, pushes, to }) => {
		expect(nextDay(current, pushes).push.requests.map((request) => request.to)).toEqual([to]);
	});

	test.each`
		current | to           | because
		${0.01} | ${'600.00'}  | ${'no report can come of a cent, so there is no newer data to wait for'}
		${50}   | ${undefined} | ${'it delivers, and nobody knows how much'}
	`('without reports $current is followed by $to, because $because', (row) => {
		const { current, to } = row as { current: number; to?: string };
		const pushes = [cut(240, '600.00', String(current), 'protect')];
		const { requests, held } = nextDay(current, pushes, 'The latest report ended 240 hours ago').push;
		expect(requests.map((request) => request.to)).toEqual(to === undefined ? [] : [to]);
		expect(held.map(({ code }) => code)).toEqual([to === undefined ? 'stale-data' : 'max-change']);
	});

	test.each`
		spentBefore | pushes                                                                           | to          | because
		${0}        | ${[cut(36, '600.00', '200.00', 'lower'), cut(12, '200.00', '50.00', 'lower')]}   | ${'600.00'} | ${'a new period has money, and the lean end of the last one says nothing of it'}
		${0}        | ${[cut(36, '600.00', '200.00', 'lower'), cut(12, '200.00', '50.00', 'protect')]} | ${'600.00'} | ${'cuts by plan and for safety are one'}
		${0}        | ${[cut(36, '600.00', '50.00', 'lower'), cut(12, '50.00', '75.00', 'raise')]}     | ${'112.50'} | ${'a raise since ends it'}
		${100}      | ${[cut(36, '600.00', '200.00', 'lower'), cut(12, '200.00', '50.00', 'lower')]}   | ${'75.00'}  | ${'within a period a step by plan is followed by a step by plan'}
	`('on the first day of a period, after $spentBefore of it: $to, because $because', ({ spentBefore, pushes, to }) => {
		const period = {
			horizon: 'month' as const,
			target: 2_000_000,
			spent: 100 * spentBefore,
			spentToday: 0,
			daysAhead: 29,
		};
		const [, last] = pushes as PushRecord[];
		const { requests } = nextDay(Number(last!.to), pushes as PushRecord[], null, period).push;
		expect(requests.map((request) => request.to)).toEqual([to]);
	});

	test('a budget that somebody raised returns in one step to what was pushed', () => {
		const { requests } = nextDay(2000, [cut(36, '600.00', '650.00', 'raise')]).push;
		expect(requests.map((request) => request.to)).toEqual(['700.00']);
	});

	test('a cut that protects money is recorded as one, with its reason', () => {
		const { pushes, push: prepared } = push({
			dayAmount: '100.00',
			spent: 97,
			target: { platform: 'google_ads', lever: 'dayTotal', accountId: '1', objects: [{ id: '222', current: 400e6 }] },
			nowMs: MORNING_MS + DAY_MS / 2,
		});
		expect(pushes).toMatchObject([{ why: 'protect', from: '400.00', to: '100.00' }]);
		expect(prepared.requests[0]!.reason.message).toContain('lowered from US$400.00 to US$100.00 at once');
	});
});

describe('a weekday that differs from the day before by more than a step returns in one to what was pushed a week ago', () => {
	const pushesOf = (...pushed: readonly (readonly [daysAgo: number, to: string, more?: Partial<PushRecord>])[]) =>
		pushed.map(([daysAgo, to, more]) => pushedAt(MORNING_MS - daysAgo * DAY_MS, '1.00', to, more));
	const monday = (current: number, dayAmount: string, pushes: readonly PushRecord[], guards = {}) =>
		push({
			dayAmount,
			target: {
				platform: 'google_ads',
				lever: 'dayTotal',
				accountId: '1',
				objects: [{ id: '222', current: current * 1e6 }],
			},
			nowMs: MORNING_MS,
			pushes,
			guards,
		});

	test.each`
		pushes                                                            | current | wanted       | guards                        | to          | because
		${pushesOf([7, '900.00'], [1, '200.00'])}                         | ${200}  | ${'850.00'}  | ${{}}                         | ${'850.00'} | ${'it had 900.00 a week ago'}
		${pushesOf([7, '900.00'], [1, '200.00'])}                         | ${200}  | ${'1000.00'} | ${{}}                         | ${'900.00'} | ${'it goes no further than a week ago'}
		${pushesOf([7, '100.00'], [1, '600.00'])}                         | ${600}  | ${'120.00'}  | ${{}}                         | ${'120.00'} | ${'it had less a week ago'}
		${pushesOf([7, '250.00'], [1, '200.00'])}                         | ${200}  | ${'900.00'}  | ${{}}                         | ${'300.00'} | ${'a step of half reaches further than a week ago'}
		${pushesOf([8, '900.00'], [1, '200.00'])}                         | ${200}  | ${'850.00'}  | ${{}}                         | ${'300.00'} | ${'that was more than a week ago'}
		${pushesOf([7, '900.00', { status: 'failed' }], [1, '200.00'])}   | ${200}  | ${'850.00'}  | ${{}}                         | ${'300.00'} | ${'what failed was never in force'}
		${pushesOf([7, '900.00', { object: 'budget/1' }], [1, '200.00'])} | ${200}  | ${'850.00'}  | ${{}}                         | ${'300.00'} | ${'that was another budget'}
		${pushesOf([3, '10.00', { why: 'protect' }], [2, '600.00'])}      | ${600}  | ${'20.00'}   | ${{}}                         | ${'300.00'} | ${'a cut for safety says nothing of a usual day'}
		${pushesOf([7, '900.00'], [1, '200.00'])}                         | ${200}  | ${'850.00'}  | ${{ maxChangeFraction: 0.5 }} | ${'300.00'} | ${'the user asks for steps'}
	`('from $current to $to of $wanted with $guards, because $because', ({ pushes, current, wanted, guards, to }) => {
		const { requests } = monday(current, wanted, pushes, guards).push;
		expect(requests.map((request) => request.to)).toEqual([to]);
	});

	test('not on a platform whose learning phase a large edit restarts', () => {
		const meta = { platform: 'meta_ads', object: 'campaign/222' };
		const { push: prepared } = push({
			dayAmount: '850.00',
			target: {
				platform: 'meta_ads',
				lever: 'dayTotal',
				accountId: '1',
				objects: [{ id: '222', current: { daily_budget: '20000' } }],
			},
			nowMs: MORNING_MS,
			pushes: pushesOf([7, '900.00', meta], [1, '200.00', meta]),
		});
		expect(prepared.requests.map(({ to }) => to)).toEqual(['240.00']);
	});

	test('what is held back says that an amount of the last week is the bound', () => {
		expect(monday(200, '1000.00', pushesOf([7, '900.00'], [1, '200.00'])).push.held).toMatchObject([
			{
				code: 'max-change',
				message:
					'One push changes a daily budget by at most 50% of US$200.00, or back to one that was in force lately: US$900.00 is allowed instead of US$1,000.00',
			},
		]);
	});

	test('the highest and the lowest push of the last week are kept, however many follow', () => {
		const week = pushesOf([7, '900.00'], [6, '100.00'], [5, '500.00'], [4, '300.00'], [3, '800.00']);
		const others = Array.from({ length: 60 }, (_, step) =>
			pushedAt(MORNING_MS - 2 * DAY_MS + step, '1.00', '2.00', { object: `budget/${step % 2}` }),
		);
		const { pushes } = monday(800, '850.00', [...week, ...others]);
		const own = pushes.filter(({ object }) => object === 'budget/222').map(({ to }) => to);
		expect(own).toEqual(['900.00', '100.00', '300.00', '800.00', '850.00']);
	});
});
