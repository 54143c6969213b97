import type { PushTargetInput } from '../../../src/platforms/pushTarget';
import { PUSH_PLATFORMS } from '../../../src/platforms/registry';
import { confirmPush } from '../../../src/push/confirmPush';
import type { PushRecord } from '../../../src/records/pushRecord';
import { MORNING_MS, push } from '../../support/plans';
import { pushedAt } from '../../support/pushRecords';

const HOUR_MS = 3_600_000;
const NOON_MS = MORNING_MS + 12 * HOUR_MS;

const google = (current?: number): PushTargetInput => ({
	platform: 'google_ads',
	lever: 'dayTotal',
	accountId: '1',
	objects: [{ id: '222', ...(current !== undefined && { current: current * 1e6 }) }],
});

const earlier = (status: PushRecord['status'], more: Partial<PushRecord> = {}) =>
	pushedAt(NOON_MS - HOUR_MS, '80.00', '90.00', { status, ...more });

const noon = (current: number | undefined, pushes: readonly PushRecord[], more: object = {}) =>
	push({ dayAmount: '100.00', target: google(current), nowMs: NOON_MS, pushes, ...more });

describe('the value read settles the last push', () => {
	test.each`
		status         | current | settled        | code              | to           | because
		${'prepared'}  | ${90}   | ${'confirmed'} | ${'read-back'}    | ${'100.00'}  | ${'it arrived, although no answer said so'}
		${'prepared'}  | ${80}   | ${'failed'}    | ${'not-in-force'} | ${'100.00'}  | ${'it was lost: it does not hold the next push'}
		${'unknown'}   | ${90}   | ${'confirmed'} | ${'read-back'}    | ${'100.00'}  | ${'a timeout after the change was made'}
		${'unknown'}   | ${80}   | ${'failed'}    | ${'not-in-force'} | ${'100.00'}  | ${'a timeout before the change was made'}
		${'failed'}    | ${90}   | ${'confirmed'} | ${'read-back'}    | ${'100.00'}  | ${'the platform failed after it had made the change'}
		${'failed'}    | ${80}   | ${'failed'}    | ${undefined}      | ${'100.00'}  | ${'it failed, and goes again'}
		${'confirmed'} | ${90}   | ${'confirmed'} | ${undefined}      | ${'100.00'}  | ${'nothing happened since'}
		${'confirmed'} | ${80}   | ${'confirmed'} | ${undefined}      | ${undefined} | ${'somebody put it back: an edit'}
		${'prepared'}  | ${95}   | ${'prepared'}  | ${undefined}      | ${undefined} | ${'neither from nor to: an edit, also right after a push'}
		${'failed'}    | ${95}   | ${'failed'}    | ${undefined}      | ${undefined} | ${'neither from nor to: an edit'}
	`('$status, and $current is in force: $settled, because $because', ({ status, current, settled, code, to }) => {
		const { pushes, push: prepared } = noon(current, [earlier(status)]);
		expect(pushes[0]).toMatchObject({ status: settled, ...(code && { code, settledMs: NOON_MS }) });
		expect(prepared.requests.map((request) => request.to)).toEqual(to === undefined ? [] : [to]);
		if (to === undefined) expect(prepared.held).toMatchObject([{ code: 'edited-by-someone' }]);
	});

	test.each`
		status         | from         | code                  | because
		${'confirmed'} | ${'90.00'}   | ${undefined}          | ${'what was confirmed is in force'}
		${'failed'}    | ${'80.00'}   | ${undefined}          | ${'what failed is not'}
		${'prepared'}  | ${undefined} | ${'push-unconfirmed'} | ${'nobody knows: nothing is guessed'}
		${'unknown'}   | ${undefined} | ${'push-unconfirmed'} | ${'nobody knows: nothing is guessed'}
	`('$status without a value read: $because', ({ status, from, code }) => {
		const { push: prepared } = noon(undefined, [earlier(status)]);
		expect(prepared.requests.map((request) => request.from)).toEqual(from === undefined ? [] : [from]);
		expect(prepared.held.map((held) => held.code)).toEqual(code === undefined ? [] : [code]);
	});

	test('a value read before an answer can have come says nothing: the push may be on its way', () => {
		const { pushes, push: prepared } = push({
			dayAmount: '100.00',
			target: google(80),
			nowMs: NOON_MS,
			pushes: [pushedAt(NOON_MS - 60_000, '80.00', '90.00', { status: 'prepared' })],
			guards: { coolDownMinutes: 0 },
		});
		expect(prepared.requests).toEqual([]);
		expect(prepared.held).toMatchObject([{ code: 'push-under-way' }]);
		expect(pushes).toMatchObject([{ status: 'prepared' }]);
	});

	test('a late arrival of an earlier lost push is ours, not an edit by a person', () => {
		const pushes = [
			pushedAt(NOON_MS - 3 * HOUR_MS, '80.00', '90.00', { status: 'unknown' }),
			pushedAt(NOON_MS - HOUR_MS, '80.00', '85.00', { status: 'unknown' }),
		];
		const { pushes: after, push: prepared } = noon(90, pushes);
		expect(after[1]).toMatchObject({ status: 'failed', code: 'not-in-force' });
		expect(prepared.requests).toMatchObject([{ from: '90.00', to: '100.00' }]);
	});

	test('a dry run settles nothing', () => {
		const records = [earlier('prepared')];
		expect(noon(80, records, { dryRun: true }).pushes).toBe(records);
	});
});

describe('a page of a proxy instead of an answer is no push that a person reverts', () => {
	const PAGE = { statusCode: 200, body: '<html>Sign in to the proxy</html>' };
	const FIVE_HOURS_MS = 5 * HOUR_MS;

	test.each`
		platform           | unit   | current | settled        | to           | because
		${'google_ads'}    | ${1e6} | ${80}   | ${'failed'}    | ${'100.00'}  | ${'the proxy kept the request: it goes again'}
		${'google_ads'}    | ${1e6} | ${100}  | ${'confirmed'} | ${undefined} | ${'the request went through: nothing is left to do'}
		${'meta_ads'}      | ${100} | ${80}   | ${'failed'}    | ${'100.00'}  | ${'the same on every platform'}
		${'microsoft_ads'} | ${1}   | ${80}   | ${'failed'}    | ${'100.00'}  | ${'the same on every platform'}
	`('$platform at $current: $settled, because $because', ({ platform, unit, current, settled, to }) => {
		const target = (value: number) => ({
			platform,
			lever: 'dayTotal' as const,
			accountId: '1',
			managerAccountId: '2',
			...(platform === 'meta_ads' && { learning: 'stable' as const }),
			objects: [{ id: '222', current: value * unit }],
		});
		const guards = { maxChangeFraction: 10 };
		const first = push({ dayAmount: '100.00', target: target(80), nowMs: MORNING_MS, guards });
		const [request] = first.push.requests;
		const { pushes, confirmations } = confirmPush(
			{ budgetId: 'b', timeZone: 'UTC', pushes: first.pushes, alerts: [] },
			PUSH_PLATFORMS,
			{ answers: [{ pushId: request!.pushId, ...PAGE }], nowMs: MORNING_MS + 30_000 },
		);
		expect(confirmations).toMatchObject([{ status: 'unknown', inForce: null, reason: { code: 'unreadable' } }]);
		const nowMs = MORNING_MS + FIVE_HOURS_MS;
		const later = push({ dayAmount: '100.00', target: target(current), nowMs, pushes, guards });
		expect(later.pushes[0]).toMatchObject({ status: settled });
		expect(later.pushes[0]).not.toHaveProperty('edit');
		expect(later.push.requests.map((sent) => sent.to)).toEqual(to === undefined ? [] : [to]);
		expect(later.push.held.map(({ code }) => code)).not.toContain('edited-by-someone');
	});
});

describe('what failed goes again, and the present plan decides', () => {
	test('the same plan is pushed again, outside of the cool-down and the quota of the day', () => {
		const planId = '2026-11-27-0000000000000001';
		const lost = (hour: number) =>
			pushedAt(MORNING_MS + hour * HOUR_MS, '80.00', '100.00', { status: 'failed', planId });
		const { push: prepared } = noon(80, [lost(11), { ...lost(11), atMs: NOON_MS - 61 * 60_000 }]);
		expect(prepared.requests).toMatchObject([{ to: '100.00' }]);
	});

	test('a lost push of an older plan is not repeated', () => {
		const { push: prepared } = push({
			dayAmount: '70.00',
			target: google(80),
			nowMs: NOON_MS,
			pushes: [earlier('failed', { from: '80.00', to: '120.00' })],
		});
		expect(prepared.requests).toMatchObject([{ to: '70.00' }]);
	});

	test.each`
		failures | minutes | sent     | because
		${1}     | ${0}    | ${true}  | ${'the first time at once'}
		${2}     | ${29}   | ${false} | ${'then after half an hour'}
		${2}     | ${30}   | ${true}  | ${'then after half an hour'}
		${3}     | ${59}   | ${false} | ${'then after an hour'}
		${3}     | ${60}   | ${true}  | ${'then after an hour'}
		${9}     | ${119}  | ${false} | ${'then every two hours'}
		${9}     | ${120}  | ${true}  | ${'at the latest within two hours'}
	`('$failures failures, $minutes minutes after the last: $sent, because $because', ({ failures, minutes, sent }) => {
		const pushes = Array.from({ length: failures as number }, (_, step) =>
			pushedAt(NOON_MS - ((minutes as number) + 2 * (failures - 1 - step)) * 60_000, '80.00', '100.00', {
				status: 'failed',
				code: 'server-error',
			}),
		);
		const { push: prepared } = noon(80, pushes);
		expect(prepared.requests).toHaveLength(sent ? 1 : 0);
		if (!sent) expect(prepared.held).toMatchObject([{ code: 'waiting-to-resend' }]);
	});

	test('not before the platform allows it', () => {
		const lost = (retryAtMs: number) => [earlier('failed', { code: 'rate-limited', retryAtMs })];
		expect(noon(80, lost(NOON_MS + 1)).push.held).toMatchObject([
			{
				code: 'waiting-to-resend',
				message: 'The last push failed, and the platform asks to wait: it is sent again from 27 Nov 2026, 12:20 on',
			},
		]);
		expect(noon(80, lost(NOON_MS)).push.requests).toHaveLength(1);
	});

	test('a platform counts requests that failed: its hourly quota still holds', () => {
		const pushes = [NOON_MS - 20, NOON_MS - 10].map((atMs) => pushedAt(atMs, '80.00', '100.00', { status: 'failed' }));
		const { push: prepared } = noon(80, pushes.slice(1), { guards: { editsPerHour: 1 } });
		expect(prepared.held).toMatchObject([{ code: 'edits-per-hour' }]);
	});
});
