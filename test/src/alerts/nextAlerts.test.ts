import fc from 'fast-check';

import { nextAlerts } from '../../../src/alerts/nextAlerts';
import { type Alert, type Finding, StandingAlert } from '../../../src/alerts/standingAlerts';
import { DAY_MS, HOUR_MS } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

const START_MS = Date.UTC(2026, 10, 23, 0, 20);

const HERE = { retells: () => true, telling: { repeatAfterHours: 0, tellUntilMarked: false } };

type Seen = Pick<Finding, 'evidence' | 'value' | 'everyMorning'> | null | 'not judged';

/** What is told of one object over hourly runs, after what each run found. */
function told(runs: readonly Seen[], startMs = START_MS, timeZone = 'UTC'): Alert[][] {
	let before: readonly StandingAlert[] = [];
	return runs.map((seen, hour) => {
		const base = { kind: 'push-blocked', about: 'google_ads/budget/1', severity: 'warning', message: 'Stuck' } as const;
		const findings = seen === null || seen === 'not judged' ? [] : [{ ...base, ...seen }];
		const { standing, alerts } = nextAlerts(before, findings, {
			budgetId: 'b',
			timeZone,
			nowMs: startMs + hour * HOUR_MS,
			isJudged: () => seen !== 'not judged',
			...HERE,
			resolution: () => 'Over',
		});
		before = standing.map((alert) => StandingAlert.parse(JSON.parse(JSON.stringify(alert))));
		return [...alerts];
	});
}

const words = (alerts: readonly Alert[][]) =>
	alerts.map(([alert]) => (alert === undefined ? '-' : `${alert.state}${alert.notify ? '!' : ''}`));

const fires = { evidence: 'fires' } as const;
const waits = { evidence: 'waits' } as const;
const keeps = { evidence: 'keeps' } as const;

test.each`
	runs                                                      | states                                               | because
	${[fires, fires, fires, null, null]}                      | ${['firing!', 'firing', 'firing', 'resolved!', '-']} | ${'it is told once, and its end once'}
	${[waits, waits, null]}                                   | ${['pending', 'firing!', 'resolved!']}               | ${'the next run confirms it'}
	${[waits, null, waits]}                                   | ${['pending', '-', 'pending']}                       | ${'what was not confirmed is nothing'}
	${[keeps, fires, keeps, null]}                            | ${['-', 'firing!', 'firing', 'resolved!']}           | ${'weak evidence starts nothing, and ends nothing'}
	${[fires, 'not judged', fires, null]}                     | ${['firing!', '-', 'firing', 'resolved!']}           | ${'a run that could not see it changes nothing'}
	${[{ ...fires, value: '90' }, { ...fires, value: '80' }]} | ${['firing!', 'firing!']}                            | ${'another value is news'}
	${[fires, null, fires]}                                   | ${['firing!', 'resolved!', 'firing!']}               | ${'it comes back'}
`('$because', ({ runs, states }) => {
	expect(words(told(runs as Seen[]))).toEqual(states);
});

test.each`
	timeZone              | hours
	${'UTC'}              | ${['23T00:20', '23T07:20', '24T07:20']}
	${'Europe/Berlin'}    | ${['23T00:20', '23T06:20', '24T06:20']}
	${'America/New_York'} | ${['23T00:20', '23T12:20', '24T12:20']}
`('what is told every morning is told after seven in $timeZone', ({ timeZone, hours }) => {
	const runs = Array.from({ length: 40 }, () => ({ ...fires, everyMorning: true }));
	const said = told(runs, START_MS, timeZone as string).flatMap(([alert], hour) => (alert!.notify ? [hour] : []));
	expect(said.map((hour) => new Date(START_MS + hour * HOUR_MS).toISOString().slice(8, 16))).toEqual(hours);
});

test('for any runs, triggers and resolutions take turns under one key each, and nothing is told twice', () => {
	const seen = fc.constantFrom<Seen>(fires, waits, keeps, null, 'not judged');
	fc.assert(
		fc.property(fc.array(seen, { maxLength: 60 }), (runs) => {
			const messages = told(runs)
				.flat()
				.filter(({ notify }) => notify);
			messages.forEach(({ state, dedupKey }, position) => {
				expect(state).toBe(position % 2 === 0 ? 'firing' : 'resolved');
				if (state === 'resolved') expect(dedupKey).toBe(messages[position - 1]!.dedupKey);
			});
		}),
		RUNS,
	);
});

test('keys fit PagerDuty, whatever the budget is called, and tell objects apart', () => {
	const keyOf = (about: string) =>
		nextAlerts([], [{ kind: 'edited-by-someone', about, severity: 'warning', message: 'm', evidence: 'fires' }], {
			budgetId: 'x'.repeat(200),
			timeZone: 'UTC',
			nowMs: START_MS,
			isJudged: () => true,
			...HERE,
			resolution: () => '',
		}).alerts[0]!.dedupKey;
	expect(keyOf('y'.repeat(500)).length).toBeLessThanOrEqual(255);
	expect(keyOf('a')).not.toBe(keyOf('b'));
});

test('a state keeps a bounded number of alerts, the newest', () => {
	const finding = (about: string): Finding => ({
		kind: 'push-blocked',
		about,
		severity: 'warning',
		message: 'm',
		evidence: 'fires',
	});
	let standing: readonly StandingAlert[] = [];
	for (let run = 0; run < 30; run++) {
		({ standing } = nextAlerts(
			standing,
			Array.from({ length: 10 }, (_, at) => finding(`${run}/${at}`)),
			{
				budgetId: 'b',
				timeZone: 'UTC',
				nowMs: START_MS + run * DAY_MS,
				isJudged: () => false,
				...HERE,
				resolution: () => '',
			},
		));
	}
	expect(standing).toHaveLength(200);
	expect(standing.at(-1)!.about).toBe('29/9');
});
