import { confirmPush, createState, type PacingState } from '../../../src/index';
import { markTold } from '../../../src/alerts/markTold';
import type { Alert, StandingAlert } from '../../../src/alerts/standingAlerts';
import type { PeriodMoney } from '../../../src/guards/moneyLeft';
import type { PushRecord } from '../../../src/records/pushRecord';
import { HOUR_MS } from '../../support/deliveries';
import { MORNING_MS, push } from '../../support/plans';
import { pushedAt } from '../../support/pushRecords';

/** Google's unit of amounts. */
const MICROS = 1_000_000;

const month: PeriodMoney = { horizon: 'month', target: 3000_00, spent: 2000_00, spentToday: 0, daysAhead: 3 };

/** One hourly run: what is read, and what the run is given besides. */
interface Run {
	readonly current?: unknown;
	readonly guards?: object;
	readonly more?: object;
	/** Whether what it tells arrives, and is marked as told; nothing is to be marked where this is left out. */
	readonly arrives?: boolean;
}

/** What hourly runs tell, as `code!` for what is held back and told, `code` for what is only held back, and `resolved!`. */
function hourly(runs: readonly Run[], first: readonly PushRecord[] = [], platform = 'google_ads', dryRun = false) {
	let pushes = first;
	let alerts: readonly StandingAlert[] = [];
	const messages: string[] = [];
	const told = runs.map(({ current, guards = {}, more = {}, arrives }, hour) => {
		const nowMs = MORNING_MS + 8 * HOUR_MS + hour * HOUR_MS;
		const run = push({
			dayAmount: '100.00',
			date: new Date(nowMs).toISOString().slice(0, 10),
			nowMs,
			period: month,
			pushes,
			alerts,
			dryRun,
			guards,
			tellUntilMarked: arrives !== undefined,
			target: {
				platform,
				accountId: '1',
				learning: 'stable',
				objects: [
					{
						id: '222',
						...(current !== undefined && { current: typeof current === 'number' ? current * MICROS : current }),
					},
				],
				...more,
			} as never,
		});
		({ pushes, alerts } = run);
		if (arrives === true) alerts = markTold({ alert: null, alerts }, toldNow(run.push.alerts), BUDGET).alerts;
		// What leaves arrives at once.
		pushes = pushes.map(
			(record): PushRecord => (record.status === 'prepared' ? { ...record, status: 'confirmed' } : record),
		);
		messages.push(...run.push.alerts.filter(({ notify }) => notify).map(({ message }) => message));
		return [
			...run.push.held.filter(({ alert }) => alert !== null).map(({ code, notify }) => `${code}${notify ? '!' : ''}`),
			...run.push.alerts
				.filter(({ state }) => state === 'resolved')
				.map(({ notify }) => `resolved${notify ? '!' : ''}`),
		];
	});
	return { told, messages, standing: alerts };
}

const BUDGET = { budgetId: 'b', timeZone: 'UTC' };

const toldNow = (alerts: readonly Alert[]) =>
	alerts.flatMap(({ notify, state, dedupKey }) =>
		notify && state !== 'pending' ? [{ budgetId: 'b', dedupKey, state }] : [],
	);

const YESTERDAY_MS = MORNING_MS - 20 * HOUR_MS;
const ours = pushedAt(YESTERDAY_MS, '80.00', '90.00');
const paused = { daily_budget: '10000', lifetime_budget: '0', status: 'PAUSED' };
const active = { ...paused, status: 'ACTIVE' };

describe('what waits for a person is told once, and once when it is in order again', () => {
	test.each`
		runs                                                                                           | pushes                              | platform        | dryRun   | told                                                                                  | because
		${[{}, {}, {}, { current: 100 }]}                                                              | ${[]}                               | ${'google_ads'} | ${false} | ${[['current-unknown!'], ['current-unknown'], ['current-unknown'], ['resolved!']]}    | ${'the budget in force was not read'}
		${[{}, {}, { current: 100 }]}                                                                  | ${[]}                               | ${'google_ads'} | ${true}  | ${[['current-unknown!'], ['current-unknown'], ['resolved!']]}                         | ${'a dry run tells it once too'}
		${[{}, {}, { current: 90 }]}                                                                   | ${[{ ...ours, status: 'unknown' }]} | ${'google_ads'} | ${false} | ${[['push-unconfirmed!'], ['push-unconfirmed'], ['resolved!']]}                       | ${'its outcome is not known'}
		${[{ current: 95 }, { current: 95 }, { current: 90 }]}                                         | ${[ours]}                           | ${'google_ads'} | ${false} | ${[['edited-by-someone!'], ['edited-by-someone'], ['resolved!']]}                     | ${'the old value is back'}
		${[{ current: 95 }, { current: 200 }]}                                                         | ${[ours]}                           | ${'google_ads'} | ${false} | ${[['edited-by-someone!'], ['edited-by-someone!']]}                                   | ${'another edit is news'}
		${[{ current: 95 }, { current: 95, guards: { peoplesEdits: 'resume', resumeAfterHours: 0 } }]} | ${[ours]}                           | ${'google_ads'} | ${false} | ${[['edited-by-someone!'], ['resolved!']]}                                            | ${'it is released'}
		${[{ current: 95 }, {}, { current: 95 }]}                                                      | ${[ours]}                           | ${'google_ads'} | ${false} | ${[['edited-by-someone!'], ['edited-by-someone'], ['edited-by-someone']]}             | ${'a run that read nothing ends nothing'}
		${[{ current: paused }, { current: paused }, { current: active }]}                             | ${[]}                               | ${'meta_ads'}   | ${false} | ${[['paused-by-someone!'], ['paused-by-someone'], ['resolved!']]}                     | ${"a person's pause"}
		${[{ current: paused }, {}, { current: paused }]}                                              | ${[]}                               | ${'meta_ads'}   | ${false} | ${[['paused-by-someone!'], ['current-unknown!'], ['paused-by-someone', 'resolved!']]} | ${'whether it still is paused was not read'}
	`('$because', ({ runs, pushes, platform, dryRun, told }) => {
		expect(hourly(runs as Run[], pushes as PushRecord[], platform as string, dryRun as boolean).told).toEqual(told);
	});

	test("under Resume and Adopt a person's edit is told once, with what follows", () => {
		const runs = Array.from({ length: 30 }, () => ({
			current: 95,
			guards: { peoplesEdits: 'resume', resumeAfterHours: 48 },
		}));
		const { messages } = hourly(runs, [ours]);
		expect(messages).toEqual([expect.stringMatching(/US\$95\.00 is in force.*plans are followed again from 29 Nov/)]);
	});

	test("a person's pause is told with what it does to the month, and again every morning", () => {
		const { messages } = hourly(
			Array.from({ length: 30 }, () => ({ current: paused })),
			[],
			'meta_ads',
		);
		expect(messages).toHaveLength(2);
		expect(messages[0]).toBe(
			'campaign/222 is paused, and not by this workflow: it is left alone, and nothing is spent there until somebody resumes it. Without it, the month would end at US$2,000.00 of US$3,000.00',
		);
	});

	test('nothing stands when all is in order', () => {
		expect(hourly([{}, { current: 100 }, { current: 100 }]).standing).toEqual([]);
	});
});

describe('where messages are marked', () => {
	const lost = { arrives: false };
	const arrives = { arrives: true };

	test.each`
		runs                                                                                                | told                                                                                                      | because
		${[lost, arrives, arrives]}                                                                         | ${[['current-unknown!'], ['current-unknown!'], ['current-unknown']]}                                      | ${'what was lost is told in the next run'}
		${[arrives, { ...lost, current: 100 }, { ...arrives, current: 100 }, { ...arrives, current: 100 }]} | ${[['current-unknown!'], ['resolved!'], ['resolved!'], []]}                                               | ${'its end is told until it has arrived too'}
		${[lost, { ...lost, current: 100 }, lost, arrives, arrives]}                                        | ${[['current-unknown!'], ['resolved!'], ['current-unknown!'], ['current-unknown!'], ['current-unknown']]} | ${'what is back takes the place of its end'}
	`('$because', ({ runs, told }) => {
		expect(hourly(runs as Run[]).told).toEqual(told);
	});

	test('ends that Check Exhaustion has to tell stay until it does', () => {
		const over: StandingAlert = {
			kind: 'month-over',
			about: 'month/2026-11-01',
			state: 'resolved',
			sinceMs: YESTERDAY_MS,
			toldMs: YESTERDAY_MS,
			message: 'Back',
		};
		for (const tellUntilMarked of [true, false]) {
			const target = { platform: 'google_ads' as const, accountId: '1', objects: [{ id: '222' }] };
			const { push: prepared, alerts } = push({ alerts: [over], tellUntilMarked, target });
			expect(prepared.alerts.map(({ kind }) => kind)).toEqual(['push-blocked']);
			expect(alerts[0]).toBe(over);
		}
	});
});

describe('a refusal', () => {
	const budget = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '100.00' });
	const REFUSED = { statusCode: 400, body: { error: { code: 3, message: 'Budget too low' } } };
	const DONE = { statusCode: 200, body: { success: true, results: [{}] } };

	/** What is told of pushes of one object that are answered one after the other. */
	function answered(answers: readonly object[], idOf: (push: number) => string, tellUntilMarked = false): boolean[] {
		let state: PacingState = budget;
		return answers.map((answer, push) => {
			const atMs = MORNING_MS + push * 5 * HOUR_MS;
			const record = pushedAt(atMs, '80.00', '90.00', { pushId: idOf(push), status: 'prepared' });
			state = { ...state, pushes: [...(state.pushes ?? []), record] };
			const settled = confirmPush(state, {
				answers: [{ pushId: idOf(push), ...answer }],
				nowMs: atMs,
				tellUntilMarked,
			});
			({ state } = settled);
			return settled.confirmations[0]!.notify;
		});
	}

	test.each`
		answers                              | idOf                                             | told                          | because
		${[REFUSED, REFUSED, REFUSED]}       | ${(push: number) => `p${push}`}                  | ${[true, false, false]}       | ${'it is told once, on another day too'}
		${[REFUSED, REFUSED, DONE, REFUSED]} | ${() => 'dry-run/meta_ads/campaign/7/day-total'} | ${[true, false, false, true]} | ${'in a dry run it ends with what would be accepted'}
	`('$because', ({ answers, idOf, told }) => {
		expect(answered(answers as object[], idOf as (push: number) => string)).toEqual(told);
	});

	test('is told again and again where nobody marks it', () => {
		expect(answered([REFUSED, REFUSED], (at) => `p${at}`, true)).toEqual([true, true]);
	});

	test('is in order once a push was confirmed, and Prepare Push says so', () => {
		const alert: StandingAlert = {
			kind: 'push-blocked',
			about: 'google_ads/budget/222/day-total',
			state: 'firing',
			sinceMs: YESTERDAY_MS,
			toldMs: YESTERDAY_MS,
		};
		const next = (status: PushRecord['status']) =>
			push({
				dayAmount: '100.00',
				nowMs: MORNING_MS,
				pushes: [{ ...ours, status, code: status === 'failed' ? 'refused' : 'accepted' }],
				alerts: [alert],
				target: {
					platform: 'google_ads',
					accountId: '1',
					objects: [{ id: '222', current: (status === 'failed' ? 80 : 90) * MICROS }],
				},
			}).push.alerts;
		expect(next('failed')).toEqual([]);
		expect(next('confirmed')).toMatchObject([
			{ state: 'resolved', notify: true, message: 'Resolved. Nothing about budget/222 is waiting for you any more' },
		]);
	});
});
