import {
	alertMessages,
	type BudgetDefinitionInput,
	checkExhaustion,
	createState,
	describeAlert,
	ingest,
	type PacingState,
	updateDefinition,
} from '../../../src/index';
import { type AlertsBefore, checkExhaustion as checkBudget } from '../../../src/status/checkExhaustion';
import { dayContext } from '../../../src/forecast/dayContext';
import type { StandingAlert } from '../../../src/alerts/standingAlerts';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday, and the first of a month of 30 days. */
const FIRST = Date.UTC(2026, 5, 1);

const MONTHLY = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '30000.00' } as const;

/** Days that spend so much each, evenly, from four weeks before a month on. */
function spending(
	perDay: (day: number) => number,
	days: number,
	definition: BudgetDefinitionInput = MONTHLY,
): PacingState {
	const windows = hourly(FIRST - 28 * DAY_MS, (28 + days) * 24, (hour) => ({
		spend: (perDay(Math.floor(hour / 24) - 28) / 24).toFixed(6),
		conversions: 2,
	}));
	return ingest(createState(definition), windows, FIRST + days * DAY_MS).state;
}

interface Told {
	readonly atMs: number;
	readonly kind: string;
	readonly state: string;
	readonly text: string;
}

/** Days from one check to the next: enough for what is in doubt for a day. */
const STEP = 2;

/** What checks every other midnight tell of days that spend so much each, evenly. */
function told(
	perDay: (day: number) => number,
	days: number,
	options: Parameters<typeof checkExhaustion>[1] | object = {},
	definition: BudgetDefinitionInput = MONTHLY,
) {
	let state = spending(perDay, 0, definition);
	const messages: Told[] = [];
	for (let day = 0; day < days; day += STEP) {
		const fromMs = FIRST + day * DAY_MS;
		const nowMs = fromMs + STEP * DAY_MS;
		const spendAt = (hour: number) => (perDay(day + Math.floor(hour / 24)) / 24).toFixed(6);
		({ state } = ingest(
			state,
			hourly(fromMs, 24 * STEP, (hour) => ({ spend: spendAt(hour), conversions: 0 })),
			nowMs,
		));
		const checked = checkExhaustion(state, { ...options, nowMs });
		({ state } = checked);
		const { text } = alertMessages(describeAlert(state, { exhaustion: checked.exhaustion, nowMs }));
		for (const alert of checked.exhaustion.alerts) {
			if (alert.notify) messages.push({ atMs: nowMs, kind: alert.kind, state: alert.state, text });
		}
	}
	return { messages, state };
}

const summary = ({ messages }: ReturnType<typeof told>) => messages.map(({ kind, state }) => `${kind} ${state}`);

/** 970 to 1030 a day: a month that lands within its band. */
const steady = (day: number) => 1000 + 30 * Math.sin(7 * day);

describe('a month', () => {
	test.each`
		perDay                                                                  | days  | kinds                                           | because
		${steady}                                                               | ${30} | ${[]}                                           | ${'it lands'}
		${(day: number) => (day < 0 ? 1300 : steady(day))}                      | ${24} | ${[]}                                           | ${'the month before spent more, and this one is on its pace'}
		${(day: number) => (day < 0 ? 700 : steady(day))}                       | ${24} | ${[]}                                           | ${'the month before spent less'}
		${(day: number) => 1.3 * steady(day)}                                   | ${12} | ${['month-over firing']}                        | ${'every day spends a third too much'}
		${(day: number) => 0.7 * steady(day)}                                   | ${12} | ${['month-under firing']}                       | ${'every day spends a third too little'}
		${(day: number) => (day < 10 ? 1.3 : day < 22 ? 0.7 : 1) * steady(day)} | ${29} | ${['month-over firing', 'month-over resolved']} | ${'it was steered back'}
	`(
		'of which $because',
		({ perDay, days, kinds }) => {
			expect(summary(told(perDay as (day: number) => number, days as number))).toEqual(kinds);
		},
		60_000,
	);

	test('is told with its interval, and with what a day may spend', () => {
		const { messages } = told((day) => 1.3 * steady(day), 12);
		expect(messages[0]!.text).toMatch(
			/The month is projected at €3\d,\d{3}\.\d\d \(€3\d,\d{3}\.\d\d to €\d\d,\d{3}\.\d\d\), 1[23]\d% of €30,000\.00\. From today on, €\d{3}\.\d\d a day would meet it\./,
		);
	}, 60_000);

	test('a wider band is silent, and it tightens to the end', () => {
		const options = { alerts: { bandAtStart: 0.6, bandAtEnd: 0.6 } };
		expect(summary(told((day) => 1.3 * steady(day), 12, options))).toEqual([]);
		const slightly = (day: number) => 1.07 * steady(day);
		expect(summary(told(slightly, 8))).toEqual([]);
		expect(summary(told(slightly, 26))).toContain('month-over firing');
	}, 120_000);
});

describe('a month that is reported from its eleventh day on', () => {
	/** What checks of the eighth and tenth day after the first report find, with what was spent before it. */
	function found(perDay: number, spentBeforeFirstReport: string) {
		let state = createState({ ...MONTHLY, spentBeforeFirstReport });
		const alerts = [];
		for (const day of [8, 10]) {
			const nowMs = FIRST + (10 + day) * DAY_MS;
			const spend = (hour: number) => ((perDay / 24) * (1 + 0.1 * Math.sin(hour))).toFixed(6);
			({ state } = ingest(
				state,
				hourly(FIRST + 10 * DAY_MS, 24 * day, (hour) => ({ spend: spend(hour) })),
				nowMs,
			));
			const checked = checkExhaustion(state, { nowMs });
			({ state } = checked);
			alerts.push(...checked.exhaustion.alerts.filter(({ state: stage }) => stage === 'firing'));
		}
		return alerts.map(({ kind, message }) => `${kind}: ${message}`);
	}

	test.each`
		perDay  | before        | alerts                                                      | because
		${1000} | ${'10000.00'} | ${[]}                                                       | ${'10,000 before and 20,000 since are its amount'}
		${1300} | ${'10000.00'} | ${[/^month-over: The month is projected at €3[56],\d{3}/]}  | ${'10,000 before and 26,000 since'}
		${700}  | ${'10000.00'} | ${[/^month-under: The month is projected at €2[34],\d{3}/]} | ${'10,000 before and 14,000 since'}
	`('is told once with its projection: $because', ({ perDay, before, alerts }) => {
		expect(found(perDay as number, before as string)).toEqual(
			(alerts as RegExp[]).map((said) => expect.stringMatching(said)),
		);
	});
});

describe('a month whose budget is gone', () => {
	const runaway = (day: number) => (day === 8 ? 36_522 : day > 8 ? 0 : 1000);
	const nowMs = FIRST + 9 * DAY_MS + 3 * HOUR_MS;
	const state = spending(runaway, 9);
	const checked = checkExhaustion(
		ingest(
			state,
			hourly(FIRST + 9 * DAY_MS, 3, () => ({ spend: '0' })),
			nowMs,
		).state,
		{ nowMs },
	);
	const message = describeAlert(checked.state, { exhaustion: checked.exhaustion, nowMs });
	const { text, pagerduty, slack } = alertMessages(message);

	test('is told as that, never as a day to wait for', () => {
		expect(checked.exhaustion).toMatchObject({ status: 'exhausted', alert: { state: 'ok', notify: false } });
		expect(text).toBe(
			'*b*: The monthly budget of €30,000.00 is exceeded by €14,522.00; nothing is left until 1 July. Raise the budget, or lower or pause the campaigns.',
		);
		expect(pagerduty).toMatchObject({
			event_action: 'trigger',
			payload: { summary: 'b: The monthly budget is exceeded', severity: 'critical', class: 'budget_month_over' },
		});
		expect(JSON.stringify(slack)).not.toMatch(/tomorrow|until the day|on pace/);
	});

	test('is told once more neither on its last day nor as the end of an alert of a day', () => {
		const lastNoon = FIRST + 29 * DAY_MS + 12 * HOUR_MS;
		const silent = hourly(FIRST + 9 * DAY_MS, 20 * 24 + 12, () => ({ spend: '0' }));
		const firing = { state: 'firing', sinceMs: FIRST + 8 * DAY_MS, date: '2026-06-09' } as const;
		const before = { ...ingest(checked.state, silent, lastNoon).state, alert: firing };
		const { exhaustion } = checkExhaustion(before, { nowMs: lastNoon });
		expect(exhaustion).toMatchObject({ status: 'exhausted', alert: { state: 'firing', notify: false } });
		expect(exhaustion.alerts).toMatchObject([{ kind: 'month-over', state: 'firing', notify: false }]);
	});

	test('is told as over in the next month, with what was spent, and never as resolved', () => {
		const { messages } = told((day) => (day === 30 ? 1000 : runaway(day)), 31);
		expect(messages.map(({ kind, state: is }) => `${kind} ${is}`)).toEqual([
			'month-over firing',
			'month-over resolved',
		]);
		expect(messages.at(-1)!.atMs).toBeGreaterThanOrEqual(FIRST + 30 * DAY_MS);
		expect(messages.at(-1)!.text).toBe(
			'*b*: The month from 1 June is over: €44,522.00 was spent, as far as it is reported.',
		);
		expect(messages.filter(({ text: said }) => said.includes('Resolved'))).toEqual([]);
	}, 60_000);

	test('is not told as over where the amount of the month is taken out', () => {
		const weekly = updateDefinition(checked.state, { ...MONTHLY, monthlyAmount: undefined, weeklyAmount: '7000.00' });
		const { exhaustion } = checkExhaustion(weekly, { nowMs: nowMs + HOUR_MS });
		const ended = exhaustion.alerts.find(({ kind }) => kind === 'month-over');
		expect(ended).toMatchObject({
			state: 'resolved',
			message: 'Resolved. No amount is set for the month from 1 June any more',
		});
	});

	test.each`
		definition                                                                                                          | said
		${{ ...MONTHLY, monthlyAmount: undefined, weeklyAmount: '7000.00' }}                                                | ${'The weekly budget of €7,000.00 is exceeded by €3,000.00; nothing is left until 8 June'}
		${{ ...MONTHLY, monthlyAmount: undefined, flight: { start: '2026-06-01', end: '2026-06-20', amount: '10000.00' } }} | ${'The budget of the flight of €10,000.00 is spent; nothing is left of it'}
	`('$said', ({ definition, said }) => {
		const spent = spending((day) => (day < 0 ? 1000 : 2500), 4, definition as BudgetDefinitionInput);
		const at = FIRST + 4 * DAY_MS;
		const { exhaustion } = checkExhaustion(spent, { nowMs: at });
		expect(exhaustion.alerts).toMatchObject([{ state: 'firing', severity: 'critical', message: said }]);
		expect(exhaustion.reasons[0]).toMatchObject({ message: said });
	});
});

describe('demand that does not take what is left of a month', () => {
	const state = spending(() => 900, 10);
	/** Checks every so many hours; of the month so many euros have no place. */
	const check = (without: readonly number[], hours: number) => {
		let standing: AlertsBefore = { alert: null };
		return without.map((euros, run) => {
			const days = 10 + Math.floor((run * hours) / 24);
			const context = dayContext(
				spending(() => 900, days),
				FIRST + 10 * DAY_MS + run * hours * HOUR_MS,
			);
			const target = { ...context.target, from: 'month' as const, unplaced: { ofPeriod: 100 * euros, ofDay: 0 } };
			const { alert, alerts, exhaustion } = checkBudget({ ...context, target }, standing);
			standing = { alert, alerts };
			return exhaustion.alerts.flatMap(({ kind, state: is, notify }) => (notify ? [`${kind} ${is}`] : []));
		});
	};

	test.each`
		without               | hours | told                                  | because
		${[2000, 2000, 2000]} | ${1}  | ${[[], [], []]}                       | ${'two hours are no evidence'}
		${[1000, 1000]}       | ${24} | ${[[], []]}                           | ${'a thirtieth is little'}
		${[2000, 2000]}       | ${24} | ${[[], ['limited-by-demand firing']]} | ${'a day is evidence, and the month is not told as short besides'}
	`('$because', ({ without, hours, told: expected }) => {
		expect(check(without as number[], hours as number)).toEqual(expected);
	});

	test('is not over on the last days, when little is left to place', () => {
		const firing: StandingAlert = {
			kind: 'limited-by-demand',
			about: 'month/2026-06-01',
			state: 'firing',
			sinceMs: FIRST,
			toldMs: FIRST,
		};
		const context = dayContext(
			spending(() => 700, 29),
			FIRST + 29 * DAY_MS,
		);
		const target = { ...context.target, from: 'month' as const, unplaced: { ofPeriod: 0, ofDay: 0 } };
		const { exhaustion } = checkBudget({ ...context, target }, { alert: null, alerts: [firing] });
		expect(exhaustion.alerts.map(({ kind, state: is }) => [kind, is])).toEqual([['limited-by-demand', 'firing']]);
	});

	test('is over when it has its place again', () => {
		expect(check([2000, 2000, 1000, 100], 0).flat()).toEqual([]);
		const firing: StandingAlert = {
			kind: 'limited-by-demand',
			about: 'month/2026-06-01',
			state: 'firing',
			sinceMs: FIRST,
			toldMs: FIRST,
		};
		const after = (euros: number) => {
			const context = dayContext(state, FIRST + 10 * DAY_MS);
			const target = { ...context.target, from: 'month' as const, unplaced: { ofPeriod: 100 * euros, ofDay: 0 } };
			return checkBudget({ ...context, target }, { alert: null, alerts: [firing] }).exhaustion.alerts.filter(
				({ kind }) => kind === 'limited-by-demand',
			);
		};
		expect(after(1000)).toMatchObject([{ state: 'firing', notify: false }]);
		expect(after(100)).toMatchObject([
			{ state: 'resolved', notify: true, message: 'Resolved. The campaigns can spend what is left of the month' },
		]);
	});
});

describe('old data', () => {
	const state = spending(() => 1000, 1, { ...MONTHLY, monthlyAmount: undefined, dailyAmount: '1000.00' });
	const check = (from: PacingState, hours: number) =>
		checkExhaustion(from, { nowMs: FIRST + DAY_MS + hours * HOUR_MS });

	test('are an alert of their own, after two checks, and one message when they end', () => {
		const first = check(state, 8);
		expect(first.exhaustion).toMatchObject({
			status: 'stale-data',
			alert: { state: 'ok', notify: false },
			alerts: [{ kind: 'stale-data', state: 'pending', notify: false }],
		});
		const second = check(first.state, 9);
		const message = (of: typeof second, hours: number) =>
			alertMessages(describeAlert(of.state, { exhaustion: of.exhaustion, nowMs: FIRST + DAY_MS + hours * HOUR_MS }));
		expect(second.exhaustion.alerts).toMatchObject([{ kind: 'stale-data', state: 'firing', notify: true }]);
		expect(message(second, 9)).toMatchObject({
			text: '*b*: The latest report ended 9 hours ago, so pacing cannot be judged. Check the workflow and the report that feed this budget, and whether its campaigns deliver.',
			pagerduty: {
				event_action: 'trigger',
				payload: { summary: 'b: Budget cannot be judged without fresh data', class: 'budget_stale_data' },
			},
		});
		const third = check(second.state, 10);
		expect(third.exhaustion.alerts).toMatchObject([{ state: 'firing', notify: false }]);
		const fresh = hourly(FIRST + DAY_MS, 11, () => ({ spend: '41.67' }));
		const fourth = check(ingest(third.state, fresh, FIRST + DAY_MS + 11 * HOUR_MS).state, 11);
		expect(fourth.exhaustion.alerts).toMatchObject([
			{ state: 'resolved', notify: true, dedupKey: second.exhaustion.alerts[0]!.dedupKey },
		]);
		expect(message(fourth, 11).text).toBe('*b*: Resolved. Reports are up to date again.');
		expect(check(fourth.state, 11).exhaustion.alerts).toEqual([]);
	});

	test.each`
		clickEvery | expected      | because
		${1}       | ${['firing']} | ${'a click comes every hour, so that eleven silent hours are missing reports'}
		${6}       | ${[]}         | ${'a click comes every six hours, so that they may be chance'}
	`('are told only if silence is no chance: $because', ({ clickEvery, expected }) => {
		const clicks = hourly(FIRST - 27 * DAY_MS, 28 * 24, (hour) => ({
			spend:
				(hour * 7919 + ((hour * hour) % 13)) % (clickEvery as number) === 0
					? String((1000 / 24) * (clickEvery as number))
					: '0',
		}));
		const small = ingest(
			createState({ ...MONTHLY, monthlyAmount: undefined, dailyAmount: '1000.00' }),
			clicks,
			FIRST + DAY_MS,
		).state;
		const { state: after } = check(small, 10);
		expect(check(after, 11).exhaustion).toMatchObject({ status: 'stale-data' });
		expect(check(after, 11).exhaustion.alerts.map(({ state: is }) => is)).toEqual(expected);
	});

	test('leave other alerts as they are', () => {
		const early = hourly(FIRST + DAY_MS, 4, () => ({ spend: '200' }));
		const firing = check(ingest(state, early, FIRST + DAY_MS + 4 * HOUR_MS).state, 4);
		expect(firing.exhaustion.alert).toMatchObject({ state: 'firing', notify: true });
		for (const hours of [9, 10, 30]) {
			const { exhaustion } = check(firing.state, hours);
			expect(exhaustion).toMatchObject({ alert: { state: 'firing', notify: false } });
		}
	});
});

test('a state from before there were other alerts is read as it was', () => {
	const state = JSON.parse(JSON.stringify(spending(() => 1000, 1))) as PacingState;
	expect(state).not.toHaveProperty('alerts');
	expect(checkExhaustion(state, { nowMs: FIRST + DAY_MS }).exhaustion.alerts).toEqual([]);
});
