import { confirmPush, createState, optimizeAllocation, type PacingState, preparePush } from '../../../src/index';
import type { PushRecord } from '../../../src/records/pushRecord';
import { MORNING_MS } from '../../support/plans';
import { pushedAt } from '../../support/pushRecords';

const HOUR_MS = 3_600_000;
const NOW_MS = MORNING_MS + 12 * HOUR_MS;
const AT_MS = NOW_MS - 60_000;

const budget = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '100.00' });

const stateWith = (...pushes: PushRecord[]): PacingState => ({ ...budget, pushes });

const pushOf = (id: string, more: Partial<PushRecord> = {}) =>
	pushedAt(AT_MS, '80.00', '90.00', { pushId: id, status: 'prepared', currency: 'EUR', ...more });

const confirm = (record: PushRecord, answer: object) => {
	const { state, confirmations } = confirmPush(stateWith(record), {
		answers: [{ pushId: record.pushId, ...answer }],
		nowMs: NOW_MS,
	});
	return { record: state.pushes![0]!, confirmation: confirmations[0]! };
};

const DONE = { results: [{ resourceName: 'customers/1/campaignBudgets/222' }] };
const REFUSED = { error: { code: 3, message: 'Budget too low' } };

describe('an answer settles its push', () => {
	test.each`
		before         | answer                                                     | status         | code              | inForce    | retry              | person   | because
		${'prepared'}  | ${{ statusCode: 200, body: DONE }}                         | ${'confirmed'} | ${'accepted'}     | ${'90.00'} | ${null}            | ${false} | ${'it was accepted'}
		${'prepared'}  | ${{ statusCode: 400, body: REFUSED }}                      | ${'failed'}    | ${'refused'}      | ${'80.00'} | ${NOW_MS}          | ${true}  | ${'somebody has to correct it'}
		${'prepared'}  | ${{ statusCode: 503 }}                                     | ${'failed'}    | ${'server-error'} | ${'80.00'} | ${NOW_MS}          | ${false} | ${'it goes again at once'}
		${'prepared'}  | ${{ statusCode: 429, headers: { 'Retry-After': '90' } }}   | ${'failed'}    | ${'rate-limited'} | ${'80.00'} | ${NOW_MS + 90_000} | ${false} | ${'not before the platform allows it'}
		${'prepared'}  | ${{ statusCode: 200, body: '<html>Sign in</html>' }}       | ${'unknown'}   | ${'unreadable'}   | ${null}    | ${null}            | ${false} | ${'a page of a proxy says nothing of the change'}
		${'prepared'}  | ${{ statusCode: 200, body: JSON.stringify(DONE) }}         | ${'confirmed'} | ${'accepted'}     | ${'90.00'} | ${null}            | ${false} | ${'JSON that came as text is read'}
		${'failed'}    | ${{ statusCode: 200 }}                                     | ${'failed'}    | ${undefined}      | ${'80.00'} | ${NOW_MS}          | ${false} | ${'an answer that cannot be read is no news'}
		${'confirmed'} | ${{ statusCode: 200 }}                                     | ${'confirmed'} | ${undefined}      | ${'90.00'} | ${null}            | ${false} | ${'the value was read in force already'}
		${'prepared'}  | ${{ error: { code: 'ECONNABORTED', message: 'timeout' } }} | ${'unknown'}   | ${'no-answer'}    | ${null}    | ${null}            | ${false} | ${'the change may have been made'}
		${'prepared'}  | ${{ error: { code: 'ECONNREFUSED' }, statusCode: 200 }}    | ${'unknown'}   | ${'no-answer'}    | ${null}    | ${null}            | ${false} | ${'an error decides, whatever stands beside it'}
		${'prepared'}  | ${{ error: { message: '503 - down', status: 503 } }}       | ${'failed'}    | ${'server-error'} | ${'80.00'} | ${NOW_MS}          | ${false} | ${'the error carries the status of an answer'}
		${'unknown'}   | ${{ statusCode: 200, body: DONE }}                         | ${'confirmed'} | ${'accepted'}     | ${'90.00'} | ${null}            | ${false} | ${'the answer comes late'}
		${'failed'}    | ${{ statusCode: 200, body: DONE }}                         | ${'confirmed'} | ${'accepted'}     | ${'90.00'} | ${null}            | ${false} | ${'an older value had been read'}
		${'failed'}    | ${{ error: {} }}                                           | ${'failed'}    | ${undefined}      | ${'80.00'} | ${NOW_MS}          | ${false} | ${'no answer is no news'}
		${'confirmed'} | ${{ error: {} }}                                           | ${'confirmed'} | ${undefined}      | ${'90.00'} | ${null}            | ${false} | ${'the value was read in force already'}
		${'confirmed'} | ${{ statusCode: 503 }}                                     | ${'confirmed'} | ${undefined}      | ${'90.00'} | ${null}            | ${false} | ${'the value was read in force already'}
	`('$before, then $answer: $status, because $because', ({ before, answer, status, code, inForce, retry, person }) => {
		const { record, confirmation } = confirm(pushOf('p', { status: before }), answer);
		expect(record).toMatchObject({ status, ...(code && { code, settledMs: NOW_MS }) });
		expect(confirmation).toMatchObject({
			pushId: 'p',
			budgetId: 'b',
			status,
			inForce,
			retryAtMs: retry,
			needsPerson: person,
		});
		expect(confirmation.next).toMatch(/^[A-Z].*[^.]$/);
		expect(confirmation.reason.message).toMatch(/^[A-Z].*[^.:]$|^budget/);
	});

	test.each`
		header                             | wait      | because
		${'120'}                           | ${120}    | ${'seconds'}
		${120}                             | ${120}    | ${'a number'}
		${['120']}                         | ${120}    | ${'a list of one'}
		${'Fri, 27 Nov 2026 12:21:00 GMT'} | ${60}     | ${'a date'}
		${'9999999'}                       | ${86_400} | ${'at most a day: more is a fault'}
		${'soon'}                          | ${0}      | ${'not a wait'}
		${'-5'}                            | ${0}      | ${'not a wait'}
	`('Retry-After $header is respected: $because', ({ header, wait }) => {
		const { confirmation } = confirm(pushOf('p'), { statusCode: 429, headers: { 'retry-after': header } });
		expect(confirmation.retryAtMs).toBe(NOW_MS + 1000 * wait);
	});

	test('it says in sentences what happened and what happens next', () => {
		const said = (answer: object, more: Partial<PushRecord> = {}) => {
			const { confirmation } = confirm(pushOf('p', more), answer);
			return [confirmation.reason.message, confirmation.next];
		};
		expect(said({ statusCode: 200, body: DONE })).toEqual([
			'Google Ads accepted the change: budget/222 is at €90.00',
			'Nothing more to do: the next run checks that it is still in force',
		]);
		expect(said({ statusCode: 400, body: REFUSED })).toEqual([
			'Google Ads refused the change: Budget too low',
			'Correct what the platform objects to; from 27 Nov 2026, 12:20 on, the next run tries again with what its plan then asks for',
		]);
		expect(said({ statusCode: 503 })).toEqual([
			'Google Ads had an internal error',
			'From 27 Nov 2026, 12:20 on, the next run pushes what its plan then asks for',
		]);
		const unavailable = { error: { code: 503, message: 'The service is currently unavailable.' } };
		expect(said({ statusCode: 503, body: unavailable })[0]).toBe(
			'Google Ads had an internal error: The service is currently unavailable',
		);
		expect(said({ error: { message: 'timeout of 30000ms exceeded' } })).toEqual([
			'No answer came from Google Ads, so the change may or may not have been made: timeout of 30000ms exceeded',
			"The next run reads the value in force and goes by it, if 'Current Values' is mapped",
		]);
		expect(said({ error: {} }, { status: 'confirmed' })[0]).toBe(
			'budget/222 was read at €90.00 in the meantime: the change was made',
		);
	});
});

describe('several answers', () => {
	test('each settles its own push, in order', () => {
		const state = stateWith(pushOf('a'), pushOf('b', { object: 'budget/2' }), pushOf('c', { object: 'budget/3' }));
		const { state: after, confirmations } = confirmPush(state, {
			answers: [
				{ pushId: 'c', statusCode: 503 },
				{ pushId: 'a', statusCode: 200, body: DONE },
			],
			nowMs: NOW_MS,
		});
		expect(confirmations.map(({ pushId, status }) => [pushId, status])).toEqual([
			['c', 'failed'],
			['a', 'confirmed'],
		]);
		expect(after.pushes!.map(({ status }) => status)).toEqual(['confirmed', 'prepared', 'failed']);
		expect(state.pushes!.map(({ status }) => status)).toEqual(['prepared', 'prepared', 'prepared']);
	});

	test('the same answer twice changes nothing more', () => {
		const answers = [{ pushId: 'a', statusCode: 503 }];
		const once = confirmPush(stateWith(pushOf('a')), { answers, nowMs: NOW_MS });
		const twice = confirmPush(once.state, { answers, nowMs: NOW_MS });
		expect(twice.state).toBe(once.state);
		expect(twice.confirmations).toEqual(once.confirmations);
	});

	test('a state that is stored and read back decides the same', () => {
		const { state } = confirmPush(stateWith(pushOf('a')), { answers: [{ pushId: 'a', error: {} }], nowMs: NOW_MS });
		const answers = [{ pushId: 'a', statusCode: 200, body: DONE }];
		const stored = JSON.parse(JSON.stringify(state)) as PacingState;
		expect(confirmPush(stored, { answers, nowMs: NOW_MS })).toEqual(confirmPush(state, { answers, nowMs: NOW_MS }));
	});
});

describe("a platform's words are short and hold no secrets", () => {
	const words = (message: string) =>
		confirm(pushOf('p'), { statusCode: 400, body: { error: { message } } }).confirmation.reason.message;

	test.each`
		message                                                   | hidden                 | because
		${'Error validating access_token=EAABsbCS1iHgBAKZA'}      | ${'EAABsbCS1iHgBAKZA'} | ${'a token by its name'}
		${'Invalid header Authorization: Bearer ya29.a0AfH6SMBx'} | ${'ya29'}              | ${'a bearer token'}
		${'developer-token "abcDEF123456" is not approved'}       | ${'abcDEF123456'}      | ${'a developer token'}
		${`Malformed ${'Zx9'.repeat(20)}`}                        | ${'Zx9Zx9'}            | ${'anything that looks like one'}
	`('$because', ({ message, hidden }) => {
		expect(words(message)).not.toContain(hidden);
		expect(words(message)).toContain('…');
	});

	const page = (body: unknown) => confirm(pushOf('p'), { statusCode: 200, body }).confirmation.reason.message;

	test.each`
		body                                                                                     | begins                       | because
		${'<html><head><style>a{}</style><script>x()</script></head><!-- v1 --> Sign in</html>'} | ${'Sign in'}                 | ${'what a person would see of a page'}
		${'<script>let a = "<b>"; while (true)'}                                                 | ${undefined}                 | ${'a script that was cut off has no words'}
		${`Sign in ${'now '.repeat(500)}`}                                                       | ${/^Sign in now .{40,80}…$/} | ${'the first characters'}
		${{ results: [] }}                                                                       | ${'{"results":[]}'}          | ${'JSON as it came'}
		${'null'}                                                                                | ${'null'}                    | ${'JSON that is nothing'}
		${undefined}                                                                             | ${'no body'}                 | ${'nothing came'}
		${''}                                                                                    | ${'no body'}                 | ${'nothing came'}
	`('of an answer that cannot be read it shows the beginning, and says what to check: $because', ({ body, begins }) => {
		const [, said, shown] = /^(.*node\))(?:: (.*))?$/.exec(page(body))!;
		expect(said).toBe(
			"Google Ads does not answer a change like this, so its outcome is not known (check 'Method', 'URL', 'Proxy' and 'Response Format' in the HTTP Request node)",
		);
		if (begins instanceof RegExp) expect(shown).toMatch(begins);
		else expect(shown).toBe(begins);
	});

	test('one line of limited length, without markup', () => {
		expect(words(`<b>Too\n\n low</b>`)).toBe('Google Ads refused the change: Too low');
		expect(words('low '.repeat(500)).length).toBeLessThan(300);
	});
});

describe('an answer that belongs to no push is an error that says what to map', () => {
	test.each`
		answer                                                     | said
		${{ pushId: 'other', statusCode: 200 }}                    | ${/The budget 'b' has no push 'other'/}
		${{ pushId: '', statusCode: 200 }}                         | ${/must be the pushId of a prepared request/}
		${{ pushId: 'p' }}                                         | ${/The answer of Google Ads has no status/}
		${{ pushId: 'dry-run/mars/x/day-total', statusCode: 200 }} | ${/has no push/}
	`('$answer: $said', ({ answer, said }) => {
		expect(() => confirmPush(stateWith(pushOf('p')), { answers: [answer], nowMs: NOW_MS })).toThrow(said);
	});
});

test('a dry run is answered too, and no push is recorded', () => {
	const { state } = optimizeAllocation(budget, { strategy: 'even_distribution', nowMs: NOW_MS });
	const objects = [{ id: '222', current: 80_000_000 }];
	const target = { platform: 'google_ads', accountId: '1', objects } as const;
	const fresh = { ...state, ledger: { ...state.ledger, dataUntilMs: NOW_MS } } as PacingState;
	const { push } = preparePush(fresh, { target, nowMs: NOW_MS });
	expect(push.requests).toHaveLength(1);
	const { pushId } = push.requests[0]!;
	const confirmation = (answer: object) => {
		const { state: after, confirmations } = confirmPush(fresh, { answers: [{ pushId, ...answer }], nowMs: NOW_MS });
		expect({ ...after, alerts: undefined }).toEqual(fresh);
		return confirmations[0]!;
	};
	expect(confirmation({ statusCode: 200, body: DONE })).toMatchObject({
		dryRun: true,
		status: 'confirmed',
		object: 'budget/222',
		reason: { message: 'This was a dry run: Google Ads would accept the change' },
		inForce: null,
	});
	expect(confirmation({ statusCode: 400, body: REFUSED })).toMatchObject({
		dryRun: true,
		status: 'failed',
		next: 'Nothing was changed and nothing is recorded: resolve this before you switch off Dry Run',
	});
});
