import type { PushTargetInput } from '../../../src/platforms/pushTarget';
import type { PreparedPush } from '../../../src/push/preparedPush';
import { MORNING_MS, planOf, push } from '../../support/plans';
import { pushedAt } from '../../support/pushRecords';

const HOUR_MS = 3_600_000;

const google = (current: number | undefined, more: object = {}): PushTargetInput => ({
	platform: 'google_ads',
	lever: 'dayTotal',
	accountId: '1',
	objects: [{ id: '222', ...(current !== undefined && { current: current * 1e6 }) }],
	...more,
});

const YESTERDAY_MS = MORNING_MS - 24 * HOUR_MS;
const NOON_MS = MORNING_MS + 12 * HOUR_MS;

describe('a guard holds back with a reason', () => {
	test.each`
		code                   | dayAmount   | current      | pushes                                                                                        | more                                                                                    | guards                                     | said                                                                                                                                                                                           | because
		${'unchanged'}         | ${'100.00'} | ${100}       | ${[]}                                                                                         | ${{}}                                                                                   | ${{}}                                      | ${'US$100.00 is already in force'}                                                                                                                                                             | ${'it is in force already'}
		${'unchanged'}         | ${'100.00'} | ${90}        | ${[pushedAt(MORNING_MS, '90.00', '100.00', { planId: '2026-11-27-0000000000000001' })]}       | ${{}}                                                                                   | ${{}}                                      | ${'This plan has already been pushed'}                                                                                                                                                         | ${'this plan was pushed, whatever value is read'}
		${'current-unknown'}   | ${'100.00'} | ${undefined} | ${[]}                                                                                         | ${{}}                                                                                   | ${{}}                                      | ${"The daily budget in force is unknown, so its change could be neither limited nor rolled back: map 'Current Values'"}                                                                        | ${'neither read nor pushed before'}
		${'edited-by-someone'} | ${'100.00'} | ${95}        | ${[pushedAt(YESTERDAY_MS, '80.00', '90.00')]}                                                 | ${{}}                                                                                   | ${{}}                                      | ${"US$90.00 was pushed, but US$95.00 is in force, first seen on 27 Nov 2026, 00:20: somebody changed it, so it is left alone; set 'Edits by People' to Resume or Adopt to follow plans again"} | ${'90 was pushed, 95 is in force'}
		${'edited-by-someone'} | ${'100.00'} | ${80}        | ${[pushedAt(YESTERDAY_MS, '80.00', '90.00')]}                                                 | ${{}}                                                                                   | ${{}}                                      | ${"US$90.00 was pushed, but US$80.00 is in force, first seen on 27 Nov 2026, 00:20: somebody changed it, so it is left alone; set 'Edits by People' to Resume or Adopt to follow plans again"} | ${'it had arrived, and was rolled back'}
		${'stale-data'}        | ${'100.00'} | ${90}        | ${[]}                                                                                         | ${{ stale: 'The latest report ended 9 hours ago' }}                                     | ${{}}                                      | ${'The latest report ended 9 hours ago: nothing is pushed until new data is ingested'}                                                                                                         | ${'a plan from old data'}
		${'cool-down'}         | ${'100.00'} | ${90}        | ${[pushedAt(MORNING_MS - 59 * 60_000, '80.00', '90.00')]}                                     | ${{}}                                                                                   | ${{}}                                      | ${'The last push was 59 minutes ago; the cool-down is 60 minutes'}                                                                                                                             | ${'59 of 60 minutes have passed'}
		${'edits-per-day'}     | ${'80.00'}  | ${90}        | ${[pushedAt(MORNING_MS, '99.00', '95.00'), pushedAt(MORNING_MS + HOUR_MS, '95.00', '90.00')]} | ${{ nowMs: NOON_MS }}                                                                   | ${{}}                                      | ${'2 edits today; the quota is 2 a day'}                                                                                                                                                       | ${'two today'}
		${'edits-per-hour'}    | ${'80.00'}  | ${90}        | ${[pushedAt(NOON_MS - HOUR_MS + 1, '99.00', '90.00')]}                                        | ${{ nowMs: NOON_MS }}                                                                   | ${{ editsPerHour: 1, coolDownMinutes: 0 }} | ${'1 edit within the last hour; the quota is 1 an hour'}                                                                                                                                       | ${'one within the hour'}
		${'day-amount-spent'}  | ${'100.00'} | ${90}        | ${[]}                                                                                         | ${{ spent: 100 }}                                                                       | ${{}}                                      | ${"The day's amount is spent, and a raise could only overspend it"}                                                                                                                            | ${'a raise could only overspend'}
		${'same-day-ratchet'}  | ${'100.00'} | ${90}        | ${[pushedAt(MORNING_MS, '95.00', '90.00')]}                                                   | ${{ nowMs: NOON_MS }}                                                                   | ${{}}                                      | ${"The daily budget was US$95.00 earlier today, and the platform's limit of the day follows the highest: it may bill up to US$190.00. The raise has to wait until tomorrow"}                   | ${'95 was in force this morning'}
		${'max-change'}        | ${'100.00'} | ${50}        | ${[]}                                                                                         | ${{}}                                                                                   | ${{ maxChangeFraction: 0.1 }}              | ${'One push changes a daily budget by at most 10% of US$50.00: US$55.00 is allowed instead of US$100.00'}                                                                                      | ${'55 at most'}
		${'day-ceiling'}       | ${'100.00'} | ${50}        | ${[]}                                                                                         | ${{}}                                                                                   | ${{ dayFactor: 1.2 }}                      | ${'The platform may bill up to 2 times a daily budget: at most US$60.00 keeps the day within 120% of US$100.00'}                                                                               | ${'60 x 2 is 1.2 x 100'}
		${'increment'}         | ${'100.00'} | ${90}        | ${[]}                                                                                         | ${{}}                                                                                   | ${{ increment: 7 }}                        | ${'Amounts are rounded down to multiples of US$7.00: US$2.00 is left unallocated'}                                                                                                             | ${'98 is 14 times 7'}
		${'below-minimum'}     | ${'4.99'}   | ${9}         | ${[]}                                                                                         | ${{}}                                                                                   | ${{ minimumAmount: 5 }}                    | ${"US$4.99 is below the platform's minimum daily budget of US$5.00, which is set instead: pause delivery there if nothing should be spent"}                                                    | ${'a cent below'}
		${'below-minimum'}     | ${'0.00'}   | ${9}         | ${[]}                                                                                         | ${{}}                                                                                   | ${{ maxChangeFraction: 1 }}                | ${'The platform does not accept a daily budget of US$0.00: pause delivery there if nothing should be spent'}                                                                                   | ${'no platform accepts a budget of 0'}
		${'learning-phase'}    | ${'100.00'} | ${undefined} | ${[pushedAt(YESTERDAY_MS, null, '90.00', { platform: 'meta_ads', object: 'campaign/222' })]}  | ${{ target: { platform: 'meta_ads', learning: 'learning', objects: [{ id: '222' }] } }} | ${{}}                                      | ${'The learning phase is not over, and an edit could restart it'}                                                                                                                              | ${'Meta is still learning'}
	`('$code: $because', ({ code, dayAmount, current, pushes, more, guards, said }) => {
		const { push: prepared } = push({ dayAmount, target: google(current), pushes, guards, ...more });
		expect(prepared.held.map((held) => [held.code, held.message])).toEqual([[code, said]]);
	});

	test.each`
		to          | dayAmount   | current | pushes                                             | guards                                             | because
		${'150.00'} | ${'200.00'} | ${100}  | ${[]}                                              | ${{}}                                              | ${'a raise by at most 50%'}
		${'50.00'}  | ${'20.00'}  | ${100}  | ${[]}                                              | ${{}}                                              | ${'a cut by at most 50%'}
		${'60.00'}  | ${'100.00'} | ${50}   | ${[]}                                              | ${{ dayFactor: 1.2 }}                              | ${'twice this budget is 1.2 times the day'}
		${'98.00'}  | ${'100.00'} | ${90}   | ${[]}                                              | ${{ increment: 7 }}                                | ${'rounded down'}
		${'56.00'}  | ${'20.00'}  | ${100}  | ${[]}                                              | ${{ increment: 7 }}                                | ${'a limited cut is rounded up'}
		${'80.00'}  | ${'80.00'}  | ${90}   | ${[pushedAt(MORNING_MS, '95.00', '90.00')]}        | ${{}}                                              | ${'a ratchet does not hold back cuts'}
		${'99.00'}  | ${'99.00'}  | ${90}   | ${[pushedAt(MORNING_MS, '80.00', '90.00')]}        | ${{}}                                              | ${'nothing was higher today'}
		${'99.00'}  | ${'99.00'}  | ${90}   | ${[pushedAt(MORNING_MS, '95.00', '90.00')]}        | ${{ ratchet: false }}                              | ${'the user switched it off'}
		${'99.00'}  | ${'99.00'}  | ${90}   | ${[pushedAt(YESTERDAY_MS, '80.00', '85.00')]}      | ${{ peoplesEdits: 'resume', resumeAfterHours: 0 }} | ${'the user chose to overwrite edits'}
		${'99.00'}  | ${'99.00'}  | ${90}   | ${[pushedAt(NOON_MS - HOUR_MS, '80.00', '90.00')]} | ${{ editsPerHour: 1 }}                             | ${'exactly an hour ago'}
	`('$to is pushed for $dayAmount: $because', ({ to, dayAmount, current, pushes, guards }) => {
		const { push: prepared } = push({ dayAmount, target: google(current), pushes, guards, nowMs: NOON_MS });
		expect(prepared.requests).toMatchObject([{ to, from: `${current}.00` }]);
	});
});

describe('pushes are recorded', () => {
	const first = push({ dayAmount: '100.00', target: google(90) });

	test('with object, reason, instant, previous and new value', () => {
		expect(first.pushes).toEqual([
			{
				pushId: expect.stringMatching(/^2026-11-27-[0-9a-f]{16}$/),
				status: 'prepared',
				currency: 'USD',
				step: 0.5,
				boundsMonth: true,
				atMs: MORNING_MS,
				planId: '2026-11-27-0000000000000001',
				platform: 'google_ads',
				object: 'budget/222',
				lever: 'day-total',
				why: 'raise',
				from: '90.00',
				to: '100.00',
			},
		]);
	});

	test('the same plan again is unchanged, and the value read confirms it', () => {
		const again = push({ dayAmount: '100.00', target: google(100), pushes: first.pushes });
		expect(again.push.requests).toEqual([]);
		expect(again.push.held).toMatchObject([{ code: 'unchanged' }]);
		expect(again.pushes).toEqual([
			{ ...first.pushes[0]!, status: 'confirmed', code: 'read-back', settledMs: MORNING_MS },
		]);
		const third = push({ dayAmount: '100.00', target: google(100), pushes: again.pushes });
		expect(third.pushes).toBe(again.pushes);
	});

	test('the rollback is the same request with the previous value', () => {
		const { rollback } = first.push.requests[0]!;
		expect(rollback).toMatchObject({
			url: 'https://googleads.googleapis.com/v26/customers/1/campaignBudgets:mutate',
			body: { operations: [{ update: { amountMicros: '90000000' } }], validateOnly: false },
		});
	});

	test('the maximum that the platform may bill for the day is stated', () => {
		expect(first.push.requests).toMatchObject([{ dayCeiling: '200.00' }]);
	});

	test('a dry run records nothing, and Google is asked to validate only', () => {
		const { pushes, push: prepared } = push({ dayAmount: '100.00', target: google(90), dryRun: true });
		expect(pushes).toEqual([]);
		expect(prepared.requests).toMatchObject([{ body: { validateOnly: true } }]);
	});

	test('a dry run has no request if the platform cannot validate only', () => {
		const target = { platform: 'amazon_ads', accountId: '1', objects: [{ id: '7', current: 90 }] } as const;
		const { push: prepared } = push({ dayAmount: '100.00', target, dryRun: true });
		expect(prepared.requests).toEqual([]);
		expect(prepared.held).toMatchObject([
			{
				code: 'dry-run',
				message: 'This is a dry run, and Amazon Ads cannot validate a request without carrying it out',
				request: { body: { campaigns: [{ budget: { budget: 100 } }] } },
			},
		]);
	});

	test('old ones are dropped, except the last of every object and those that quotas count', () => {
		const old = Array.from({ length: 300 }, (_, step) =>
			pushedAt(MORNING_MS - 40 * 24 * HOUR_MS + step, '1.00', '2.00', {
				object: `budget/old-${step % 3}`,
				planId: `p${step}`,
			}),
		);
		const { pushes } = push({ dayAmount: '100.00', target: google(90), pushes: old });
		expect(pushes).toHaveLength(50);
		expect(pushes.at(-1)).toMatchObject({ object: 'budget/222' });
		const many = Array.from({ length: 90 }, (_, step) =>
			pushedAt(MORNING_MS - 30 * 60_000, '1.00', '2.00', { object: `budget/${step}`, planId: `p${step}` }),
		);
		expect(push({ dayAmount: '100.00', target: google(90), pushes: [...old, ...many] }).pushes).toHaveLength(94);
	});

	test('beyond the maximum number of records nothing is pushed until older ones expire', () => {
		const manyAt = (atMs: number) =>
			Array.from({ length: 1200 }, (_, step) => pushedAt(atMs, '1.00', '2.00', { object: `budget/${step + 1000}` }));
		const later = push({ dayAmount: '100.00', target: google(90), pushes: manyAt(MORNING_MS - 26 * HOUR_MS) });
		expect(later.push.requests).toMatchObject([{ to: '100.00' }]);
		const { push: prepared } = push({ dayAmount: '100.00', target: google(90), pushes: manyAt(MORNING_MS) });
		expect(prepared.held).toMatchObject([
			{ code: 'too-many-pushes', message: expect.stringMatching(/^1200 pushes of this budget are on record/) },
		]);
	});
});

describe('a plan is pushed while it is valid', () => {
	test.each`
		approved                         | plan                                                 | said
		${undefined}                     | ${null}                                              | ${/There is no plan to push/}
		${undefined}                     | ${planOf({ dayAmount: '9.00', date: '2026-11-26' })} | ${/is for 2026-11-26, and in UTC it is 2026-11-27/}
		${'2026-11-26-0000000000000001'} | ${planOf({ dayAmount: '9.00' })}                     | ${/has expired: its day is over/}
		${'2026-11-27-000000000000000f'} | ${planOf({ dayAmount: '9.00' })}                     | ${/is not the latest plan: that is '2026-11-27-0000000000000001'/}
		${'2026-11-27-000000000000000f'} | ${null}                                              | ${/there is none/}
		${'yes'}                         | ${planOf({ dayAmount: '9.00' })}                     | ${/'yes' is not the latest plan/}
	`('$approved: $said', ({ approved, plan, said }) => {
		expect(() => push({ target: google(9), plan, approved })).toThrow(said);
	});

	test('the approved one is pushed', () => {
		const { push: prepared } = push({ dayAmount: '10.00', target: google(9), approved: '2026-11-27-0000000000000001' });
		expect(prepared.requests).toHaveLength(1);
	});
});

describe("a day's amount is split over objects", () => {
	test('to the cent, by their shares', () => {
		const objects = ['1', '2', '3'].map((id) => ({ id, share: 1, current: 30 }));
		const { push: prepared } = push({
			dayAmount: '100.00',
			target: { platform: 'amazon_ads', accountId: '1', objects },
		});
		expect(prepared.requests.map(({ to }) => to)).toEqual(['33.33', '33.34', '33.33']);
	});

	test('a shared budget is pushed once, with the sum of its shares', () => {
		const objects = ['9', '8', '9'].map((id) => ({ id, share: 1, current: 50_000_000 }));
		const { push: prepared } = push({ dayAmount: '99.00', target: google(undefined, { objects }) });
		expect(prepared.requests.map(({ object, to }) => [object, to])).toEqual([
			['budget/9', '66.00'],
			['budget/8', '33.00'],
		]);
	});

	test('without the unallocated amount', () => {
		const { push: prepared } = push({ dayAmount: '100.00', unspendable: '15.00', target: google(90) });
		expect(prepared.requests).toMatchObject([{ to: '85.00' }]);
	});

	test.each`
		target                                                                                                        | said
		${google(undefined, { objects: [{ id: '1', share: 1 }, { id: '2' }] })}                                       | ${/share of the day's amount is missing for 2/}
		${google(undefined, { objects: [{ id: '1', share: 1, current: 1e6 }, { id: '1', share: 1, current: 2e6 }] })} | ${/1 is listed with different current values/}
		${google(0.000_05)}                                                                                           | ${/The current value 50 is not whole minor units of USD/}
		${google(9, { accountId: undefined })}                                                                        | ${/The account is missing/}
		${google(9, { level: 'campaign' })}                                                                           | ${/Google Ads has no daily budget at this level/}
		${{ platform: 'generic', objects: [{ id: '1', current: 9 }] }}                                                | ${/The generic platform has no URL/}
		${{ platform: 'tiktok_ads', lever: 'hourly', objects: [{ id: '1', current: 9 }] }}                            | ${/TikTok Ads has no hourly lever/}
	`('$said', ({ target, said }) => {
		expect(() => push({ dayAmount: '10.00', target })).toThrow(said);
	});

	test('a day factor requires a known overdelivery', () => {
		const target = { platform: 'amazon_ads', accountId: '1', objects: [{ id: '1', current: 9 }] } as const;
		expect(() => push({ dayAmount: '10.00', target, guards: { dayFactor: 1 } })).toThrow(
			/'Day Factor' cannot be guaranteed/,
		);
	});
});

test.each`
	currency | dayAmount     | current    | daily_budget | held             | because
	${'HUF'} | ${'12345.67'} | ${'11000'} | ${'12345'}   | ${['increment']} | ${'Meta counts whole forints, ISO 4217 has their cents'}
	${'JPY'} | ${'12345'}    | ${'11000'} | ${'12345'}   | ${[]}            | ${'there are no smaller units'}
	${'EUR'} | ${'123.45'}   | ${'11000'} | ${'12345'}   | ${[]}            | ${'cents'}
	${'BHD'} | ${'123.456'}  | ${'11000'} | ${'12345'}   | ${['increment']} | ${'Meta counts hundredths of a dinar'}
`("Meta's unit of $currency: $because", ({ currency, dayAmount, current, daily_budget, held }) => {
	const { push: prepared } = push({
		dayAmount,
		currency,
		target: { platform: 'meta_ads', objects: [{ id: '1', current }] },
	});
	expect(prepared.requests).toMatchObject([{ query: { daily_budget } }]);
	expect(prepared.held.map(({ code }) => code)).toEqual(held);
});

describe('the generic platform', () => {
	const target = {
		platform: 'generic',
		url: 'https://example.com/b',
		objects: [{ id: 'x', current: '90.00' }],
	} as const;

	test('sends the amount of the day or campaign as text', () => {
		const { push: prepared } = push({ dayAmount: '100.00', target });
		expect(prepared.requests).toMatchObject([
			{
				method: 'POST',
				url: 'https://example.com/b',
				body: {
					budgetId: 'b',
					planId: '2026-11-27-0000000000000001',
					date: '2026-11-27',
					id: 'x',
					amount: '100',
					currency: 'USD',
				},
			},
		]);
	});

	test('sends the amounts of the hours, which add up, even if the total is unchanged', () => {
		const { push: prepared } = push({
			dayAmount: '90.00',
			weights: (hour) => hour,
			target: { ...target, lever: 'hourly' },
		});
		expect(prepared.requests).toMatchObject([
			{
				reason: {
					code: 'hours',
					message:
						'Plan 2026-11-27-0000000000000001 allocates US$90.00 of the day to campaign/x: its daily budget stays at US$90.00, and its hours are updated',
				},
			},
		]);
		const { hours } = prepared.requests[0]!.body as { hours: { amount: string; start: string }[] };
		expect(hours).toHaveLength(24);
		expect(hours[0]).toMatchObject({ start: '2026-11-27T00:00:00.000Z', amount: '0.00' });
		expect(hours.reduce((cents, { amount }) => cents + Math.round(100 * Number(amount)), 0)).toBe(9_000);
	});
});

describe('levers are those of the platform', () => {
	const aboutLevers = ({ explanation }: PreparedPush) => explanation.filter(({ code }) => code !== 'api-version');
	const objects = [{ id: '1', current: 90_000_000 }];
	const manual = {
		platform: 'google_ads',
		accountId: '1',
		objects,
		campaignIds: ['111'],
		bidding: 'manual',
		adSchedule: [],
	};
	test.each`
		target                                                                             | levers                          | codes
		${manual}                                                                          | ${['day-total', 'ad-schedule']} | ${['day-total', 'ad-schedule']}
		${{ ...manual, bidding: 'smart' }}                                                 | ${['day-total']}                | ${['day-total', 'smart-bidding']}
		${{ ...manual, bidding: 'unknown' }}                                               | ${['day-total']}                | ${['day-total', 'bidding-unknown']}
		${{ ...manual, adSchedule: undefined }}                                            | ${['day-total']}                | ${['day-total', 'schedule-not-read']}
		${{ ...manual, campaignIds: [] }}                                                  | ${['day-total']}                | ${['day-total', 'no-campaigns']}
		${{ ...manual, lever: 'hourly' }}                                                  | ${['ad-schedule']}              | ${['ad-schedule']}
		${{ platform: 'meta_ads', objects: [{ id: '1', current: 9000 }] }}                 | ${['day-total']}                | ${['day-total', 'no-hourly-lever']}
		${{ platform: 'amazon_ads', accountId: '1', objects: [{ id: '1', current: 90 }] }} | ${['day-total']}                | ${['day-total', 'no-hourly-lever']}
	`('$levers, because of $codes', ({ target, levers, codes }) => {
		const { push: prepared } = push({
			dayAmount: '100.00',
			weights: (hour) => (hour >= 18 ? 2 : 1),
			multipliers: (hour) => (hour >= 18 ? 1.3 : 0.9),
			target,
		});
		expect(prepared.requests.map(({ lever }) => lever)).toEqual(levers);
		expect(aboutLevers(prepared).map(({ code }) => code)).toEqual(codes);
	});

	test.each`
		target                                                                             | guards                | said                                                                                                                                                                                                            | because
		${manual}                                                                          | ${{}}                 | ${['The day total is set as the daily budget, with at most 2 edits a day. Editing a daily budget every hour does not pace it', 'Bid modifiers of the ad schedule shape the hours, in at most 6 windows a day']} | ${'the quota is the one of the profile'}
		${{ ...manual, lever: 'dayTotal' }}                                                | ${{ editsPerDay: 1 }} | ${['The day total is set as the daily budget, with at most 1 edit a day. Editing a daily budget every hour does not pace it']}                                                                                  | ${'the user sets the quota'}
		${{ ...manual, campaignIds: [], lever: 'hourly' }}                                 | ${{}}                 | ${["No ad schedule is pushed, because 'Campaign IDs' is empty: name the campaigns that should have one"]}                                                                                                       | ${'nothing else is pushed'}
		${{ platform: 'amazon_ads', accountId: '1', objects: [{ id: '1', current: 90 }] }} | ${{}}                 | ${[expect.any(String), 'Amazon Ads has no lever for hours, so only the daily budget is set']}                                                                                                                   | ${'the platform is named'}
	`('says so: $because', ({ target, guards, said }) => {
		const { push: prepared } = push({ dayAmount: '100.00', target, guards });
		const explanation = aboutLevers(prepared);
		const reasons = explanation.length > 0 ? explanation : prepared.held;
		expect(reasons.map(({ message }) => message)).toEqual(said);
	});

	test('hours requested under Smart Bidding are held back', () => {
		const { push: prepared } = push({
			dayAmount: '100.00',
			target: { ...manual, lever: 'hourly', bidding: 'smart' } as PushTargetInput,
		});
		expect(prepared.requests).toEqual([]);
		expect(prepared.held).toEqual([
			{
				code: 'smart-bidding',
				message: 'Smart Bidding ignores bid modifiers of the ad schedule, so none are pushed',
				object: 'campaign/111',
				lever: 'ad-schedule',
				from: null,
				wanted: null,
				allowed: null,
				request: null,
				needsPerson: false,
				notify: false,
				alert: null,
			},
		]);
	});
});

test('checks that were not possible are reported', () => {
	const target = { platform: 'meta_ads', objects: [{ id: '222' }] } as const;
	const pushes = [pushedAt(YESTERDAY_MS, '80.00', '90.00', { platform: 'meta_ads', object: 'campaign/222' })];
	const { push: prepared } = push({ dayAmount: '100.00', target, pushes });
	expect(prepared.requests).toMatchObject([{ from: '90.00', to: '100.00' }]);
	expect(prepared.warnings).toEqual([
		{
			code: 'edit-not-checked',
			message: "Whether somebody changed 222 since the last push was not checked: map 'Current Values'",
		},
		{
			code: 'minimum-unknown',
			message: "The minimum daily budget of Meta Ads in USD is unknown: add 'Minimum Amount' to the guards",
		},
		{
			code: 'learning-not-checked',
			message: "Whether Meta Ads is still in its learning phase was not checked: set 'Learning Phase'",
		},
	]);
});
