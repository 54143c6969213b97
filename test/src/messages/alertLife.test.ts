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
import { type AlertState, nextAlert } from '../../../src/pacing/alert';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

interface Check {
	readonly probability: number | null;
	readonly isOver: boolean;
	readonly newDay: boolean;
}

const check: fc.Arbitrary<Check> = fc.record({
	probability: fc.option(fc.oneof(fc.constantFrom(0, 0.3, 0.5, 0.6, 1), fc.double({ min: 0, max: 1, noNaN: true }))),
	isOver: fc.boolean(),
	newDay: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
});

/** What was told on each day, check by check. */
function lifeOf(checks: readonly Check[]): { readonly told: string[]; readonly alerts: AlertState[] }[] {
	const days = [{ told: [] as string[], alerts: [] as AlertState[] }];
	let before: AlertState | null = null;
	checks.forEach(({ probability, isOver, newDay }, position) => {
		if (newDay) days.push({ told: [], alerts: [] });
		const { alert, notify } = nextAlert(before, { probability, isOver, date: `day ${days.length}`, nowMs: position });
		days.at(-1)!.alerts.push(alert);
		if (notify) days.at(-1)!.told.push(alert.state);
		before = alert;
	});
	return days;
}

const alternating = (told: readonly string[]) =>
	told.map((_, position) => (position % 2 === 0 ? 'firing' : 'resolved'));

describe('for any sequence of forecasts', () => {
	test('firing and resolved alternate within a day, each told once, firing first', () => {
		fc.assert(
			fc.property(fc.array(check, { maxLength: 60 }), (checks) => {
				for (const { told, alerts } of lifeOf(checks)) {
					expect(told).toEqual(alternating(told));
					const entered = alerts.filter(({ state }, position) => state !== alerts[position - 1]?.state);
					const count = (state: string, list: readonly string[]) => list.filter((one) => one === state).length;
					for (const state of ['firing', 'resolved']) {
						expect(count(state, told)).toBe(
							count(
								state,
								entered.map((alert) => alert.state),
							),
						);
					}
				}
			}),
			RUNS,
		);
	});

	test('an alert keeps the instant since when it is in its state', () => {
		fc.assert(
			fc.property(fc.array(check, { maxLength: 60 }), (checks) => {
				const alerts = lifeOf(checks).flatMap((day) => day.alerts);
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

const TODAY = Date.UTC(2026, 5, 1);
const EVEN_DAY = splitMoney('1000.00', Array<number>(24).fill(1), 'EUR');
const learned = ingest(
	createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00' }),
	hourly(TODAY - 28 * DAY_MS, 28 * 24, (hour) => ({ spend: EVEN_DAY[hour % 24]!, conversions: 2 })),
	TODAY,
).state;

test('for any restatements of a day, PagerDuty is told to trigger and to resolve in turn, under one key', () => {
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
