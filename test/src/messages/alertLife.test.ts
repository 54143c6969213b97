import fc from 'fast-check';

import {
	alertMessages,
	checkExhaustion,
	createState,
	describeAlert,
	ingest,
	type PacingState,
	splitMoney,
} from '../../../src/index';
import { type AlertState, nextAlert } from '../../../src/alerts/alert';
import type { AlertEvidence } from '../../../src/forecast/dayEvidence';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

interface Check {
	readonly evidence: AlertEvidence | null;
	readonly isOver: boolean;
	readonly newDay: boolean;
}

const probability = fc.oneof(fc.constantFrom(0, 0.3, 0.5, 0.85, 1), fc.double({ min: 0, max: 1, noNaN: true }));

const check: fc.Arbitrary<Check> = fc.record({
	evidence: fc.option(fc.record({ material: probability, severe: probability })),
	isOver: fc.boolean(),
	newDay: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
});

const ONCE = { repeatAfterHours: 0, tellUntilMarked: false };

interface Notified {
	readonly alert: AlertState;
	readonly notify: boolean;
}

/** The alert after every check. */
function lifecycleOf(checks: readonly Check[]): Notified[] {
	let day = 1;
	let before: AlertState | null = null;
	return checks.map(({ evidence, isOver, newDay }, position) => {
		if (newDay) day++;
		const notified: Notified = nextAlert(before, {
			evidence,
			isOver,
			date: `day ${day}`,
			nowMs: position,
			telling: ONCE,
		});
		before = notified.alert;
		return notified;
	});
}

const CERTAIN: AlertEvidence = { material: 1, severe: 1 };

const alternating = (notified: readonly string[]) =>
	notified.map((_, position) => (position % 2 === 0 ? 'firing' : 'resolved'));

describe('for any sequence of forecasts', () => {
	test('firing and resolved alternate over all days, each notified once, firing first, and a resolution has the date of its alert', () => {
		fc.assert(
			fc.property(fc.array(check, { maxLength: 60 }), (checks) => {
				const lifecycle = lifecycleOf(checks);
				const notified = lifecycle.filter(({ notify }) => notify).map(({ alert }) => alert);
				expect(notified.map(({ state }) => state)).toEqual(alternating(notified.map(({ state }) => state)));
				notified.forEach(({ state, date }, position) => {
					if (state === 'resolved') expect(date).toBe(notified[position - 1]!.date);
				});
				const entered = lifecycle.filter(({ alert }, position) => alert.state !== lifecycle[position - 1]?.alert.state);
				expect(entered.filter(({ alert }) => ['firing', 'resolved'].includes(alert.state))).toEqual(
					lifecycle.filter(({ notify }) => notify),
				);
			}),
			RUNS,
		);
	});

	test('an alert that fires at midnight is resolved with its day, unless the new day cannot be judged', () => {
		const day: Check = { evidence: CERTAIN, isOver: false, newDay: false };
		const states = (first: AlertEvidence | null) =>
			lifecycleOf([day, { ...day, evidence: first, newDay: true }, day]).map(({ alert }) => [alert.state, alert.date]);
		expect(states(CERTAIN)).toEqual([
			['firing', 'day 1'],
			['resolved', 'day 1'],
			['firing', 'day 2'],
		]);
		expect(states(null)).toEqual([
			['firing', 'day 1'],
			['firing', 'day 1'],
			['resolved', 'day 1'],
		]);
	});

	test('an alert keeps the instant at which it entered its state', () => {
		fc.assert(
			fc.property(fc.array(check, { maxLength: 60 }), (checks) => {
				const alerts = lifecycleOf(checks).map(({ alert }) => alert);
				alerts.forEach((alert, position) => {
					const before = alerts[position - 1];
					const stays = before?.date === alert.date && before.state === alert.state;
					expect(alert.sinceMs).toBe(stays ? before.sinceMs : position);
				});
			}),
			RUNS,
		);
	});
});

test.each`
	before       | material | severe  | isOver   | next          | because
	${'ok'}      | ${0.9}   | ${0.6}  | ${false} | ${'firing'}   | ${'a shortfall that matters is all but certain, a severe one likely'}
	${'ok'}      | ${0.9}   | ${0.4}  | ${false} | ${'pending'}  | ${'it is probably a small one'}
	${'ok'}      | ${0.8}   | ${0.8}  | ${false} | ${'pending'}  | ${'one normal day in five looks like this'}
	${'ok'}      | ${0.4}   | ${0.1}  | ${false} | ${'ok'}       | ${'it will probably last'}
	${'pending'} | ${0.8}   | ${0.6}  | ${false} | ${'pending'}  | ${'a second look at the same evidence is no more of it'}
	${'pending'} | ${0.9}   | ${0.6}  | ${false} | ${'firing'}   | ${'there is more of it'}
	${'firing'}  | ${0.45}  | ${0.35} | ${false} | ${'firing'}   | ${'it does not flap'}
	${'firing'}  | ${0.2}   | ${0}    | ${false} | ${'resolved'} | ${'the budget will last'}
	${'firing'}  | ${0}     | ${0}    | ${true}  | ${'firing'}   | ${'the budget is used up'}
`('an alert that is $before becomes $next: $because', ({ before, material, severe, isOver, next }) => {
	const alert: AlertState = { state: before as AlertState['state'], sinceMs: 0, date: 'day' };
	const evidence = { material: material as number, severe: severe as number };
	expect(
		nextAlert(alert, { evidence, isOver: isOver as boolean, date: 'day', nowMs: 1, telling: ONCE }).alert.state,
	).toBe(next);
});

test('a check that finds every alert as it was leaves the very same state', () => {
	const first = checkExhaustion(learned, { nowMs: TODAY + HOUR_MS / 3 });
	const second = checkExhaustion(first.state, { nowMs: TODAY + HOUR_MS / 2 });
	expect(first.state.alert).toEqual({ state: 'ok', sinceMs: TODAY + HOUR_MS / 3, date: '2026-06-01' });
	expect(second.state).toBe(first.state);
});

test('the resolution of yesterday does not describe today', () => {
	const state: PacingState = { ...learned, alert: { state: 'firing', sinceMs: TODAY - HOUR_MS, date: '2026-05-31' } };
	const { exhaustion } = checkExhaustion(state, { nowMs: TODAY + HOUR_MS / 3 });
	const { text, pagerduty } = alertMessages(describeAlert(state, { exhaustion, nowMs: TODAY + HOUR_MS / 3 }));
	expect(exhaustion.alert).toMatchObject({ state: 'resolved', notify: true });
	expect(exhaustion.alert.dedupKey).toBe('b/exhaustion/2026-05-31');
	expect(pagerduty!.payload.summary).toBe('b: The day is over');
	expect(text).toMatch(/^\*b\*: 31 May is over: €[\d,.]+ was spent, as far as it is reported\./);
	expect(pagerduty!.event_action).toBe('resolve');
	expect(pagerduty!.dedup_key).toBe(exhaustion.alert.dedupKey);
});

const TODAY = Date.UTC(2026, 5, 1);
const EVEN_DAY = splitMoney('1000.00', Array<number>(24).fill(1), 'EUR');
const learned = ingest(
	createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00' }),
	hourly(TODAY - 28 * DAY_MS, 28 * 24, (hour) => ({ spend: EVEN_DAY[hour % 24]!, conversions: 2 })),
	TODAY,
).state;

test('for any restatements of a day, PagerDuty gets triggers and resolutions in turn, under one key', () => {
	const spends = fc.array(fc.option(fc.constantFrom('5.00', '40.00', '75.00', '130.00')), { maxLength: 8 });
	fc.assert(
		fc.property(spends, (levels) => {
			let state: PacingState = learned;
			const events = levels.flatMap((spend, position) => {
				const hour = 8 + position;
				const nowMs = TODAY + hour * HOUR_MS;
				if (spend !== null)
					state = ingest(
						state,
						hourly(TODAY, hour, () => ({ spend, conversions: 2 })),
						nowMs,
					).state;
				const checked = checkExhaustion(state, { nowMs });
				({ state } = checked);
				const { pagerduty } = alertMessages(describeAlert(state, { exhaustion: checked.exhaustion, nowMs }));
				return checked.exhaustion.alert.notify ? [pagerduty] : [];
			});
			const actions = events.map((event) => (event!.event_action === 'trigger' ? 'firing' : 'resolved'));
			expect(actions).toEqual(alternating(actions));
			expect(new Set(events.map((event) => event!.dedup_key)).size).toBeLessThanOrEqual(1);
		}),
		{ ...RUNS, numRuns: Math.min(RUNS.numRuns, 40) },
	);
});
