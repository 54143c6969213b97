import { googleAdsPush } from '../../../src/platforms/google-ads/push';
import { metaAdsPush } from '../../../src/platforms/meta-ads/push';
import { PUSH_PLATFORMS } from '../../../src/platforms/registry';
import type { PeriodMoney } from '../../../src/guards/moneyLeft';
import type { PushPlatform } from '../../../src/push/pushPlatform';
import type { PushRecord } from '../../../src/records/pushRecord';
import { jsonRequest } from '../../../src/levers/pushRequest';
import { MORNING_MS, push } from '../../support/plans';
import { pushedAt } from '../../support/pushRecords';

const HOUR_MS = 3_600_000;
const NOON_MS = MORNING_MS + 12 * HOUR_MS;
const YESTERDAY_MS = NOON_MS - 24 * HOUR_MS;

/** The registry with platforms that can pause, whatever their requests look like. */
const pausing = (platform: PushPlatform): PushPlatform => ({
	...platform,
	setStatus: ({ level, id, status }) => jsonRequest('POST', `https://example.com/${level}/${id}`, { status }),
});

const REPLACED = { meta_ads: pausing(metaAdsPush), google_ads: pausing(googleAdsPush) } as const;
const ORIGINAL = { meta_ads: PUSH_PLATFORMS.meta_ads, google_ads: PUSH_PLATFORMS.google_ads };
beforeAll(() => void Object.assign(PUSH_PLATFORMS, REPLACED));
afterAll(() => void Object.assign(PUSH_PLATFORMS, ORIGINAL));

/** A month of which so much is left, in euros. */
const month = (left: number): PeriodMoney => ({
	horizon: 'month',
	target: 3000_00,
	spent: 3000_00 - 100 * left,
	spentToday: 0,
	daysAhead: 3,
});

const paused = (atMs: number, more: Partial<PushRecord> = {}) =>
	pushedAt(atMs, 'enabled', 'paused', {
		platform: 'meta_ads',
		object: 'campaign/7',
		lever: 'status',
		why: 'pause',
		...more,
	});

const resumed = (atMs: number, more: Partial<PushRecord> = {}) => ({
	...paused(atMs, more),
	from: 'paused',
	to: 'enabled',
	why: 'resume',
	...more,
});

interface Given {
	readonly left?: number;
	readonly dayAmount?: string;
	readonly status?: string;
	readonly pushes?: readonly PushRecord[];
	readonly more?: object;
}

const meta = ({ left = 500, dayAmount = '100.00', status, pushes = [], more = {} }: Given) =>
	push({
		dayAmount,
		nowMs: NOON_MS,
		period: month(left),
		pushes,
		target: {
			platform: 'meta_ads',
			learning: 'stable',
			objects: [{ id: '7', current: { daily_budget: '10000', lifetime_budget: '0', ...(status && { status }) } }],
		},
		...more,
	});

const statusOf = ({ push: { requests, held } }: ReturnType<typeof push>) => [
	requests.filter(({ lever }) => lever === 'status').map(({ to }) => to),
	held.filter(({ lever }) => lever === 'status').map(({ code }) => code),
];

describe('what has no money is paused, and what was paused for it is resumed', () => {
	test.each`
		left   | status        | pushes                                                                      | requests       | held                     | because
		${0}   | ${undefined}  | ${[]}                                                                       | ${['paused']}  | ${[]}                    | ${"the month's money is gone"}
		${1}   | ${undefined}  | ${[]}                                                                       | ${[]}          | ${[]}                    | ${'there is a little left'}
		${0}   | ${'PAUSED'}   | ${[]}                                                                       | ${[]}          | ${['paused-by-someone']} | ${'a person paused it before'}
		${500} | ${'PAUSED'}   | ${[]}                                                                       | ${[]}          | ${['paused-by-someone']} | ${'what a person paused stays paused, and is said'}
		${0}   | ${'PAUSED'}   | ${[paused(YESTERDAY_MS)]}                                                   | ${[]}          | ${['unchanged']}         | ${'it is paused already'}
		${500} | ${'PAUSED'}   | ${[paused(YESTERDAY_MS)]}                                                   | ${['enabled']} | ${[]}                    | ${'we paused it, and there is money again'}
		${500} | ${undefined}  | ${[paused(YESTERDAY_MS)]}                                                   | ${['enabled']} | ${[]}                    | ${'our pause is confirmed, although it was not read'}
		${500} | ${undefined}  | ${[paused(YESTERDAY_MS, { status: 'unknown' })]}                            | ${[]}          | ${['push-unconfirmed']}  | ${'whether we paused it is not known'}
		${500} | ${'PAUSED'}   | ${[paused(YESTERDAY_MS, { status: 'unknown' })]}                            | ${['enabled']} | ${[]}                    | ${'the value read says that our pause arrived'}
		${500} | ${'ACTIVE'}   | ${[paused(YESTERDAY_MS, { status: 'unknown' })]}                            | ${[]}          | ${[]}                    | ${'our pause never arrived'}
		${0}   | ${'ACTIVE'}   | ${[paused(NOON_MS - HOUR_MS, { status: 'unknown' })]}                       | ${['paused']}  | ${[]}                    | ${'the pause was lost, and goes again'}
		${0}   | ${undefined}  | ${[paused(NOON_MS - HOUR_MS, { status: 'unknown' })]}                       | ${['paused']}  | ${[]}                    | ${'pausing twice does no harm'}
		${0}   | ${undefined}  | ${[paused(NOON_MS - 60_000, { status: 'prepared' })]}                       | ${[]}          | ${['push-under-way']}    | ${'it left a moment ago'}
		${0}   | ${'ACTIVE'}   | ${[paused(YESTERDAY_MS)]}                                                   | ${[]}          | ${['edited-by-someone']} | ${'a person enabled it again'}
		${500} | ${'ACTIVE'}   | ${[paused(YESTERDAY_MS)]}                                                   | ${[]}          | ${[]}                    | ${'a person was faster'}
		${500} | ${'PAUSED'}   | ${[paused(YESTERDAY_MS - 1), resumed(YESTERDAY_MS)]}                        | ${[]}          | ${['paused-by-someone']} | ${'a person paused it after we had resumed it'}
		${500} | ${'PAUSED'}   | ${[paused(YESTERDAY_MS - 1), resumed(YESTERDAY_MS, { status: 'failed' })]}  | ${['enabled']} | ${[]}                    | ${'our resuming failed, and goes again'}
		${500} | ${'PAUSED'}   | ${[paused(YESTERDAY_MS - 1), resumed(YESTERDAY_MS, { status: 'unknown' })]} | ${['enabled']} | ${[]}                    | ${'our resuming was lost'}
		${500} | ${undefined}  | ${[paused(YESTERDAY_MS - 1), resumed(YESTERDAY_MS, { status: 'unknown' })]} | ${[]}          | ${['push-unconfirmed']}  | ${'a person may have paused it since'}
		${500} | ${'ACTIVE'}   | ${[paused(YESTERDAY_MS - 1), resumed(YESTERDAY_MS)]}                        | ${[]}          | ${[]}                    | ${'all is as it should be'}
		${500} | ${'ARCHIVED'} | ${[]}                                                                       | ${[]}          | ${[]}                    | ${'a status that is none of ours'}
	`('$left left, read as $status: $requests $held, because $because', ({ left, status, pushes, requests, held }) => {
		expect(statusOf(meta({ left, status, pushes }))).toEqual([requests, held]);
	});

	test('a budget that somebody has changed is respected: hands off means that it is not paused either', () => {
		const edited = pushedAt(YESTERDAY_MS, '80.00', '90.00', { platform: 'meta_ads', object: 'campaign/7' });
		const { push: prepared } = meta({ left: 0, pushes: [edited] });
		expect(prepared.requests).toEqual([]);
		expect(prepared.held).toMatchObject([{ lever: 'day-total', code: 'edited-by-someone', needsPerson: true }]);
		const resume = { guards: { peoplesEdits: 'resume', resumeAfterHours: 0 } };
		expect(statusOf(meta({ left: 0, pushes: [edited], dayAmount: '60.00', more: resume }))).toEqual([['paused'], []]);
	});

	test.each`
		policy       | seenMs                    | requests      | because
		${'respect'} | ${YESTERDAY_MS}           | ${[]}         | ${'hands off, until released'}
		${'resume'}  | ${NOON_MS - 23 * HOUR_MS} | ${[]}         | ${'it is left alone for 24 hours'}
		${'resume'}  | ${NOON_MS - 25 * HOUR_MS} | ${['paused']} | ${'its time is over'}
		${'adopt'}   | ${NOON_MS - HOUR_MS}      | ${[]}         | ${'it is the amount of today'}
		${'adopt'}   | ${YESTERDAY_MS}           | ${['paused']} | ${'its day is over'}
	`('without money a budget that somebody has changed, $policy: $requests, because $because', (row) => {
		const { policy, seenMs, requests } = row as { policy: string; seenMs: number; requests: string[] };
		const edit = { value: '100.00', seenMs, toldMs: NOON_MS - 1 };
		const changed = pushedAt(YESTERDAY_MS - 1, '80.00', '90.00', { platform: 'meta_ads', object: 'campaign/7', edit });
		const more = { guards: { peoplesEdits: policy } };
		expect(statusOf(meta({ left: 0, dayAmount: '0.00', pushes: [changed], more }))[0]).toEqual(requests);
	});

	test('it says why, in which request, and how to take it back', () => {
		const { push: prepared, pushes } = meta({ left: 0 });
		expect(prepared.requests.filter(({ lever }) => lever === 'status')).toMatchObject([
			{
				object: 'campaign/7',
				from: 'enabled',
				to: 'paused',
				reason: {
					code: 'pause',
					message: 'campaign/7 is paused: the amount of the month is spent. It resumes when there is budget again',
				},
				body: { status: 'paused' },
				rollback: { body: { status: 'enabled' } },
			},
		]);
		expect(pushes.at(-1)).toMatchObject({ lever: 'status', status: 'prepared', to: 'paused' });
	});

	test.each`
		left   | balanceLeft | why                                   | because
		${500} | ${0}        | ${'the prepaid balance is used up'}   | ${'the balance is gone, and the month is not'}
		${500} | ${-100}     | ${'the prepaid balance is used up'}   | ${'it is overspent'}
		${0}   | ${100}      | ${'the amount of the month is spent'} | ${'the month is gone, and the balance is not'}
		${500} | ${100}      | ${null}                               | ${'both have something left'}
	`('with $left of the month and $balanceLeft cents of a prepaid balance: $because', ({ left, balanceLeft, why }) => {
		const { push: prepared } = meta({ left, more: { balanceLeft } });
		const reasons = prepared.requests.filter(({ lever }) => lever === 'status').map(({ reason }) => reason.message);
		expect(reasons).toEqual(
			why === null ? [] : [`campaign/7 is paused: ${why}. It resumes when there is budget again`],
		);
	});

	test('even on stale data, but not if only the daily budget is to be set', () => {
		expect(statusOf(meta({ left: 0, more: { stale: 'No report came' } }))).toEqual([['paused'], []]);
		const dayTotal = push({
			dayAmount: '100.00',
			period: month(0),
			target: { platform: 'meta_ads', lever: 'dayTotal', objects: [{ id: '7', current: 10_000 }] },
		});
		expect(statusOf(dayTotal)).toEqual([[], []]);
	});

	test('a pause that a dry run shows is recorded nowhere', () => {
		const { pushes, push: prepared } = meta({ left: 0, more: { dryRun: true } });
		expect(pushes).toEqual([]);
		expect(prepared.requests.filter(({ lever }) => lever === 'status')).toMatchObject([{ to: 'paused' }]);
	});
});

describe('a share of 0', () => {
	const shares = (platform: 'meta_ads' | 'google_ads' | 'pinterest_ads', guards: object = {}, more: object = {}) => {
		const unit = { meta_ads: 100, google_ads: 1e6, pinterest_ads: 1e6 }[platform];
		return push({
			dayAmount: '100.00',
			nowMs: NOON_MS,
			guards,
			target: {
				platform,
				...(platform !== 'meta_ads' && { accountId: '1' }),
				objects: [
					{ id: '1', share: 1, current: 90 * unit },
					{ id: '2', share: 0, current: 20 * unit },
				],
				...more,
			},
		}).push;
	};

	test('is a campaign that is paused where the platform can', () => {
		const { requests, held } = shares('meta_ads');
		expect(requests.map(({ object, lever, to }) => [object, lever, to])).toEqual([
			['campaign/1', 'day-total', '100.00'],
			['campaign/2', 'status', 'paused'],
		]);
		expect(held).toEqual([]);
	});

	test("gets the platform's minimum where it cannot", () => {
		const { requests, held } = shares('pinterest_ads', { minimumAmount: '5', maxChangeFraction: 1 });
		expect(requests.map(({ object, to }) => [object, to])).toEqual([
			['campaign/1', '100.00'],
			['campaign/2', '5.00'],
		]);
		expect(held).toMatchObject([{ object: 'campaign/2', code: 'below-minimum', allowed: '5.00' }]);
	});

	test('of one of several Google budgets pauses nothing: whose campaigns they are is not known', () => {
		const { requests, held } = shares(
			'google_ads',
			{ maxChangeFraction: 1 },
			{ campaignIds: ['111'], bidding: 'smart' },
		);
		expect(requests.map(({ object }) => object)).toEqual(['budget/1']);
		expect(held.map(({ object, code }) => [object, code])).toContainEqual(['budget/2', 'below-minimum']);
	});

	test('is said to be left alone if somebody has changed its budget', () => {
		const edited = pushedAt(YESTERDAY_MS, '80.00', '90.00', { platform: 'meta_ads', object: 'campaign/2' });
		const { push: prepared } = push({
			dayAmount: '100.00',
			nowMs: NOON_MS,
			pushes: [edited],
			target: {
				platform: 'meta_ads',
				objects: [
					{ id: '1', share: 1, current: 9000 },
					{ id: '2', share: 0, current: 2000 },
				],
			},
		});
		expect(prepared.requests.map(({ object }) => object)).toEqual(['campaign/1']);
		expect(prepared.held).toMatchObject([{ object: 'campaign/2', code: 'edited-by-someone' }]);
	});

	test('for every ID is a mistake if there is something to split', () => {
		const objects = [
			{ id: '1', share: 0, current: 1e6 },
			{ id: '2', share: 0, current: 1e6 },
		];
		expect(() => push({ dayAmount: '100.00', target: { platform: 'pinterest_ads', accountId: '1', objects } })).toThrow(
			/All shares .* are 0/,
		);
		expect(
			push({ dayAmount: '0.00', target: { platform: 'pinterest_ads', accountId: '1', objects } }).push.requests,
		).toEqual([]);
	});
});

test('Google campaigns are paused by their IDs when the month is spent, and their status is read from rows', () => {
	const google = (status: string | undefined, pushes: readonly PushRecord[] = []) =>
		push({
			dayAmount: '100.00',
			nowMs: NOON_MS,
			period: month(0),
			pushes,
			target: {
				platform: 'google_ads',
				accountId: '1',
				campaignIds: ['111'],
				bidding: 'smart',
				objects: [
					{
						id: '222',
						current: {
							...(status && { campaign: { id: '111', status } }),
							campaignBudget: { amountMicros: '100000000', period: 'DAILY' },
						},
					},
				],
			},
		});
	expect(statusOf(google('ENABLED'))).toEqual([['paused'], []]);
	expect(statusOf(google(undefined))).toEqual([['paused'], []]);
	expect(statusOf(google('PAUSED'))).toEqual([[], ['paused-by-someone']]);
});

test("a cut that the platform's quota does not allow becomes a pause, which ends with the next day", () => {
	const edits = [50, 40, 30, 20].map((minutes) =>
		pushedAt(NOON_MS - minutes * 60_000, '100.00', '100.00', { platform: 'meta_ads', object: 'campaign/7' }),
	);
	const spent = { dayAmount: '60.00', pushes: edits, more: { spent: 60 } };
	const run = meta(spent);
	expect(statusOf(run)).toEqual([['paused'], []]);
	expect(run.push.held).toMatchObject([{ code: 'edits-per-hour', lever: 'day-total' }]);
	const confirmed = run.pushes.map((record): PushRecord => ({ ...record, status: 'confirmed' }));
	const later = meta({ ...spent, pushes: confirmed, status: 'PAUSED', more: { spent: 60, nowMs: NOON_MS + HOUR_MS } });
	expect(later.push.requests.map(({ lever, to }) => [lever, to])).toEqual([['day-total', '58.20']]);
	const nextDay = meta({
		pushes: confirmed,
		status: 'PAUSED',
		more: { date: '2026-11-28', nowMs: NOON_MS + 13 * HOUR_MS },
	});
	expect(statusOf(nextDay)[0]).toEqual(['enabled']);
});
