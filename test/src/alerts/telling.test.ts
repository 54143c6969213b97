import fc from 'fast-check';

import {
	alertMessages,
	checkExhaustion,
	createState,
	describeAlert,
	ingest,
	markTold,
	type PacingState,
	readState,
	type ToldMessage,
} from '../../../src/index';
import type { AlertSettingsInput } from '../../../src/alerts/alertSettings';
import { markTold as mark } from '../../../src/alerts/markTold';
import { nextAlerts } from '../../../src/alerts/nextAlerts';
import { type Alert, type Finding, StandingAlert } from '../../../src/alerts/standingAlerts';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

const BUDGET = { budgetId: 'b', timeZone: 'UTC' };
const START_MS = Date.UTC(2026, 10, 23, 0, 20);

type Evidence = Finding['evidence'] | null | 'not judged';

interface Run {
	readonly evidence: Evidence;
	/** Whether the message of this run arrives, and is marked. */
	readonly arrives: boolean;
}

const toldNow = (alerts: readonly Alert[]) =>
	alerts.filter(
		(alert): alert is Alert & { state: 'firing' | 'resolved' } => alert.notify && alert.state !== 'pending',
	);

/** What hourly runs tell, where some messages are lost. */
function told(runs: readonly Run[], telling: { repeatAfterHours: number; tellUntilMarked: boolean }) {
	let standing: readonly StandingAlert[] = [];
	return runs.map(({ evidence, arrives }, hour) => {
		const findings: Finding[] =
			evidence === null || evidence === 'not judged'
				? []
				: [{ kind: 'no-delivery', about: '', severity: 'critical', message: 'Nothing', evidence }];
		const next = nextAlerts(standing, findings, {
			...BUDGET,
			nowMs: START_MS + hour * HOUR_MS,
			isJudged: () => evidence !== 'not judged',
			retells: (kind) => kind === 'no-delivery',
			resolution: () => `Over at ${hour}`,
			telling,
		});
		const messages = toldNow(next.alerts);
		const sent = messages.map(({ dedupKey, state }) => ({ budgetId: 'b', dedupKey, state }));
		standing = arrives ? mark({ alert: null, alerts: next.standing }, sent, BUDGET).alerts : next.standing;
		standing = standing.map((alert) => StandingAlert.parse(JSON.parse(JSON.stringify(alert))));
		return { messages, standing };
	});
}

const run = fc.record({
	evidence: fc.constantFrom<Evidence>('fires', 'waits', 'keeps', null, 'not judged'),
	arrives: fc.boolean(),
});
const UNTIL_MARKED = { repeatAfterHours: 0, tellUntilMarked: true };
const words = (runs: ReturnType<typeof told>) =>
	runs.map(({ messages }) => messages.map(({ state, repeated }) => `${state}${repeated ? ' again' : ''}`).join());

const lost = (evidence: Evidence): Run => ({ evidence, arrives: false });
const arrives = (evidence: Evidence): Run => ({ evidence, arrives: true });

test.each`
	runs                                                                           | messages                                                    | because
	${[lost('fires'), arrives('fires'), arrives('fires')]}                         | ${['firing', 'firing', '']}                                 | ${'the message that was lost is told in the next run, and not in the one after'}
	${[lost('fires'), lost('not judged'), lost('keeps')]}                          | ${['firing', '', 'firing']}                                 | ${'what a run cannot judge waits for one that can'}
	${[arrives('fires'), lost(null), lost(null), arrives(null), arrives(null)]}    | ${['firing', 'resolved', 'resolved', 'resolved', '']}       | ${'its end is told until it has arrived too'}
	${[arrives('fires'), lost(null), arrives('not judged'), arrives(null)]}        | ${['firing', 'resolved', 'resolved', '']}                   | ${'an end needs no judgement'}
	${[arrives('fires'), lost(null), lost('waits'), arrives('waits'), lost(null)]} | ${['firing', 'resolved', 'resolved', 'firing', 'resolved']} | ${'an alert that fires again takes the place of its end'}
	${[lost('fires'), lost(null), arrives(null), lost(null)]}                      | ${['firing', 'resolved', 'resolved', '']}                   | ${'the end is news, whether or not the beginning arrived'}
`('$because', ({ runs, messages }) => {
	expect(words(told(runs as Run[], UNTIL_MARKED))).toEqual(messages);
});

test('an end is told in the words of its first message', () => {
	const runs = told([arrives('fires'), lost(null), arrives(null)], UNTIL_MARKED);
	expect(runs.map(({ messages }) => messages[0]!.message)).toEqual(['Nothing', 'Over at 1', 'Over at 1']);
	expect(new Set(runs.map(({ messages }) => messages[0]!.dedupKey)).size).toBe(1);
});

test('for any runs, who gets a message that arrives knows how the alert stands', () => {
	fc.assert(
		fc.property(fc.array(run, { maxLength: 40 }), (runs) => {
			let known = 'nothing';
			told([...runs, arrives('not judged')], UNTIL_MARKED).forEach(({ messages, standing }, hour) => {
				expect(messages.length).toBeLessThanOrEqual(1);
				const message = messages[0];
				if ([...runs, arrives(null)][hour]!.arrives && message !== undefined) known = message.state;
				const alert = standing.find(({ state }) => state !== 'pending');
				const isKnown =
					alert === undefined
						? known !== 'firing'
						: alert.unmarked === true || alert.state === 'resolved' || known === 'firing';
				expect(isKnown).toBe(true);
			});
		}),
		RUNS,
	);
});

test('for any runs whose messages all arrive, alerts are told as if nobody had to mark them', () => {
	fc.assert(
		fc.property(fc.array(run, { maxLength: 40 }), (some) => {
			const runs = some.map(({ evidence }) => arrives(evidence));
			expect(words(told(runs, UNTIL_MARKED))).toEqual(words(told(runs, { ...UNTIL_MARKED, tellUntilMarked: false })));
		}),
		RUNS,
	);
});

test('an alert that fires is repeated after the hours that are set, and its end is not', () => {
	const runs = [...Array<Run>(9).fill(arrives('fires')), ...Array<Run>(9).fill(arrives(null))];
	const messages = words(told(runs, { repeatAfterHours: 4, tellUntilMarked: false }));
	expect(messages.flatMap((message, hour) => (message === '' ? [] : [`${hour} ${message}`]))).toEqual([
		'0 firing',
		'4 firing again',
		'8 firing again',
		'9 resolved',
	]);
});

test('an end that nobody marks is told for a week', () => {
	const runs = [lost('fires'), ...Array<Run>(24 * 8).fill(lost(null))];
	const said = told(runs, UNTIL_MARKED);
	expect(said.findLastIndex(({ messages }) => messages.length > 0)).toBe(1 + 7 * 24);
	expect(said.at(-1)!.standing).toEqual([]);
});

describe("the alert of the day's budget", () => {
	const TODAY = Date.UTC(2026, 5, 1);
	const learned = ingest(
		createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00', control: 'hourly-cap' }),
		hourly(TODAY - 28 * DAY_MS, 28 * 24, () => ({ spend: '41.67', conversions: 2 })),
		TODAY,
	).state;

	interface Hour {
		readonly spend: string;
		readonly arrives: boolean;
	}

	/** What checks at 20 past tell from ten o'clock on. */
	function said(hours: readonly Hour[], alerts: AlertSettingsInput, fromHour = 10) {
		let state: PacingState = learned;
		return hours.map(({ spend, arrives }, position) => {
			const endMs = TODAY + (fromHour + position) * HOUR_MS;
			const nowMs = endMs + HOUR_MS / 3;
			state = ingest(
				state,
				hourly(TODAY, fromHour + position, () => ({ spend, conversions: 2 })),
				endMs,
			).state;
			const checked = checkExhaustion(readState(JSON.parse(JSON.stringify(state))), { nowMs, alerts });
			({ state } = checked);
			const message = describeAlert(state, { exhaustion: checked.exhaustion, nowMs });
			const told = [message.alert, ...message.also].filter(({ notify }) => notify);
			if (arrives) {
				state = markTold(
					state,
					told.map(({ dedupKey, state: as }) => ({ budgetId: 'b', dedupKey, state: as as ToldMessage['state'] })),
				).state;
			}
			return told.map(
				({ kind, state: as, repeated }) =>
					`${kind} ${as}${repeated ? ' again' : ''}: ${alertMessages(message).text.slice(0, 60)}`,
			);
		});
	}

	const runaway = (arrives: boolean) => ({ spend: '85.00', arrives });
	const calm = (arrives: boolean) => ({ spend: '41.67', arrives });

	test('is told until it is marked, and so is its end', () => {
		const messages = said([runaway(false), runaway(true), runaway(true), calm(false), calm(true), calm(true)], {
			tellUntilMarked: true,
		});
		expect(messages).toEqual([
			[expect.stringMatching(/^exhaustion firing: \*b\*: Today's budget will run out/)],
			[expect.stringMatching(/^exhaustion firing: \*b\*: Today's budget will run out/)],
			[],
			[expect.stringMatching(/^exhaustion resolved: \*b\*: Resolved\. /)],
			[expect.stringMatching(/^exhaustion resolved: \*b\*: Resolved\. /)],
			[],
		]);
	});

	test('of which the end was lost fires again in its place', () => {
		const messages = said([runaway(true), calm(false), runaway(true), runaway(true)], { tellUntilMarked: true });
		expect(messages.map((told) => told.map((text) => text.split(':')[0]))).toEqual([
			['exhaustion firing'],
			['exhaustion resolved'],
			['exhaustion firing'],
			[],
		]);
	});

	test('is repeated after the hours that are set', () => {
		const messages = said(Array<Hour>(4).fill(runaway(true)), { repeatAfterHours: 2 }, 8);
		expect(messages.map((told) => told.map((text) => text.split(':')[0]))).toEqual([
			['exhaustion firing'],
			[],
			['exhaustion firing again'],
			[],
		]);
	});

	test('a lost resolution of yesterday is told beside the alert of today, each under its own key', () => {
		const firing: PacingState = {
			...learned,
			alert: { state: 'firing', sinceMs: TODAY - HOUR_MS, date: '2026-05-31' },
		};
		const alerts = { tellUntilMarked: true };
		const first = checkExhaustion(firing, { nowMs: TODAY + HOUR_MS / 3, alerts });
		const nowMs = TODAY + 10 * HOUR_MS;
		const spent = ingest(
			first.state,
			hourly(TODAY, 10, () => ({ spend: '85.00', conversions: 2 })),
			nowMs,
		).state;
		const { exhaustion, state } = checkExhaustion(spent, { nowMs, alerts });
		const message = describeAlert(state, { exhaustion, nowMs });
		expect(
			alertMessages(message).pagerdutyEvents.map(({ event_action: action, dedup_key: key }) => `${action} ${key}`),
		).toEqual(['trigger b/exhaustion/2026-06-01', 'resolve b/exhaustion/2026-05-31']);
		expect(alertMessages(message).text).toMatch(/ 31 May is over: €[\d,.]+ was spent, as far as it is reported\./);
	});

	test('is marked by a message about its present state only', () => {
		const { state } = checkExhaustion(
			ingest(
				learned,
				hourly(TODAY, 10, () => ({ spend: '85.00', conversions: 2 })),
				TODAY + 10 * HOUR_MS,
			).state,
			{ nowMs: TODAY + 10 * HOUR_MS, alerts: { tellUntilMarked: true } },
		);
		const about = (date: string, is: 'firing' | 'resolved') => [
			{ budgetId: 'b', dedupKey: `b/exhaustion/${date}`, state: is },
		];
		const firing = about('2026-06-01', 'firing');
		expect(markTold(state, about('2026-06-01', 'resolved'))).toEqual({ state, marked: 0 });
		expect(markTold(state, about('2026-05-31', 'firing')).marked).toBe(0);
		const marking = markTold(state, firing);
		expect(marking.marked).toBe(1);
		expect(markTold(marking.state, firing)).toEqual({
			state: marking.state,
			marked: 0,
		});
	});

	test('of a state that an earlier version stored is not told anew for want of a mark', () => {
		const spent = ingest(
			learned,
			hourly(TODAY, 10, () => ({ spend: '85.00', conversions: 2 })),
			TODAY + 10 * HOUR_MS,
		).state;
		const stored: unknown = { ...spent, alert: { state: 'firing', sinceMs: TODAY + 9 * HOUR_MS, date: '2026-06-01' } };
		const { exhaustion } = checkExhaustion(readState(stored), {
			nowMs: TODAY + 10 * HOUR_MS,
			alerts: { tellUntilMarked: true },
		});
		expect(exhaustion.alert).toMatchObject({ state: 'firing', notify: false });
	});
});
