import fc from 'fast-check';

import { DEFAULT_ALERTS } from '../../../src/alerts/alertSettings';
import { markTold } from '../../../src/alerts/markTold';
import { nextAlerts } from '../../../src/alerts/nextAlerts';
import { planAlerts } from '../../../src/alerts/planAlerts';
import { type Alert, type Finding, StandingAlert } from '../../../src/alerts/standingAlerts';
import { tellingOf, watchedFindings } from '../../../src/alerts/watch';
import type { SpendPlan } from '../../../src/plan/spendPlan';
import { HOUR_MS } from '../../support/deliveries';
import { RUNS } from '../../support/runs';

const BUDGET = { budgetId: 'b', timeZone: 'UTC' };
const START_MS = Date.UTC(2026, 10, 23, 8);
const MINUTE_MS = HOUR_MS / 60;

/** A look at one budget: by Check Exhaustion, which tells once, or by a watch, which marks what it tells. */
interface Look {
	readonly by: 'check' | 'watch';
	/** Minutes after the look before it. */
	readonly after: number;
	readonly evidence: Finding['evidence'] | null;
}

const toldNow = (alerts: readonly Alert[]) =>
	alerts.filter(
		(alert): alert is Alert & { state: 'firing' | 'resolved' } => alert.notify && alert.state !== 'pending',
	);

/** What looks at an alert of delivery tell, each with who tells it. */
function told(looks: readonly Look[]): string[] {
	const watch = new Set(['no-delivery'] as const);
	let standing: readonly StandingAlert[] = [];
	let nowMs = START_MS;
	return looks.map(({ by, after, evidence }) => {
		nowMs += after * MINUTE_MS;
		const findings: Finding[] =
			evidence === null ? [] : [{ kind: 'no-delivery', about: '', severity: 'critical', message: 'Nothing', evidence }];
		const isWatch = by === 'watch';
		const next = nextAlerts(standing, isWatch ? watchedFindings(findings, watch) : findings, {
			...BUDGET,
			nowMs,
			isJudged: () => true,
			retells: () => true,
			resolution: () => 'Over',
			telling: tellingOf(DEFAULT_ALERTS, isWatch ? watch : undefined),
		});
		const messages = toldNow(next.alerts);
		const sent = messages.map(({ dedupKey, state }) => ({ budgetId: 'b', dedupKey, state }));
		const marked = isWatch ? markTold({ alert: null, alerts: next.standing }, sent, BUDGET).alerts : next.standing;
		standing = marked.map((alert) => StandingAlert.parse(JSON.parse(JSON.stringify(alert))));
		return messages.map(({ state }) => `${by} ${state}`).join();
	});
}

test.each`
	looks                                                                       | messages                                  | because
	${[['watch', 15, 'fires'], ['check', 15, 'fires'], ['watch', 15, 'fires']]} | ${['watch firing', '', '']}               | ${'whoever comes first tells it'}
	${[['check', 15, 'fires'], ['watch', 15, 'fires'], ['watch', 15, null]]}    | ${['check firing', '', 'watch resolved']} | ${'its end is news to whoever comes then'}
	${[['watch', 15, 'waits'], ['watch', 15, 'waits'], ['watch', 40, 'waits']]} | ${['', '', 'watch firing']}               | ${'a watch waits for the next report, not for its next look'}
	${[['check', 15, 'waits'], ['watch', 10, 'waits'], ['check', 50, 'waits']]} | ${['', '', 'check firing']}               | ${'a look between two checks confirms nothing'}
`('$because', ({ looks, messages }) => {
	const all = (looks as [Look['by'], number, Look['evidence']][]).map(([by, after, evidence]) => ({
		by,
		after,
		evidence,
	}));
	expect(told(all)).toEqual(messages);
});

test('for any looks, a check and a watch together tell what a check alone would tell, each of it once', () => {
	const look = fc.record({
		by: fc.constantFrom<Look['by']>('check', 'watch'),
		after: fc.integer({ min: 1, max: 90 }),
		evidence: fc.constantFrom<Look['evidence']>('fires', 'keeps', null),
	});
	fc.assert(
		fc.property(fc.array(look, { maxLength: 30 }), (looks) => {
			const alone = told(looks.map((one) => ({ ...one, by: 'check' })));
			const together = told(looks).map((message) => message.replace('watch', 'check'));
			expect(together).toEqual(alone);
		}),
		RUNS,
	);
});

describe("the amount of today's plan", () => {
	const plan = (dayAmount: string) =>
		({ ...BUDGET, date: '2026-11-23', currency: 'EUR', dayAmount }) as unknown as SpendPlan;
	const amounts = (...all: string[]) => {
		let standing: readonly StandingAlert[] = [];
		return all.map((amount, position) => {
			const look = { plan: plan(amount), date: '2026-11-23', nowMs: START_MS + position * MINUTE_MS, change: 0.2 };
			const next = planAlerts(standing, look);
			standing = next.standing.map((alert) => StandingAlert.parse(JSON.parse(JSON.stringify(alert))));
			return next.alerts.map(({ message }) => message).join();
		});
	};

	test.each`
		from        | to          | message                                                         | because
		${'0.00'}   | ${'0.00'}   | ${''}                                                           | ${'nothing is as much as nothing'}
		${'0.00'}   | ${'50.00'}  | ${"Today's plan has changed from €0.00 to €50.00"}              | ${'a share of nothing says nothing'}
		${'50.00'}  | ${'0.00'}   | ${"Today's plan has changed from €50.00 to €0.00, 100% less"}   | ${'all of it is gone'}
		${'100.00'} | ${'120.00'} | ${''}                                                           | ${'it changes by no more than it may'}
		${'100.00'} | ${'120.01'} | ${"Today's plan has changed from €100.00 to €120.01, 20% more"} | ${'a cent more is more than it may'}
	`('from $from to $to: $because', ({ from, to, message }) => {
		expect(amounts(from as string, to as string)).toEqual(['', message]);
	});

	test('is no news before there is a plan, nor of the plan of another day', () => {
		const look = { date: '2026-11-24', nowMs: START_MS, change: 0.2 };
		const standing: readonly StandingAlert[] = [];
		expect(planAlerts(standing, { ...look, plan: null }).standing).toBe(standing);
		expect(planAlerts(standing, { ...look, plan: plan('1.00') }).standing).toBe(standing);
	});
});
